package io.okxconnect.internal.call;

import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.error.TransportTimeoutException;

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
