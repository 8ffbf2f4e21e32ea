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
 */
public record CallTarget(
        Site site, TradingEnvironment environment, @Nullable ActiveCredential credential) {

    /** Checks that site and environment are there. */
    public CallTarget {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(environment, "environment");
    }

    /** {@return site and environment; the credential is left out} */
    @Override
    public String toString() {
        return "CallTarget[" + site.name() + ", " + environment + "]";
    }
}
