package io.okxconnect;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.site.TradingEnvironment;
import java.util.Objects;

/**
 * An OKX account that is about to be connected, and one that is stored already under another id and belongs to the same
 * OKX customer.
 *
 * @param accountId the id under which the new one is to be stored
 * @param connectedAs the id under which the other one is stored; it may be another user of the app, so do not show it to this one
 * @param relation how the two belong together
 * @param connectedOrigin how the stored credential came to the app
 * @param siteName the OKX site of both
 * @param environment live or demo, the same for both
 */
public record DuplicateAccount(
        AccountId accountId,
        AccountId connectedAs,
        UidRelation relation,
        CredentialOrigin connectedOrigin,
        String siteName,
        TradingEnvironment environment) {

    /**
     * Checks that no part is null.
     *
     * @param accountId the id under which the new one is to be stored
     * @param connectedAs the id under which the other one is stored
     * @param relation how the two belong together
     * @param connectedOrigin how the stored credential came to the app
     * @param siteName the OKX site of both
     * @param environment live or demo
     */
    public DuplicateAccount {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(connectedAs, "connectedAs");
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(connectedOrigin, "connectedOrigin");
        Objects.requireNonNull(siteName, "siteName");
        Objects.requireNonNull(environment, "environment");
    }
}
