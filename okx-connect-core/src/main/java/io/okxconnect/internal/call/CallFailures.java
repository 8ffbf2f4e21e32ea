package io.okxconnect.internal.call;

import io.okxconnect.error.ExchangeError;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RateLimitedException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.error.TransportTimeoutException;
import java.time.Duration;

/** Failures that the pipeline itself has to report. */
final class CallFailures {
    private CallFailures() {}

    static TransportTimeoutException noTimeLeft(Deadline deadline) {
        return new TransportTimeoutException(TransportPhase.POOL, deadline.limit(), false);
    }

    static TransportException interrupted(String endpoint) {
        return new TransportException(
                "The thread was interrupted before " + endpoint + " was sent.",
                "Repeat the call if it is still wanted.",
                RetryAdvice.WAIT,
                TransportPhase.POOL,
                false);
    }

    /** For a call that OKX would refuse now, and that cannot wait until it would not. */
    static RateLimitedException heldBack(String endpoint, Duration wait) {
        return new RateLimitedException(
                new ExchangeError(
                        "",
                        "",
                        endpoint,
                        ExchangeError.NOT_SENT,
                        "",
                        "OKX's limit for this call is used up for longer than the call may take, so it was not sent.",
                        "Wait at least " + wait.plusMillis(999).toSeconds()
                                + " s, then repeat the call; make such calls less often.",
                        RetryAdvice.WAIT,
                        Outcome.NOT_DONE),
                wait);
    }

    /** For a call to a host that failed most calls of the last seconds. */
    static TransportException hostFails(String endpoint, Duration wait) {
        return new TransportException(
                endpoint + " was not sent: OKX's host failed at least half of the calls of the last ten seconds.",
                "Repeat the call in " + wait.plusMillis(999).toSeconds()
                        + " s; until then the host is asked only now and then.",
                RetryAdvice.WAIT,
                TransportPhase.POOL,
                false);
    }

    /** For a transport of the app's own that fails in its own way. The failure's message may hold anything, so only its class is named. */
    static TransportException foreign(String endpoint, RuntimeException failure) {
        return new TransportException(
                endpoint + " failed in the HTTP transport with a "
                        + failure.getClass().getName() + ".",
                "Repair the transport: it has to fail with a TransportException. After a write, look at the account.",
                RetryAdvice.ASK,
                TransportPhase.SEND,
                true);
    }
}
