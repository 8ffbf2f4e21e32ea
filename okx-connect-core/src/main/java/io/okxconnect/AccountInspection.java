package io.okxconnect;

import io.okxconnect.account.AccountApi;
import io.okxconnect.account.AccountConfig;
import io.okxconnect.check.AccountRequirements;
import io.okxconnect.check.CheckContext;
import io.okxconnect.check.CheckReport;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.internal.call.ClockSkew;
import io.okxconnect.internal.call.ServerClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One fresh look at an account: the clock is measured first, so that the signed call that follows is inside OKX's 30 s window
 * even on a machine whose clock is off.
 */
record AccountInspection(AccountConfig config, CheckReport report) {
    /** OKX allows ten time requests in two seconds from one address: many accounts share one measurement. */
    private static final Duration MEASUREMENT_LASTS = Duration.ofMinutes(10);

    private static final Duration MEASUREMENT_LIMIT = Duration.ofSeconds(5);

    static AccountInspection of(
            AccountSession session,
            AccountApi account,
            ServerClock serverClock,
            AccountRequirements requirements,
            Clock clock) {
        Optional<ClockSkew> skew = measured(serverClock);
        return of(session, account, account.config(), skew.orElse(null), requirements, clock);
    }

    /** The same with an answer that is there already, so that it is not asked for twice. */
    static AccountInspection of(
            AccountSession session,
            AccountApi account,
            AccountConfig config,
            @Nullable ClockSkew skew,
            AccountRequirements requirements,
            Clock clock) {
        CheckContext.Builder context = CheckContext.builder(
                        config, session.site(), session.environment(), clock.instant())
                .credentialKind(session.grant().kind())
                .positions(account::positions);
        if (skew != null) {
            context.clockOffset(skew.offset(), skew.uncertainty());
        }
        return new AccountInspection(config, requirements.check(context.build()));
    }

    private static Optional<ClockSkew> measured(ServerClock serverClock) {
        Optional<ClockSkew> known = serverClock
                .skew()
                .filter(skew -> Duration.between(skew.measuredAt(), serverClock.now())
                                .abs()
                                .compareTo(MEASUREMENT_LASTS)
                        < 0);
        if (known.isPresent()) {
            return known;
        }
        try {
            return Optional.of(serverClock.synchronise(MEASUREMENT_LIMIT));
        } catch (OkxConnectException e) {
            // The signed call that follows meets the same trouble and names it better.
            return Optional.empty();
        }
    }
}
