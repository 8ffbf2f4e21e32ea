package io.okxconnect.examples;

import io.okxconnect.Connection;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.AccountId;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.BrowserOpener;
import io.okxconnect.oauth.DeviceId;
import io.okxconnect.oauth.OAuthConnector;
import io.okxconnect.oauth.error.OAuthErrorException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxOAuthClientRequest;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A desktop app: opens OKX's page in the user's browser, waits for the answer on this machine, and shows the balances. No server, no client
 * secret, no key.
 */
final class PkceDesktop implements Example {
    private static final Options OPTIONS = Options.of("--sandbox!", "--port", "--device-id");
    private static final String CLIENT_ID = "OKX_CLIENT_ID";
    private static final int PORT = 8765;
    private static final int DECLINED = 3;

    private final BrowserOpener browser;

    PkceDesktop(BrowserOpener browser) {
        this.browser = browser;
    }

    @Override
    public String name() {
        return "pkce-desktop";
    }

    @Override
    public String summary() {
        return "connect from a desktop app, through the user's browser ([--sandbox] [--port <n>] [--device-id <file>])";
    }

    @Override
    public int run(List<String> options, Map<String, String> environment, PrintStream out) {
        Options given = OPTIONS.parse(options);
        int port = given.number("--port", PORT);
        String clientId = environment.getOrDefault(CLIENT_ID, "");
        if (!clientId.isBlank() && !given.has("--sandbox")) {
            Path deviceId = given.text("--device-id")
                    .map(Path::of)
                    .orElseThrow(
                            () -> new InvalidArgumentException(
                                    "--device-id",
                                    "must be set",
                                    "Name a file in a directory of your own: OKX binds the tokens to the id that is kept there."));
            return connect(KeyPlace.from(environment), clientId, DeviceId.inFile(deviceId), port, out);
        }
        try (OkxSandbox sandbox = OkxSandbox.start()) {
            out.println("A sandbox OKX runs at " + sandbox.uri() + "; the user is 'alice'.");
            sandbox.createUser("alice").demo().setBalance("USDT", "12500.75");
            String registered = sandbox.registerOAuthClient(SandboxOAuthClientRequest.publicClient("My desktop app")
                            .redirectUri("http://127.0.0.1:" + port + "/callback")
                            .read()
                            .trade())
                    .clientId();
            KeyPlace place = new KeyPlace(Site.custom("sandbox", sandbox.uri()), TradingEnvironment.DEMO);
            return connect(place, registered, DeviceId.inMemory(), port, out);
        }
    }

    private int connect(KeyPlace place, String clientId, DeviceId deviceId, int port, PrintStream out) {
        // In memory: this example forgets the tokens when it ends. An app names a credentialStore, and finds them
        // again.
        try (ExchangeConnector okx = ExchangeConnector.okx()
                        .site(place.site())
                        .environment(place.environment())
                        .build();
                OAuthConnector app = OAuthConnector.pkce(okx)
                        .clientId(clientId)
                        .deviceId(deviceId)
                        .loopback(receiver -> receiver.port(port)
                                .browser(browser)
                                .whenNoBrowser(page -> out.println("Open this page in a browser:\n  " + page)))
                        .build()) {
            out.println("Waiting for the answer at http://127.0.0.1:" + port + "/callback ...");
            Connection alice = app.connectInBrowser(AccountId.of("alice"));
            out.println("Status: " + alice.status());
            BalanceTable.print(alice.balance(), out);
            out.println(alice.disconnect());
            return 0;
        } catch (OAuthErrorException e) {
            if (!e.isDeclined()) {
                throw e;
            }
            out.println("You declined on OKX's page, so nothing was connected.");
            return DECLINED;
        }
    }
}
