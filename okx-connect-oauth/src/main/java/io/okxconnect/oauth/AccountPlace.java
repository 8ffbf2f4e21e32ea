package io.okxconnect.oauth;

import io.okxconnect.Grants;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.error.DifferentAccountException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.util.Optional;

/** Refuses a connect that could only end with two accounts under one id. */
final class AccountPlace {
    private AccountPlace() {}

    /**
     * Checks the place of what is stored.
     *
     * @throws DifferentAccountException if the id belongs to an account of another site or environment
     */
    static void requireSame(Grants grants, AccountId accountId, Site site, TradingEnvironment environment) {
        Optional<CredentialMetadata> stored = grants.stored(accountId);
        if (stored.filter(known -> !known.siteName().equals(site.name())).isPresent()) {
            throw new DifferentAccountException(accountId.value(), "OKX site");
        }
        if (stored.filter(known -> known.environment() != environment).isPresent()) {
            throw new DifferentAccountException(accountId.value(), "environment (live or demo)");
        }
    }
}
