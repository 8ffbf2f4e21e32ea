package io.okxconnect.testkit.internal.oauth;

import io.okxconnect.testkit.internal.model.ErrorCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The registered apps, at all sites. Safe to use from several threads. */
public final class Clients {
    private final Map<String, OAuthClient> clients = new ConcurrentHashMap<>();

    Clients() {}

    public OAuthClient register(String id, @Nullable String secret, ClientTerms terms) {
        OAuthClient client = new OAuthClient(id, secret, terms);
        if (clients.putIfAbsent(id, client) != null) {
            throw new IllegalArgumentException("another app is registered with the client id " + id);
        }
        return client;
    }

    /** The app with this id, as a request names it. */
    public OAuthClient require(String id) {
        OAuthClient client = id.isEmpty() ? null : clients.get(id);
        if (client == null) {
            throw (id.isEmpty() ? ErrorCode.OAUTH_PARAMETER_EMPTY : ErrorCode.OAUTH_PARAMETER_ERROR)
                    .refusal("client_id");
        }
        return client;
    }
}
