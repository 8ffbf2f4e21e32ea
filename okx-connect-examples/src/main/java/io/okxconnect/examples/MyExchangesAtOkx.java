package io.okxconnect.examples;

import com.sun.net.httpserver.HttpServer;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.check.AccountRequirements;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.examples.myexchanges.MyExchangesApp;
import io.okxconnect.examples.myexchanges.Settings;
import io.okxconnect.examples.myexchanges.connect.Exchanges;
import io.okxconnect.oauth.FastApiConnector;
import io.okxconnect.site.Site;
import java.util.List;
import java.util.Optional;

/** "My exchanges" and the two connectors that it lives on. */
final class MyExchangesAtOkx implements AutoCloseable {
    private final ExchangeConnector okx;
    private final Optional<FastApiConnector> fastApi;
    private final MyExchangesApp app;

    private MyExchangesAtOkx(ExchangeConnector okx, Optional<FastApiConnector> fastApi, MyExchangesApp app) {
        this.okx = okx;
        this.fastApi = fastApi;
        this.app = app;
    }

    /** Starts it; without a registration as an OKX broker, only pasted keys are offered. */
    static MyExchangesAtOkx start(
            HttpServer server,
            Optional<AppRegistration> registration,
            KeyPlace place,
            List<Site> otherSites,
            Settings settings) {
        registration.map(it -> it.redirectUri().getPath()).ifPresent(MyExchangesAtOkx::requireCallback);
        // In memory: this app forgets its users when it ends. A real one names a credentialStore.
        ExchangeConnector okx = ExchangeConnector.okx()
                .site(place.site())
                .environment(place.environment())
                .enabledSites(otherSites.toArray(Site[]::new))
                .detectSiteAndEnvironment()
                .requirements(AccountRequirements.futuresTrading())
                .build();
        Optional<FastApiConnector> fastApi = registration.map(it -> FastApiConnector.builder(okx)
                .client(it.clientId(), it.clientSecret())
                .redirectUri(it.redirectUri())
                .label("MyExchanges")
                .build());
        Exchanges exchanges = new Exchanges(okx, fastApi.orElse(null));
        return new MyExchangesAtOkx(okx, fastApi, MyExchangesApp.start(server, exchanges, settings));
    }

    private static void requireCallback(String path) {
        if (!MyExchangesApp.CALLBACK.equals(path)) {
            throw new InvalidArgumentException(
                    "OKX_REDIRECT_URI",
                    "must end in " + MyExchangesApp.CALLBACK,
                    "Register such a redirect URL with OKX.");
        }
    }

    MyExchangesApp app() {
        return app;
    }

    @Override
    public void close() {
        app.close();
        fastApi.ifPresent(FastApiConnector::close);
        okx.close();
    }
}
