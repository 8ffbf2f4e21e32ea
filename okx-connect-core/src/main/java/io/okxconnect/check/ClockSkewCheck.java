package io.okxconnect.check;

import java.time.Duration;
import java.util.List;

/** Whether this machine's clock agrees with OKX's. */
final class ClockSkewCheck implements AccountCheck {
    /** A well-kept clock is off by milliseconds; OKX refuses from 30 s on. */
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    @Override
    public String id() {
        return AccountChecks.CLOCK_SKEW;
    }

    @Override
    public List<Finding> examine(CheckContext context) {
        return context.clockOffset().filter(offset -> offset.atLeast().compareTo(TOLERATED) > 0).map(this::off).stream()
                .toList();
    }

    private Finding off(ClockOffset measured) {
        String direction = measured.offset().isNegative() ? "ahead of" : "behind";
        return Finding.of(
                        Severity.WARNING,
                        id() + ".large",
                        "The clock of this machine is about "
                                + shown(measured.offset().abs()) + " " + direction + " OKX's (measured to within "
                                + shown(measured.uncertainty()) + ").",
                        "OKX refuses requests whose time is more than 30 s off (50102). okx-connect"
                                + " corrects its own requests"
                                + " by the measured difference, but not what else runs here, nor times"
                                + " in your logs; and if the clock"
                                + " drifts on, orders may be refused until the difference is measured again.")
                .withRemedy(Remedy.byHand("Switch on time synchronisation (NTP) on this machine."));
    }

    private static String shown(Duration duration) {
        long millis = duration.toMillis();
        long tenths = (millis + 50) / 100;
        return millis < 1000 ? millis + " ms" : tenths / 10 + "." + tenths % 10 + " s";
    }
}
