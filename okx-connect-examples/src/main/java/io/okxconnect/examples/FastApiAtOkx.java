package io.okxconnect.examples;

import com.sun.net.httpserver.HttpServer;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.check.AccountRequirements;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.examples.fastapi.FastApiApp;
import io.okxconnect.oauth.FastApiConnector;
import java.net.URI;

/** The server app and the two connectors that it lives on. */
final class FastApiAtOkx implements AutoCloseable {
    private final ExchangeConnector okx;
    private final FastApiConnector fastApi;
    private final FastApiApp app;
    private final URI uri;

    private FastApiAtOkx(ExchangeConnector okx, FastApiConnector fastApi, FastApiApp app, URI uri) {
        this.okx = okx;
        this.fastApi = fastApi;
        this.app = app;
        this.uri = uri;
    }

    static FastApiAtOkx start(HttpServer server, AppRegistration registration, KeyPlace place) {
        URI redirectUri = registration.redirectUri();
        if (!FastApiApp.CALLBACK.equals(redirectUri.getPath())) {
            throw new InvalidArgumentException(
                    "OKX_REDIRECT_URI", "must end in " + FastApiApp.CALLBACK, "Register such a redirect URL with OKX.");
        }
        // In memory: this app forgets its users when it ends. A real one names a credentialStore.
        ExchangeConnector okx = ExchangeConnector.okx()
                .site(place.site())
                .environment(place.environment())
                .requirements(AccountRequirements.futuresTrading())
                .build();
        FastApiConnector fastApi = FastApiConnector.builder(okx)
                .client(registration.clientId(), registration.clientSecret())
                .redirectUri(redirectUri)
                .label("exampleapp")
                .build();
        URI uri = redirectUri.resolve("/");
        return new FastApiAtOkx(okx, fastApi, FastApiApp.start(server, okx, fastApi, uri), uri);
    }

    /** Where browsers find the app. */
    URI uri() {
        return uri;
    }

    @Override
    public void close() {
        app.close();
        fastApi.close();
        okx.close();
    }
}
