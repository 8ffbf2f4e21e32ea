package io.okxconnect.oauth;

import io.okxconnect.Connection;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.ExchangeConnectorBuilder;
import io.okxconnect.canary.Canary;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.oauth.error.FastApiException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxFaultPlan;
import io.okxconnect.testkit.SandboxOAuthClient;
import io.okxconnect.testkit.SandboxOAuthClientRequest;
import io.okxconnect.testkit.SandboxRequest;
import io.okxconnect.testkit.SandboxSwitch;
import io.okxconnect.testkit.SandboxUser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An app with Fast API at a sandbox on a socket, and a user of it. Pauses take no time. */
final class FastApiScene implements AutoCloseable {
    static final String TOKEN = "/v5/users/oauth/token";
    static final String DELETE = "/api/v5/users/oauth/delete-apikey";
    static final String CREATE = "/api/v5/users/oauth/apikey";
    static final String CONFIG = "/api/v5/account/config";
    static final AccountId ALICE = AccountId.of("alice");
    static final SessionBinding SESSION = Desk.SESSION;

    final OkxSandbox okx;
    final SandboxUser alice;
    final SandboxOAuthClient app;
    final Site site;
    final CredentialStore store = new InMemoryCredentialStore();
    final ExchangeConnector connector;
    final FastApiConnector fast;
    final List<Duration> pauses = new CopyOnWriteArrayList<>();

    FastApiScene(SandboxSwitch... switches) {
        this(builder -> {}, builder -> {}, switches);
    }

    FastApiScene(
            Consumer<ExchangeConnectorBuilder> connector,
            Consumer<FastApiConnectorBuilder> fast,
            SandboxSwitch... switches) {
        // Limits count real time; what is refused for them is said by faults.
        okx = OkxSandbox.builder()
                .with(SandboxSwitch.RATE_LIMITS_OFF)
                .with(switches)
                .start();
        alice = okx.createUser("alice");
        app = okx.registerOAuthClient(SandboxOAuthClientRequest.confidential("App")
                .redirectUri(Desk.REDIRECT.toString())
                .clientSecret(Canary.CLIENT_SECRET)
                .keyIps("127.0.0.1")
                .fastApi());
        site = Site.custom("sandbox", okx.uri());
        this.connector = connector(connector);
        this.fast = fast(this.connector, fast);
    }

    /** Another node of the app, on the same store. */
    ExchangeConnector connector(Consumer<ExchangeConnectorBuilder> settings) {
        ExchangeConnectorBuilder builder = ExchangeConnector.okx()
                .site(site)
                .environment(TradingEnvironment.DEMO)
                .sharedCredentialStore(store);
        settings.accept(builder);
        return builder.build();
    }

    FastApiConnector fast(ExchangeConnector connector, Consumer<FastApiConnectorBuilder> settings) {
        FastApiConnectorBuilder builder = FastApiConnector.builder(connector)
                .client(app.clientId(), Canary.CLIENT_SECRET)
                .redirectUri(Desk.REDIRECT)
                .pauses(pauses::add);
        settings.accept(builder);
        return builder.build();
    }

    /** What the browser brings back after the user has agreed. */
    URI agreed(AccountId accountId, SandboxUser user) {
        return user.agreeTo(fast.begin(accountId, SESSION).uri());
    }

    Connection connect() {
        return connect(ALICE, alice);
    }

    Connection connect(AccountId accountId, SandboxUser user) {
        return fast.complete(agreed(accountId, user), SESSION);
    }

    /** The failure of a connect. */
    FastApiException failed() {
        return failed(ALICE, alice);
    }

    FastApiException failed(AccountId accountId, SandboxUser user) {
        URI callback = agreed(accountId, user);
        try {
            fast.complete(callback, SESSION);
        } catch (FastApiException e) {
            return e;
        } catch (OkxConnectException e) {
            throw new AssertionError("another failure: " + e.getClass(), e);
        }
        throw new AssertionError("the connect succeeded");
    }

    CredentialMetadata stored(AccountId accountId) {
        return connector.connections().stream()
                .filter(each -> each.accountId().equals(accountId))
                .findFirst()
                .orElseThrow()
                .metadata();
    }

    SandboxFaultPlan on(String path) {
        return okx.faults().on(path.equals(CONFIG) ? "GET" : "POST", path);
    }

    /** Everything that was posted, in order. */
    List<String> posted() {
        return posts().stream().map(SandboxRequest::path).toList();
    }

    List<SandboxRequest> posts() {
        return okx.journal().find(each -> each.method().equals("POST"));
    }

    JsonValue body(int index, String path) {
        return JsonValue.parse(okx.journal().find("POST", path).get(index).revealBody());
    }

    static FastApiPassphrases canary() {
        return () -> Secret.of(Canary.PASSPHRASE);
    }

    @Override
    public void close() {
        fast.close();
        connector.close();
        okx.close();
    }
}
