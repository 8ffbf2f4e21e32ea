package io.okxconnect.testkit;

/** An account mode, OKX's {@code acctLv}. */
public enum SandboxAccountMode {
    /** Spot mode, {@code acctLv} 1: no contracts. */
    SPOT("1"),
    /** Futures mode, formerly single-currency margin, {@code acctLv} 2. */
    FUTURES("2"),
    /** Multi-currency margin, {@code acctLv} 3. */
    MULTI_CURRENCY("3"),
    /** Portfolio margin, {@code acctLv} 4; knows only {@link SandboxPositionMode#NET}. */
    PORTFOLIO("4");

    private final String code;

    SandboxAccountMode(String code) {
        this.code = code;
    }

    /**
     * The mode's number as OKX writes it.
     *
     * @return {@code "1"} to {@code "4"}
     */
    public String code() {
        return code;
    }

    static SandboxAccountMode of(String code) {
        for (SandboxAccountMode mode : values()) {
            if (mode.code.equals(code)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("no account mode has the number " + code);
    }
}
