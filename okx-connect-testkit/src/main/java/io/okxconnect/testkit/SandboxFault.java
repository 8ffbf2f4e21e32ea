package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.http.FaultRule;
import io.okxconnect.testkit.internal.http.Faults;
import java.time.Duration;

/** A fault that has been armed. Thread-safe. */
public final class SandboxFault {
    private final Faults faults;
    private final FaultRule rule;

    SandboxFault(Faults faults, FaultRule rule) {
        this.faults = faults;
        this.rule = rule;
    }

    /**
     * How many requests this fault has met.
     *
     * @return 0 or more
     */
    public int hits() {
        return rule.hits();
    }

    /**
     * Waits until this fault meets its first request.
     *
     * @param limit how long at most
     * @return whether it has met one
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public boolean awaitHit(Duration limit) throws InterruptedException {
        return rule.awaitHit(limit.toMillis());
    }

    /** Lets go of the requests that this fault holds or delays, and holds or delays no more. */
    public void release() {
        rule.release();
    }

    /** Disarms this fault, and releases it. */
    public void disarm() {
        faults.remove(rule);
    }
}
