package io.okxconnect.internal.pacing;

/**
 * How many repeats one account may still cause at one host: 500 tokens, 5 for each repeat, so that a lasting failure does not
 * multiply the load. A repeat that succeeds gives its tokens back, a first try that succeeds gives one back, and so does every
 * second that passes. Guarded by its party's lock.
 */
final class RetryBudget {
    private static final int CAPACITY = 500;
    private static final int REPEAT = 5;
    private static final long REFILL = 1_000_000_000L;

    private long tokens = CAPACITY;
    private long refilledAt;

    boolean take(long now) {
        refill(now);
        if (tokens < REPEAT) {
            return false;
        }
        tokens -= REPEAT;
        return true;
    }

    void succeeded(boolean repeated, long now) {
        refill(now);
        tokens = Math.min(CAPACITY, tokens + (repeated ? REPEAT : 1));
    }

    boolean isFull(long now) {
        refill(now);
        return tokens == CAPACITY;
    }

    private void refill(long now) {
        if (tokens == CAPACITY) {
            refilledAt = now;
            return;
        }
        long seconds = (now - refilledAt) / REFILL;
        if (seconds > 0) {
            tokens = Math.min(CAPACITY, tokens + seconds);
            refilledAt += seconds * REFILL;
        }
    }
}
