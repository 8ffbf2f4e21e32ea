package io.okxconnect.internal.call;

import java.util.Map;

/** A credential in use: it gives the headers that say who is calling. Safe for use by many threads. */
public interface ActiveCredential {

    /**
     * The headers of one request, made anew for each attempt.
     *
     * @param timestamp the time that is signed
     * @param method upper-case HTTP method
     * @param requestPath path with query, exactly as sent
     * @param body the exact bytes sent; not changed and not kept
     * @return values by name; all of them are secret
     * @throws IllegalStateException if the credential is closed
     */
    Map<String, String> headers(String timestamp, String method, String requestPath, byte[] body);
}
