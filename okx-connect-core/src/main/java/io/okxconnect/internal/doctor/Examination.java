package io.okxconnect.internal.doctor;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.internal.call.ClockSkew;
import io.okxconnect.site.Site;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an examination has seen.
 *
 * @param patient what was examined
 * @param looks what came of each place, in order; the first one is home
 * @param decisive the look that decides; it is home's unless the key was found elsewhere and the search may go there
 * @param keyPlace where the key belongs, if an answer shows it
 * @param skipped sites for which no time was left
 * @param skew the clock's difference at the decisive place, if it could be measured
 */
public record Examination(
        Patient patient,
        List<Look> looks,
        Look decisive,
        @Nullable Place keyPlace,
        List<Site> skipped,
        @Nullable ClockSkew skew) {

    /** Copies the collections. */
    public Examination {
        looks = List.copyOf(looks);
        skipped = List.copyOf(skipped);
    }

    /**
     * Where the key was tried last, and is accepted if it is accepted.
     *
     * @return the place that decides
     */
    public Place place() {
        return decisive.place();
    }

    /**
     * OKX's answer, if it accepted the key.
     *
     * @return the account's configuration, or empty
     */
    public Optional<AccountConfig> accepted() {
        return Optional.ofNullable(decisive.config());
    }

    /**
     * The failure that decides, if OKX did not accept the key.
     *
     * @return the failure, or empty
     */
    public Optional<OkxConnectException> failure() {
        return Optional.ofNullable(decisive.failure());
    }

    /** {@return where the key was tried, without the key} */
    @Override
    public String toString() {
        return "Examination[" + looks.size() + " looks, " + decisive.told() + "]";
    }
}
