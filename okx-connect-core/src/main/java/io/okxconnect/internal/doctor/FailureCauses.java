package io.okxconnect.internal.doctor;

import io.okxconnect.doctor.Cause;
import io.okxconnect.error.AccountStateException;
import io.okxconnect.error.EdgeRefusedException;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.ExchangeUnavailableException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.ProxyException;
import io.okxconnect.error.RateLimitedException;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.error.TransportTimeoutException;
import java.util.HashMap;
import java.util.Map;

/** What one failure says by itself: by OKX's code, else by its type (OKX V5 docs, "Error Code"). */
final class FailureCauses {
    private static final Map<String, Cause> BY_CODE = new HashMap<>();

    static {
        put(Cause.MAINTENANCE, "50001");
        put(Cause.CLOCK_SKEW, "50102");
        put(Cause.KEY_UNKNOWN, "50119", "50111");
        put(Cause.WRONG_ENVIRONMENT, "50101");
        put(Cause.WRONG_PASSPHRASE, "50105");
        put(Cause.WRONG_SECRET, "50113");
        put(Cause.IP_NOT_ALLOWED, "50110");
        put(Cause.API_FROZEN, "50100");
        put(Cause.REGION_BLOCKED, "50121");
        put(Cause.PERMISSION_MISSING, "50120");
        put(Cause.CONSENT_ENDED, "53000", "53001", "53002", "53003", "53005", "53006", "53009");
        put(Cause.ACCOUNT_FROZEN, "50007", "50009", "50012", "50027", "50028", "50029", "51009", "51024", "53004");
    }

    private FailureCauses() {}

    private static void put(Cause cause, String... codes) {
        for (String code : codes) {
            BY_CODE.put(code, cause);
        }
    }

    static Cause of(OkxConnectException failure) {
        if (failure instanceof ExchangeException refusal) {
            Cause known = BY_CODE.get(refusal.code());
            return known == null ? byKind(refusal) : known;
        }
        if (failure instanceof TransportException broken) {
            return byPhase(broken);
        }
        // An answer that is not OKX's under HTTP 200 is a login page or something like it.
        return failure instanceof MalformedResponseException ? Cause.EDGE_BLOCKED : Cause.UNKNOWN;
    }

    private static Cause byKind(ExchangeException refusal) {
        if (refusal instanceof RateLimitedException) {
            return Cause.RATE_LIMITED;
        }
        if (refusal instanceof ExchangeUnavailableException) {
            return Cause.OKX_UNAVAILABLE;
        }
        return refusal instanceof AccountStateException ? Cause.ACCOUNT_RESTRICTED : Cause.UNKNOWN;
    }

    private static Cause byPhase(TransportException broken) {
        if (broken instanceof EdgeRefusedException) {
            return Cause.EDGE_BLOCKED;
        }
        if (broken instanceof ProxyException) {
            return Cause.PROXY_FAILURE;
        }
        TransportPhase phase = broken.phase();
        if (phase == TransportPhase.RESOLVE) {
            return Cause.DNS_FAILURE;
        }
        if (phase == TransportPhase.CONNECT) {
            return Cause.NO_NETWORK;
        }
        if (broken instanceof TransportTimeoutException || phase == TransportPhase.POOL) {
            return Cause.TIMED_OUT;
        }
        return phase == TransportPhase.TLS ? Cause.TLS_FAILURE : Cause.CONNECTION_LOST;
    }
}
