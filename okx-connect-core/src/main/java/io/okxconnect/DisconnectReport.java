package io.okxconnect;

import io.okxconnect.credential.AccountId;
import java.util.Objects;

/**
 * What is left to do at OKX after the app forgot an account: the credential itself lives on there until its owner ends it, and
 * open orders, positions and trading bots go on.
 *
 * @param accountId the account that was disconnected
 * @param remaining the credential that OKX still accepts, and where to end it
 */
public record DisconnectReport(AccountId accountId, RemainingKey remaining) {

    /**
     * Checks that no part is null.
     *
     * @param accountId the account that was disconnected
     * @param remaining the credential that OKX still accepts
     */
    public DisconnectReport {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(remaining, "remaining");
    }

    /** {@return what was done and what is left, in words} */
    @Override
    public String toString() {
        return "Disconnected '" + accountId
                + "': its credential is forgotten here, and still exists at OKX. Next step: " + remaining.nextStep()
                + " Open orders, positions and trading bots were not touched.";
    }
}
