package io.okxconnect.internal.doctor;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.TransportException;
import io.okxconnect.internal.call.ActiveCredential;
import io.okxconnect.internal.call.CallTarget;
import io.okxconnect.internal.call.ClockSkew;
import io.okxconnect.internal.call.OkxCalls;
import io.okxconnect.internal.call.ServerClock;
import io.okxconnect.rest.RestRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Tries a key at places, at each of them once: the site's clock is measured without the key, then the account's configuration
 * is read. At a site that cannot be reached nothing is signed. Not safe for use by many threads.
 */
final class KeyReader {
    private static final String CONFIG = "/api/v5/account/config";
    /** OKX allows ten time requests in two seconds from one address: many examinations share one measurement. */
    private static final Duration MEASUREMENT_LASTS = Duration.ofMinutes(10);

    private static final String CLOCK_EXPIRED = "50102";

    private final OkxCalls calls;
    private final ActiveCredential key;
    private final Map<Place, Look> looks = new HashMap<>();

    KeyReader(OkxCalls calls, ActiveCredential key) {
        this.calls = calls;
        this.key = key;
    }

    /** What came of it; a second time at the same place, what came of the first. */
    Look look(Place place, TimeBudget budget) {
        Look known = looks.get(place);
        if (known == null) {
            known = firstLook(place, budget);
            looks.put(place, known);
        }
        return known;
    }

    private Look firstLook(Place place, TimeBudget budget) {
        try {
            measure(calls.clock(place.site()), budget.share(2));
            RestRequest request =
                    RestRequest.get(CONFIG).timeout(atLeastOneMilli(budget)).build();
            CallTarget target = new CallTarget(place.site(), place.environment(), key);
            return Look.accepted(
                    place,
                    AccountConfig.fromJson(calls.callOnce(target, request).row()));
        } catch (OkxConnectException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw failure;
            }
            if (failure instanceof ExchangeException refusal && refusal.code().equals(CLOCK_EXPIRED)) {
                // What was measured before does not hold any more; the diagnosis and the next try need what does.
                measureAnew(calls.clock(place.site()), budget);
            }
            return Look.failed(place, failure);
        }
    }

    private static void measureAnew(ServerClock clock, TimeBudget budget) {
        try {
            clock.synchronise(budget.remaining());
        } catch (OkxConnectException unmeasured) {
            // The refusal stands for itself.
        }
    }

    /** Fails only if the site cannot be reached at all; any other trouble the signed read meets too, and names better. */
    private static void measure(ServerClock clock, TimeBudget budget) {
        boolean known = clock.skew().filter(skew -> isFresh(skew, clock)).isPresent();
        if (known) {
            return;
        }
        try {
            clock.synchronise(budget.remaining());
        } catch (TransportException broken) {
            if (!broken.requestMayHaveBeenSent()) {
                throw broken;
            }
        } catch (OkxConnectException unmeasured) {
            // The signed read says what it is.
        }
    }

    private static boolean isFresh(ClockSkew skew, ServerClock clock) {
        return !clock.isSuspect()
                && Duration.between(skew.measuredAt(), clock.now()).abs().compareTo(MEASUREMENT_LASTS) < 0;
    }

    private static Duration atLeastOneMilli(TimeBudget budget) {
        Duration left = budget.remaining();
        return left.toMillis() < 1 ? Duration.ofMillis(1) : left;
    }
}
