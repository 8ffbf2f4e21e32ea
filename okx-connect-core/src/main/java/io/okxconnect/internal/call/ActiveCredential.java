package io.okxconnect.internal.call;

import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.Credential;
import java.util.Map;

/** A credential in use: it gives the headers that say who is calling. Safe for use by many threads. */
public interface ActiveCredential extends AutoCloseable {

    /**
     * Takes a credential into use.
     *
     * @param credential copied; the caller keeps and closes the original
     * @return the headers of that credential; the caller closes them
     */
    static ActiveCredential of(Credential credential) {
        return credential instanceof AccessTokenCredential tokens
                ? BearerHeaders.of(tokens)
                : ApiKeyHeaders.of((ApiKeyCredential) credential);
    }

    /**
     * The headers of one request, made anew for each attempt.
     *
     * @param timestamp the time that is signed
     * @param method upper-case HTTP method
     * @param requestPath path with query, exactly as sent
     * @param body the exact bytes sent; not changed and not kept
     * @return values by name, in a map of its own that the caller may add to; all of them are secret
     * @throws IllegalStateException if the credential is closed
     */
    Map<String, String> headers(String timestamp, String method, String requestPath, byte[] body);

    /** Wipes what is held of the credential. Does nothing by default. Closing twice has no effect. */
    @Override
    default void close() {}
}
