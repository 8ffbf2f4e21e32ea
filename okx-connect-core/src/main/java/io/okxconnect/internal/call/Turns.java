package io.okxconnect.internal.call;

import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.RateLimitedException;
import io.okxconnect.error.TransportException;
import io.okxconnect.internal.pacing.Pacing;
import io.okxconnect.internal.pacing.Ticket;
import io.okxconnect.internal.pacing.Ticket.HostWork;
import io.okxconnect.internal.pacing.Ticket.Limited;
import io.okxconnect.rest.RestRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a call may leave: after those before it, as often as OKX allows, and not while the host fails. A call waits here before
 * it is signed, within its own deadline. Holds no lock while it waits.
 */
final class Turns {
    private static final String ACCOUNT_LIMIT = "50061";

    private final @Nullable Pacing pacing;
    private final CallSeams seams;

    /** Null for no pacing: every call may leave at once. */
    Turns(@Nullable Pacing pacing, CallSeams seams) {
        this.pacing = pacing;
        this.seams = seams;
    }

    /** Waits until the call may leave; it must then be told how that went. */
    Turn await(CallTarget target, RestRequest request, Deadline deadline) {
        if (deadline.remaining().compareTo(Duration.ZERO) <= 0) {
            throw CallFailures.noTimeLeft(deadline);
        }
        if (pacing == null) {
            return new Turn(null, deadline);
        }
        Ticket ticket = pacing.ticket(target.site().restBase(), target.environment(), target.account(), request, now());
        boolean left = false;
        try {
            for (long wait = ticket.leave(now()); wait > 0; wait = ticket.leave(now())) {
                pause(Duration.ofNanos(wait), request, deadline);
            }
            left = true;
        } finally {
            if (!left) {
                ticket.giveUp();
            }
        }
        long spared = ticket.spared(now());
        if (spared > 0) {
            ticket.notSent();
            throw CallFailures.hostFails(request.endpoint(), Duration.ofNanos(spared));
        }
        return new Turn(ticket, deadline);
    }

    private void pause(Duration wait, RestRequest request, Deadline deadline) {
        if (!deadline.leavesTimeAfter(wait)) {
            throw CallFailures.heldBack(request.endpoint(), wait);
        }
        try {
            seams.sleeper().sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallFailures.interrupted(request.endpoint());
        }
    }

    /** Whether one more repeat is within the account's budget; takes it. */
    boolean takeRepeat(CallTarget target) {
        return pacing == null || pacing.takeRepeat(target.site().restBase(), target.account(), now());
    }

    /** Notes a call that succeeded after so many repeats. */
    void succeeded(CallTarget target, int repeats) {
        if (pacing != null) {
            pacing.succeeded(target.site().restBase(), target.account(), repeats, now());
        }
    }

    private long now() {
        return seams.nanoTime().getAsLong();
    }

    /** A try of a call that may leave. Closing one that was not told how it ended takes back that it left. */
    final class Turn implements AutoCloseable {
        private final @Nullable Ticket ticket;
        private final Duration given;
        private boolean ended;

        private Turn(@Nullable Ticket ticket, Deadline deadline) {
            this.ticket = ticket;
            this.given = deadline.remaining();
        }

        void answered() {
            ended(HostWork.WORKED);
        }

        void failed(OkxConnectException failure) {
            if (failure instanceof TransportException lost && !lost.requestMayHaveBeenSent()) {
                close();
            }
            ended(HostEvidence.of(failure, given));
            if (ticket != null && failure instanceof RateLimitedException limited) {
                Limited which = limited.code().equals(ACCOUNT_LIMIT) ? Limited.ACCOUNT : Limited.CALL;
                ticket.pause(which, limited.retryAfter(), now());
            }
        }

        private void ended(HostWork work) {
            ended = true;
            if (ticket != null) {
                ticket.ended(work, now());
            }
        }

        @Override
        public void close() {
            if (ticket != null && !ended) {
                ticket.notSent();
            }
        }
    }
}
