package io.okxconnect.internal.doctor;

/** How far an examination may go. */
public enum Search {
    /** Find where the key belongs, and go on from there as if it had been tried there at once. */
    DETECT,
    /** Say that the key belongs elsewhere. */
    DIAGNOSE
}
