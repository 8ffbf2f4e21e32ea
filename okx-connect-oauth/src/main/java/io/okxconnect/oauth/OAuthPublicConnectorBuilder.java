package io.okxconnect.oauth;

import io.okxconnect.ExchangeConnector;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The settings that {@link OAuthConnector OAuth connectors} of apps on the user's own device share. Not safe for use by several threads.
 *
 * @param <B> the builder itself
 */
public abstract sealed class OAuthPublicConnectorBuilder<B extends OAuthPublicConnectorBuilder<B>>
        extends OAuthConnectorBuilder<B> permits OAuthPkceConnectorBuilder, OAuthAgentConnectorBuilder {
    private @Nullable String clientId;
    private Consumer<LoopbackReceiverBuilder> loopback = Objects::requireNonNull;

    OAuthPublicConnectorBuilder(ExchangeConnector okx) {
        super(okx);
    }

    /**
     * The app's client at OKX.
     *
     * @param clientId 1 to 512 visible ASCII characters; not secret
     * @return this builder
     * @throws io.okxconnect.error.InvalidArgumentException if it is no such text
     */
    public B clientId(String clientId) {
        this.clientId = requireClientId(clientId);
        return self();
    }

    /**
     * Changes how {@link OAuthConnector#connectInBrowser} waits for the browser: port and path of the redirect URI that is registered at OKX,
     * time limit, and who shows the URL where there is no browser. Called once for each connect.
     *
     * @param settings changes the settings of a receiver, for example {@code receiver -> receiver.port(8765).path("/okx")}
     * @return this builder
     */
    public B loopback(Consumer<LoopbackReceiverBuilder> settings) {
        this.loopback = Objects.requireNonNull(settings, "settings");
        return self();
    }

    @Nullable
    String clientId() {
        return clientId;
    }

    Consumer<LoopbackReceiverBuilder> loopback() {
        return loopback;
    }
}
