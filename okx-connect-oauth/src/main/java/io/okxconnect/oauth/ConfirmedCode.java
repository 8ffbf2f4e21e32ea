package io.okxconnect.oauth;

import io.okxconnect.credential.Secret;
import java.net.URI;

/** A code that passed every check and now belongs to this caller alone, with the record it was checked against. */
record ConfirmedCode(Secret code, PendingAuthorization pending, OAuthSite site, URI tokenBase)
        implements AutoCloseable {

    URI tokenEndpoint() {
        return site.tokenEndpoint(tokenBase);
    }

    @Override
    public void close() {
        code.close();
        pending.close();
    }

    /** {@return the site} */
    @Override
    public String toString() {
        return "ConfirmedCode[" + site.site().name() + "]";
    }
}
