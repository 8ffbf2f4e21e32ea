package io.okxconnect.internal.doctor;

import io.okxconnect.credential.ShapeHint;
import io.okxconnect.doctor.Cause;
import io.okxconnect.internal.call.ClockSkew;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which one cause an examination shows. OKX itself refuses for the more basic of several faults: time, then whether the site
 * knows the key, environment, passphrase, signature, IP address, frozen key, permission. What comes before OKX's answer
 * (network, proxy, an edge) is met before it, and what the pasted parts show comes before a search at other sites.
 */
final class CauseRules {
    /** OKX's own window (50102). */
    private static final Duration CLOCK_WINDOW = Duration.ofSeconds(30);

    private CauseRules() {}

    static Cause of(Examination seen, Instant now) {
        Cause told = seen.decisive().told();
        Set<ShapeHint> hints = seen.patient().hints();
        if (told == Cause.HEALTHY) {
            return isClockOff(seen.skew()) ? Cause.CLOCK_SKEW : Cause.HEALTHY;
        }
        if (belongsElsewhere(seen)) {
            return Cause.WRONG_SITE;
        }
        if (areSwapped(told, hints)) {
            return Cause.FIELDS_SWAPPED;
        }
        if (hasStray(told, hints)) {
            return Cause.STRAY_CHARACTERS;
        }
        if (told != Cause.KEY_UNKNOWN) {
            return told;
        }
        return seen.patient()
                .history()
                .get()
                .map(history -> history.hasExpired(now) ? Cause.KEY_EXPIRED : Cause.KEY_DELETED)
                .orElse(Cause.KEY_UNKNOWN);
    }

    /** After a correction by the measured difference, such a clock harms everything on the machine but our own calls. */
    private static boolean isClockOff(@Nullable ClockSkew skew) {
        return skew != null && skew.offset().abs().minus(skew.uncertainty()).compareTo(CLOCK_WINDOW) > 0;
    }

    private static boolean belongsElsewhere(Examination seen) {
        Place keyPlace = seen.keyPlace();
        return keyPlace != null && !keyPlace.site().equals(seen.place().site());
    }

    private static boolean areSwapped(Cause told, Set<ShapeHint> hints) {
        return switch (told) {
            // A key that has the form of one stands in its own place, whatever the secret key looks like.
            case KEY_UNKNOWN ->
                hints.contains(ShapeHint.API_KEY_FORM)
                        && (hints.contains(ShapeHint.API_KEY_AND_SECRET_KEY_SWAPPED)
                                || hints.contains(ShapeHint.API_KEY_AND_PASSPHRASE_SWAPPED));
            case WRONG_PASSPHRASE, WRONG_SECRET -> hints.contains(ShapeHint.SECRET_KEY_AND_PASSPHRASE_SWAPPED);
            default -> false;
        };
    }

    private static boolean hasStray(Cause told, Set<ShapeHint> hints) {
        return (told == Cause.KEY_UNKNOWN && hints.contains(ShapeHint.STRAY_IN_API_KEY))
                || (told == Cause.WRONG_SECRET && hints.contains(ShapeHint.STRAY_IN_SECRET_KEY));
    }
}
