package io.okxconnect.examples.myexchanges;

/** What the parts of a key look like, for hints while somebody types. The library's own hints decide: a test compares. */
enum KeyForm {
    API_KEY("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
    SECRET_KEY("[0-9a-fA-F]{32}"),
    PASSPHRASE(".{8,32}");

    private final String pattern;

    KeyForm(String pattern) {
        this.pattern = pattern;
    }

    /** A regular expression that Java and JavaScript read alike. */
    String pattern() {
        return pattern;
    }
}
