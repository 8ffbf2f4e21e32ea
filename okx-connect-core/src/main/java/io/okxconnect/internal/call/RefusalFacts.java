package io.okxconnect.internal.call;

/** What an answer says about a refusal: digits, and OKX's text after masking. */
record RefusalFacts(String code, String subCode, String serverText) {
    static final RefusalFacts NONE = new RefusalFacts("", "", "");
}
