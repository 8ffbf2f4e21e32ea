package io.okxconnect.internal.call;

import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a call goes and in whose name.
 *
 * @param site whose REST host is called
 * @param environment live or demo
 * @param credential null for public calls only
 * @param account the app's name of the account, by which its calls are counted; null if it has none yet
 */
public record CallTarget(
        Site site,
        TradingEnvironment environment,
        @Nullable ActiveCredential credential,
        @Nullable String account) {

    /** Checks that site and environment are there. */
    public CallTarget {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(environment, "environment");
    }

    /**
     * A target whose calls are not counted for any account.
     *
     * @param site whose REST host is called
     * @param environment live or demo
     * @param credential null for public calls only
     */
    public CallTarget(Site site, TradingEnvironment environment, @Nullable ActiveCredential credential) {
        this(site, environment, credential, null);
    }

    /** {@return site and environment; credential and account are left out} */
    @Override
    public String toString() {
        return "CallTarget[" + site.name() + ", " + environment + "]";
    }
}
