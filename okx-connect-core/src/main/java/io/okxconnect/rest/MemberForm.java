package io.okxconnect.rest;

/** What a member of a row must be. All but the first may be missing, null or empty too. */
enum MemberForm {
    REQUIRED_TEXT,
    TEXT,
    /** An array of texts, or one text with commas. */
    TEXTS,
    DECIMAL,
    /** Unix milliseconds. */
    MILLIS,
    BOOLEAN
}
