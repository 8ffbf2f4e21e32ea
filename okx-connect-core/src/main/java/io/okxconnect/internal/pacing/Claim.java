package io.okxconnect.internal.pacing;

import java.time.Duration;

/**
 * What one call takes from one limit.
 *
 * @param bucket which count of its party: the rule's name and, where the rule is split, the parameter's value
 * @param scope the call's own limit, or one that it shares with other calls
 * @param limit how many in any window; {@link #UNLIMITED} if OKX documents no limit
 * @param window how long a window is
 * @param weight how many the call counts for
 */
record Claim(String bucket, Scope scope, int limit, Duration window, int weight) {
    static final int UNLIMITED = Integer.MAX_VALUE;

    /** Whose limit it is. */
    enum Scope {
        CALL,
        ACCOUNT
    }

    static Claim own(RateRule rule, String value, int weight) {
        String bucket = rule.by() == null ? rule.name() : rule.name() + " " + value;
        return of(bucket, Scope.CALL, rule, weight);
    }

    static Claim total(RateRule rule, int weight) {
        return of(rule.name(), Scope.ACCOUNT, rule, weight);
    }

    /** For a call without a documented limit: nothing is counted, but a refusal can pause it. */
    static Claim unlimited(String call) {
        return new Claim(call, Scope.CALL, UNLIMITED, Duration.ZERO, 0);
    }

    /** A call above the limit in one go would wait for ever: it takes all there is, and OKX refuses what it refuses. */
    private static Claim of(String bucket, Scope scope, RateRule rule, int weight) {
        return new Claim(bucket, scope, rule.count(), rule.window(), Math.min(weight, rule.count()));
    }
}
