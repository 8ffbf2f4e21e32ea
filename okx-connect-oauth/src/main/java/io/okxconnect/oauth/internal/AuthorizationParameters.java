package io.okxconnect.oauth.internal;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What goes on an authorization URL.
 *
 * @param scope joined as the server wants it, or "" for none
 * @param verifier of which the challenge is sent, or null for a flow without PKCE
 * @param resource RFC 8707, or null
 * @param extra further parameters, in order
 */
public record AuthorizationParameters(
        String clientId,
        URI redirectUri,
        String scope,
        String state,
        @Nullable String verifier,
        @Nullable URI resource,
        Map<String, String> extra) {

    public AuthorizationParameters {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(redirectUri, "redirectUri");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(state, "state");
        extra = new LinkedHashMap<>(extra);
    }

    /** The same with further parameters behind the present ones. */
    public AuthorizationParameters with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(extra);
        all.putAll(more);
        return new AuthorizationParameters(clientId, redirectUri, scope, state, verifier, resource, all);
    }

    /** {@return the client id only} */
    @Override
    public String toString() {
        return "AuthorizationParameters[" + clientId + "]";
    }
}
