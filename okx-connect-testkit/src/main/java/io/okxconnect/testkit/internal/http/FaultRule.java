package io.okxconnect.testkit.internal.http;

import io.okxconnect.testkit.internal.rest.ApiRequest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault that waits for the requests it is meant for. Safe to use from several threads. */
public final class FaultRule {
    private final Target target;
    private final FaultPlan plan;
    private final AtomicInteger matches = new AtomicInteger();
    private final AtomicInteger hits = new AtomicInteger();
    private final CountDownLatch firstHit = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    public FaultRule(Target target, FaultPlan plan) {
        this.target = target;
        this.plan = plan;
    }

    /** Which requests: {@code *} is any method, a path ending in {@code *} any path that starts so. */
    public record Target(String method, String path, int skip, int times) {
        boolean matches(ApiRequest request) {
            boolean rightMethod = method.equals("*") || method.equals(request.method());
            return rightMethod
                    && (path.endsWith("*")
                            ? request.path().startsWith(path.substring(0, path.length() - 1))
                            : path.equals(request.path()));
        }
    }

    FaultPlan plan() {
        return plan;
    }

    /** Whether this request is one that the fault is for; if so, one of its times is used up. */
    boolean take(ApiRequest request) {
        if (!target.matches(request)) {
            return false;
        }
        int match = matches.incrementAndGet();
        // In long: "always" is the largest int.
        if (match <= target.skip() || match > (long) target.skip() + target.times()) {
            return false;
        }
        hits.incrementAndGet();
        firstHit.countDown();
        return true;
    }

    public int hits() {
        return hits.get();
    }

    public boolean awaitHit(long millis) throws InterruptedException {
        return firstHit.await(millis, TimeUnit.MILLISECONDS);
    }

    public void release() {
        released.countDown();
    }

    void awaitRelease() throws InterruptedException {
        released.await();
    }

    /** Waits, but not beyond a release, so that closing the sandbox never waits for a delay. */
    void pause(long nanos) throws InterruptedException {
        released.await(nanos, TimeUnit.NANOSECONDS);
    }
}
