package io.okxconnect.internal.pacing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One of OKX's limits.
 *
 * @param name method and path, or the name that other rules refer to
 * @param count how many in any window
 * @param window how long a window is
 * @param who whom it counts
 * @param by the parameter that splits the count; null for none
 * @param unit what it counts
 * @param batchOfOne the rule that counts a list of one in place of this one; null for none
 * @param also a further rule that counts the same; null for none
 */
record RateRule(
        String name,
        int count,
        Duration window,
        Who who,
        @Nullable String by,
        Unit unit,
        @Nullable String batchOfOne,
        @Nullable String also) {

    /** Whom a limit counts. */
    enum Who {
        USER,
        IP
    }

    /** What a limit counts. */
    enum Unit {
        CALLS,
        ORDERS
    }
}
