package io.okxconnect.internal.pacing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Everything that OKX counts for one account, or for this machine's address, at one host. Calls wait here in the order in which
 * they came, except that none waits behind a call that waits for something else. Its lock is held for arithmetic only.
 */
final class Party {
    private static final int FEW = 32;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Bucket> buckets = new HashMap<>();
    private final List<Ticket> waiting = new ArrayList<>();
    private final RetryBudget repeats = new RetryBudget();
    private int sweepAt = FEW;
    private boolean retired;

    /** Whether the ticket was put into the queue; false if this party is no longer in use. */
    boolean enter(Ticket ticket) {
        lock.lock();
        try {
            return !retired && waiting.add(ticket);
        } finally {
            lock.unlock();
        }
    }

    /** How long the ticket has to wait, as far as it is known now; 0 if it left. */
    long leave(Ticket ticket, long now) {
        lock.lock();
        try {
            long wait = 0;
            for (Claim claim : ticket.claims()) {
                long weight = (long) claim.weight() + weightAhead(ticket, claim);
                wait = Math.max(wait, bucket(claim, now).waitFor(weight, now));
            }
            if (wait <= 0) {
                waiting.remove(ticket);
                for (Claim claim : ticket.claims()) {
                    ticket.taken(bucket(claim, now), bucket(claim, now).take(claim.weight(), now));
                }
            }
            return wait;
        } finally {
            lock.unlock();
        }
    }

    private long weightAhead(Ticket ticket, Claim claim) {
        long ahead = 0;
        for (Ticket other : waiting) {
            if (other == ticket) {
                return ahead;
            }
            for (Claim its : other.claims()) {
                ahead += its.bucket().equals(claim.bucket()) ? its.weight() : 0;
            }
        }
        return ahead;
    }

    void giveUp(Ticket ticket) {
        lock.lock();
        try {
            waiting.remove(ticket);
        } finally {
            lock.unlock();
        }
    }

    void answered(Ticket ticket, long now) {
        lock.lock();
        try {
            ticket.places().values().forEach(place -> place.answered(now));
        } finally {
            lock.unlock();
        }
    }

    void notSent(Ticket ticket) {
        lock.lock();
        try {
            ticket.places().forEach(Bucket::giveBack);
        } finally {
            lock.unlock();
        }
    }

    /** Whether the claims are paused; false if this party is no longer in use. */
    boolean pause(List<Claim> claims, long until, long now) {
        lock.lock();
        try {
            if (!retired) {
                claims.forEach(claim -> bucket(claim, now).pause(until));
            }
            return !retired;
        } finally {
            lock.unlock();
        }
    }

    boolean takeRepeat(long now) {
        lock.lock();
        try {
            return repeats.take(now);
        } finally {
            lock.unlock();
        }
    }

    void succeeded(boolean repeated, long now) {
        lock.lock();
        try {
            repeats.succeeded(repeated, now);
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing would be forgotten with this party; it takes no ticket any more then. */
    boolean retireIfIdle(long now) {
        lock.lock();
        try {
            retired = waiting.isEmpty()
                    && repeats.isFull(now)
                    && buckets.values().stream().allMatch(bucket -> bucket.isIdle(now));
            return retired;
        } finally {
            lock.unlock();
        }
    }

    private Bucket bucket(Claim claim, long now) {
        Bucket known = buckets.get(claim.bucket());
        if (known != null) {
            return known;
        }
        if (buckets.size() >= sweepAt) {
            buckets.values().removeIf(bucket -> bucket.isIdle(now));
            sweepAt = Math.max(FEW, 2 * buckets.size());
        }
        Bucket fresh = new Bucket(claim);
        buckets.put(claim.bucket(), fresh);
        return fresh;
    }
}
