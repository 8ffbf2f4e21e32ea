package io.okxconnect.examples;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.JdbcCredentialStore;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.oauth.JdbcPendingAuthorizationStore;
import io.okxconnect.oauth.SessionBinding;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxOAuthClient;
import io.okxconnect.testkit.SandboxOAuthClientRequest;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A platform that outgrew one machine: two nodes on one database. One begins a connect, the other completes it, both go on. */
final class Platform implements Example {
    private static final URI CALLBACK = URI.create("http://127.0.0.1:8080/connect/okx/callback");
    private static final AccountId ALICE = AccountId.of("alice");

    @Override
    public String name() {
        return "platform";
    }

    @Override
    public String summary() {
        return "two nodes on one database: one begins a connect, the other completes it, both read the account";
    }

    @Override
    public int run(List<String> options, Map<String, String> environment, PrintStream out) {
        if (!options.isEmpty()) {
            out.println("This example takes no options.");
            return 2;
        }
        PlatformDatabase database = PlatformDatabase.from(environment, out);
        // Once, when the platform is set up; or the two scripts, by a migration tool.
        JdbcCredentialStore.createSchema(database.dataSource());
        JdbcPendingAuthorizationStore.createSchema(database.dataSource());

        try (OkxSandbox sandbox = OkxSandbox.start();
                AppRegistration registration = register(sandbox)) {
            sandbox.createUser("alice").demo().setBalance("USDT", "12500.75");
            out.println("A sandbox OKX runs at " + sandbox.uri() + ".");
            KeyPlace place = new KeyPlace(Site.custom("sandbox", sandbox.uri()), TradingEnvironment.DEMO);
            try (PlatformNode one = PlatformNode.start(database, registration, place);
                    PlatformNode two = PlatformNode.start(database, registration, place)) {
                tell(sandbox, one, two, out);
            }
        }
        return 0;
    }

    private static AppRegistration register(OkxSandbox sandbox) {
        SandboxOAuthClient client = sandbox.registerOAuthClient(SandboxOAuthClientRequest.confidential("My platform")
                .redirectUri(CALLBACK.toString())
                .fastApi()
                .serverIps("127.0.0.1")
                .keyIps("127.0.0.1"));
        return new AppRegistration(client.clientId(), Secret.of(client.clientSecret()), CALLBACK);
    }

    private static void tell(OkxSandbox sandbox, PlatformNode one, PlatformNode two, PrintStream out) {
        // What the load balancer passes along with each request of Alice's browser.
        SessionBinding session = SessionBinding.of("value of Alice's http-only cookie");

        URI consent = one.fastApi().begin(ALICE, session).uri();
        out.println("Node 1 sends Alice to OKX.");
        URI callback = sandbox.user("alice").orElseThrow().agreeTo(consent);
        out.println("Alice agrees. Her browser comes back to node 2.");
        two.fastApi().complete(callback.getRawQuery(), session);
        out.println("Node 2: " + two.okx().connections());
        out.println("Node 1: " + one.okx().connections());
        out.println("Total equity, read by node 1: " + equity(one) + " USD");
        out.println("Total equity, read by node 2: " + equity(two) + " USD");
        try {
            one.fastApi().complete(callback.getRawQuery(), session);
        } catch (OkxConnectException refused) {
            out.println("The same callback at node 1: " + refused.problem());
        }
        out.println("Node 1: " + one.okx().connection(ALICE).disconnect());
        out.println("Node 2: " + two.okx().connections());
    }

    private static String equity(PlatformNode node) {
        return node.okx().connection(ALICE).balance().totalEquity().toPlainString();
    }
}
