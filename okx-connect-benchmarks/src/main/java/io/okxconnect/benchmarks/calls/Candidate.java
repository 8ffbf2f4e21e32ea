package io.okxconnect.benchmarks.calls;

/** Who reads the balance. */
public enum Candidate {
    OKX_CONNECT("okx-connect"),
    HAND("hand"),
    XCHANGE("XChange");

    private final String text;

    Candidate(String text) {
        this.text = text;
    }

    /** {@return its name in the table} */
    public String text() {
        return text;
    }
}
