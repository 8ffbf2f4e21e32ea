package io.okxconnect.examples;

import com.sun.net.httpserver.HttpServer;
import io.okxconnect.credential.Secret;
import io.okxconnect.examples.fastapi.FastApiApp;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxOAuthClient;
import io.okxconnect.testkit.SandboxOAuthClientRequest;
import java.net.URI;

/** A sandbox OKX that has approved the server app, and the app beside it. */
final class FastApiOnSandbox implements AutoCloseable {
    private final OkxSandbox sandbox;
    private final FastApiAtOkx app;

    private FastApiOnSandbox(OkxSandbox sandbox, FastApiAtOkx app) {
        this.sandbox = sandbox;
        this.app = app;
    }

    static FastApiOnSandbox start(HttpServer server) {
        OkxSandbox sandbox = OkxSandbox.start();
        sandbox.createUser("alice").demo().setBalance("USDT", "12500.75").setBalance("BTC", "0.25");
        URI redirectUri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + FastApiApp.CALLBACK);
        SandboxOAuthClient client = sandbox.registerOAuthClient(SandboxOAuthClientRequest.confidential("My trading app")
                .redirectUri(redirectUri.toString())
                .fastApi()
                .serverIps("127.0.0.1")
                .keyIps("127.0.0.1"));
        try (AppRegistration registration =
                new AppRegistration(client.clientId(), Secret.of(client.clientSecret()), redirectUri)) {
            KeyPlace place = new KeyPlace(Site.custom("sandbox", sandbox.uri()), TradingEnvironment.DEMO);
            return new FastApiOnSandbox(sandbox, FastApiAtOkx.start(server, registration, place));
        }
    }

    OkxSandbox sandbox() {
        return sandbox;
    }

    /** Where browsers find the app. */
    URI uri() {
        return app.uri();
    }

    @Override
    public void close() {
        app.close();
        sandbox.close();
    }
}
