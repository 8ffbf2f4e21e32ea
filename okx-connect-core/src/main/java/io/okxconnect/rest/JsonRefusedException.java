package io.okxconnect.rest;

/** A document that {@link JsonReader} refused. Carries our own words only; never leaves this package. */
final class JsonRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String expected;

    JsonRefusedException(String expected) {
        super(expected);
        this.expected = expected;
    }

    String expected() {
        return expected;
    }
}
