package io.okxconnect.internal.call;

import io.okxconnect.error.EdgeRefusedException;
import io.okxconnect.error.ExchangeUnavailableException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.ProxyException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.error.TransportTimeoutException;
import io.okxconnect.internal.pacing.Ticket.HostWork;
import java.time.Duration;
import java.util.Set;

/** What a failed call says of OKX's host. In doubt nothing: every other account would pay for a wrong accusation. */
final class HostEvidence {
    /** A call that was given less may have been lost to its caller's haste. */
    private static final Duration FAIR_TIME = Duration.ofSeconds(3);

    /** Down for an upgrade, busy, system error (OKX V5 docs, "Error Code", general class). */
    private static final Set<String> HOST_DOWN = Set.of("50001", "50013", "50026");

    /** One request timed out behind a host that works. */
    private static final Set<String> ONE_REQUEST = Set.of("51054", "51149");

    private HostEvidence() {}

    /** Judges a failure by what it is, by the time that the try was given, and by whether its thread was interrupted. */
    static HostWork of(OkxConnectException failure, Duration given) {
        if (failure instanceof TransportException lost) {
            return of(lost, given);
        }
        if (failure instanceof ExchangeUnavailableException unavailable) {
            boolean hosts = HOST_DOWN.contains(unavailable.code())
                    || (unavailable.httpStatus() >= 500 && !ONE_REQUEST.contains(unavailable.code()));
            return hosts ? HostWork.FAILED : HostWork.UNKNOWN;
        }
        return HostWork.WORKED;
    }

    private static HostWork of(TransportException lost, Duration given) {
        boolean byCaller = Thread.currentThread().isInterrupted()
                || lost.retryAdvice() == RetryAdvice.FIX
                || (lost instanceof TransportTimeoutException && given.compareTo(FAIR_TIME) < 0);
        // No free connection is a matter of this app.
        boolean byOthers = lost.phase() == TransportPhase.POOL
                || lost instanceof ProxyException
                || lost instanceof EdgeRefusedException;
        return byCaller || byOthers ? HostWork.UNKNOWN : HostWork.FAILED;
    }
}
