package io.okxconnect;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.site.TradingEnvironment;
import java.util.Optional;

/**
 * One OKX account as OKX numbers it.
 *
 * @param family what it shares with the other accounts of its main account
 * @param uid its own number
 */
record OkxCustomer(Family family, String uid) {

    /**
     * All accounts under one main account. Numbers mean something at one site alone, and live and demo are two accounts.
     *
     * @param siteName the site
     * @param environment live or demo
     * @param mainUid the number of the main account
     */
    record Family(String siteName, TradingEnvironment environment, String mainUid) {}

    static OkxCustomer of(AccountSession session, AccountConfig config) {
        String mainUid = config.mainUid().orElse(config.uid());
        return new OkxCustomer(new Family(session.site().name(), session.environment(), mainUid), config.uid());
    }

    /** Empty if the store does not know the number. */
    static Optional<OkxCustomer> of(CredentialMetadata stored) {
        return stored.uid()
                .map(uid -> new OkxCustomer(
                        new Family(
                                stored.siteName(),
                                stored.environment(),
                                stored.mainUid().orElse(uid)),
                        uid));
    }

    /** Whether it is one and the same account; the number of its main account need not be known. */
    boolean isSame(OkxCustomer other) {
        return uid.equals(other.uid)
                && family.siteName().equals(other.family.siteName())
                && family.environment() == other.family.environment();
    }

    UidRelation relationTo(OkxCustomer other) {
        return uid.equals(other.uid) ? UidRelation.SAME_ACCOUNT : UidRelation.SAME_MAIN_ACCOUNT;
    }
}
