package io.okxconnect.testkit;

/** A position mode, OKX's {@code posMode}. */
public enum SandboxPositionMode {
    /** One-way: one position per instrument and margin mode. */
    NET("net_mode"),
    /** Hedge: a long and a short position side by side. */
    LONG_SHORT("long_short_mode");

    private final String code;

    SandboxPositionMode(String code) {
        this.code = code;
    }

    /**
     * The mode's name as OKX writes it.
     *
     * @return {@code "net_mode"} or {@code "long_short_mode"}
     */
    public String code() {
        return code;
    }

    static SandboxPositionMode of(String code) {
        return code.equals(NET.code) ? NET : LONG_SHORT;
    }
}
