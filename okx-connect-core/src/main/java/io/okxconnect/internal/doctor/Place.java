package io.okxconnect.internal.doctor;

import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.util.Objects;

/**
 * Where a key may belong.
 *
 * @param site the OKX site
 * @param environment live or demo
 */
public record Place(Site site, TradingEnvironment environment) {

    /** Checks that no part is null. */
    public Place {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(environment, "environment");
    }

    Place at(Site other) {
        return new Place(other, environment);
    }

    Place inOtherEnvironment() {
        return new Place(
                site, environment == TradingEnvironment.LIVE ? TradingEnvironment.DEMO : TradingEnvironment.LIVE);
    }
}
