package io.okxconnect.testkit;

/** A permission of an API key, OKX's {@code perm}. */
public enum SandboxPermission {
    /** Look at everything. */
    READ("read_only"),
    /** Place orders, move money between the user's own accounts, change settings. */
    TRADE("trade"),
    /** Withdraw money. No endpoint of the sandbox needs it. */
    WITHDRAW("withdraw");

    private final String code;

    SandboxPermission(String code) {
        this.code = code;
    }

    /**
     * The permission's name as OKX writes it.
     *
     * @return {@code "read_only"}, {@code "trade"} or {@code "withdraw"}
     */
    public String code() {
        return code;
    }
}
