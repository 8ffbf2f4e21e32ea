package io.okxconnect.internal.pacing;

import io.okxconnect.rest.RestRequest;
import java.util.Set;

/**
 * The calls that take risk away (OKX V5 docs, "Trade"). A user who wants out is not kept waiting for the sake of the host, nor
 * longer than OKX's own window.
 */
final class RiskReducing {
    private static final Set<String> CALLS = Set.of(
            "POST /api/v5/trade/cancel-order",
            "POST /api/v5/trade/cancel-batch-orders",
            "POST /api/v5/trade/cancel-algos",
            "POST /api/v5/trade/cancel-all-after",
            "POST /api/v5/trade/close-position");

    private RiskReducing() {}

    static boolean is(RestRequest request) {
        return CALLS.contains(request.endpoint());
    }

    static Set<String> calls() {
        return CALLS;
    }
}
