package io.okxconnect.examples;

import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.AccountId;
import io.okxconnect.examples.fastapi.FastApiApp;
import io.okxconnect.oauth.FastApiConnector;
import io.okxconnect.oauth.SessionBinding;
import io.okxconnect.site.Site;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxOAuthClient;
import io.okxconnect.testkit.SandboxOAuthClientRequest;
import io.okxconnect.testkit.SandboxUser;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A sandbox OKX to click through: make keys, change settings, agree to what an app asks for, then connect to it from an app.
 */
final class ClickableSandbox implements Example {
    private static final String APP = "http://127.0.0.1:" + FastApiServer.PORT + FastApiApp.CALLBACK;

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public String summary() {
        return "start a sandbox OKX and keep it open, to click through its pages";
    }

    @Override
    public int run(List<String> options, Map<String, String> environment, PrintStream out) throws IOException {
        if (!options.isEmpty()) {
            out.println("This example takes no options.");
            return 2;
        }
        try (OkxSandbox sandbox = OkxSandbox.start()) {
            describe(sandbox, out);
            out.println("Press Enter to stop.");
            int read = System.in.read();
            out.println(read < 0 ? "End of input: stopped." : "Stopped.");
        }
        return 0;
    }

    static void describe(OkxSandbox sandbox, PrintStream out) {
        SandboxUser alice = sandbox.createUser("alice");
        alice.demo().setBalance("USDT", "10000");
        out.println("Open " + sandbox.uri() + "/account/my-api in a browser; the user is 'alice'.");
        out.println("Make a key there, then connect with it from another terminal:");
        out.println("  OKX_SITE=" + sandbox.uri() + " OKX_ENVIRONMENT=demo OKX_API_KEY=... OKX_SECRET_KEY=..."
                + " OKX_PASSPHRASE=... \\");
        out.println("      mvn -q -pl okx-connect-examples -am test-compile exec:java -Dmaven.test.skip=true");
        out.println("Or in code: Site.custom(\"sandbox\", URI.create(\"" + sandbox.uri() + "\"))");
        out.println();
        describeApp(sandbox, out);
    }

    /** An app that OKX has approved: its consent page, and how to run it. */
    private static void describeApp(OkxSandbox sandbox, PrintStream out) {
        URI connectedApps = URI.create(sandbox.uri() + "/account/connected-apps");
        SandboxOAuthClient client = sandbox.registerOAuthClient(SandboxOAuthClientRequest.confidential("My trading app")
                .redirectUri(APP)
                .redirectUri(connectedApps.toString())
                .fastApi()
                .serverIps("127.0.0.1")
                .keyIps("127.0.0.1"));
        try (ExchangeConnector okx = ExchangeConnector.okx()
                        .site(Site.custom("sandbox", sandbox.uri()))
                        .build();
                FastApiConnector fastApi = FastApiConnector.builder(okx)
                        .client(client.clientId(), client.clientSecret())
                        .redirectUri(connectedApps)
                        .build()) {
            URI consent = fastApi.begin(AccountId.of("alice"), SessionBinding.ofThisProcess())
                    .uri();
            out.println(
                    "An app called \"" + client.name() + "\" is registered. To see what its users are asked, open:");
            out.println("  " + consent);
        }
        out.println("To run the app against this sandbox, from another terminal:");
        out.println("  OKX_SITE=" + sandbox.uri() + " OKX_ENVIRONMENT=demo OKX_CLIENT_ID=" + client.clientId()
                + " OKX_CLIENT_SECRET=" + client.clientSecret() + " OKX_REDIRECT_URI=" + APP + " \\");
        out.println(
                "      mvn -q -pl okx-connect-examples -am test-compile exec:java -Dmaven.test.skip=true -Dexec.args=\"fast-api\"");
        out.println();
    }
}
