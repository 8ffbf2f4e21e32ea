package io.okxconnect.examples;

import com.sun.net.httpserver.HttpServer;
import io.okxconnect.credential.Secret;
import io.okxconnect.examples.myexchanges.MyExchangesApp;
import io.okxconnect.examples.myexchanges.Settings;
import io.okxconnect.examples.myexchanges.TryOut;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxKeyRequest;
import io.okxconnect.testkit.SandboxOAuthClient;
import io.okxconnect.testkit.SandboxOAuthClientRequest;
import io.okxconnect.testkit.SandboxPositionMode;
import io.okxconnect.testkit.SandboxSite;
import io.okxconnect.testkit.SandboxUser;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A sandbox OKX with a few customers, and "My exchanges" beside it. */
final class MyExchangesOnSandbox implements AutoCloseable {
    private static final String IP = "127.0.0.1";

    private final OkxSandbox sandbox;
    private final MyExchangesAtOkx app;

    private MyExchangesOnSandbox(OkxSandbox sandbox, MyExchangesAtOkx app) {
        this.sandbox = sandbox;
        this.app = app;
    }

    static MyExchangesOnSandbox start(HttpServer server) {
        OkxSandbox sandbox = OkxSandbox.start();
        URI address = URI.create("http://" + IP + ":" + server.getAddress().getPort() + "/");
        KeyPlace place = new KeyPlace(Site.custom("sandbox", sandbox.uri()), TradingEnvironment.DEMO);
        Site europe = Site.custom("sandbox-eea", sandbox.uri(SandboxSite.EEA));
        Settings settings = new Settings(
                address,
                List.of(IP),
                place.site().apiManagementPage(TradingEnvironment.DEMO),
                TradingEnvironment.DEMO,
                List.of(place.site().name(), europe.name()),
                Optional.of(tryOut(sandbox)));
        try (AppRegistration registration = register(sandbox, address.resolve(MyExchangesApp.CALLBACK))) {
            return new MyExchangesOnSandbox(
                    sandbox,
                    MyExchangesAtOkx.start(server, Optional.of(registration), place, List.of(europe), settings));
        }
    }

    private static AppRegistration register(OkxSandbox sandbox, URI redirectUri) {
        SandboxOAuthClient client = sandbox.registerOAuthClient(SandboxOAuthClientRequest.confidential("My exchanges")
                .redirectUri(redirectUri.toString())
                .fastApi()
                .serverIps(IP)
                .keyIps(IP));
        return new AppRegistration(client.clientId(), Secret.of(client.clientSecret()), redirectUri);
    }

    private static TryOut tryOut(OkxSandbox sandbox) {
        customer(sandbox, "alice");
        SandboxUser hedging = customer(sandbox, "carol");
        hedging.demo().setPositionMode(SandboxPositionMode.LONG_SHORT);
        return new TryOut(
                "alice",
                List.of(
                        key("fine", customer(sandbox, "bob"), request("Grid bot")),
                        key("hedge", hedging, request("Hedge fund")),
                        key(
                                "withdraw",
                                customer(sandbox, "dave"),
                                request("All rights").withdraw())));
    }

    private static SandboxUser customer(OkxSandbox sandbox, String name) {
        SandboxUser user = sandbox.createUser(name);
        user.demo().setBalance("USDT", "12500.75").setBalance("BTC", "0.25").setBalance("ETH", "1.5");
        return user;
    }

    private static SandboxKeyRequest request(String name) {
        return SandboxKeyRequest.named(name)
                .environment(SandboxEnvironment.DEMO)
                .read()
                .trade()
                .ips(IP)
                .passphrase("Sandbox-2026!");
    }

    private static TryOut.Key key(String name, SandboxUser user, SandboxKeyRequest request) {
        SandboxApiKey key = user.createApiKey(request);
        return new TryOut.Key(name, key.apiKey(), key.secretKey(), key.passphrase());
    }

    OkxSandbox sandbox() {
        return sandbox;
    }

    /** Where browsers find the app. */
    URI uri() {
        return app.app().address();
    }

    @Override
    public void close() {
        app.close();
        sandbox.close();
    }
}
