package io.okxconnect.internal.http;

import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** Carries a call's progress through HttpClient to our own parts below it. */
final class CallContext extends HttpCoreContext {
    private final CallProgress call;

    CallContext(CallProgress call) {
        this.call = call;
    }

    static CallProgress callOf(HttpContext context) {
        return ((CallContext) context).call;
    }
}
