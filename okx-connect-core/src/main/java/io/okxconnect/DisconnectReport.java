package io.okxconnect;

import io.okxconnect.credential.AccountId;
import java.net.URI;
import java.util.Objects;

/**
 * What is left to do at OKX after the app forgot a key: the key itself lives on until its owner deletes it.
 *
 * @param accountId the account that was disconnected
 * @param maskedApiKey which key to delete, in masked form
 * @param page where to delete it, at the account's own site
 */
public record DisconnectReport(AccountId accountId, String maskedApiKey, URI page) {

    /**
     * Checks that no part is null.
     *
     * @param accountId the account that was disconnected
     * @param maskedApiKey which key to delete, in masked form
     * @param page where to delete it, at the account's own site
     */
    public DisconnectReport {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(maskedApiKey, "maskedApiKey");
        Objects.requireNonNull(page, "page");
    }

    /** {@return what was done and what is left, in words} */
    @Override
    public String toString() {
        return "Disconnected '" + accountId + "': its credential is forgotten here. The key " + maskedApiKey
                + " still exists at OKX; delete it at " + page + ".";
    }
}
