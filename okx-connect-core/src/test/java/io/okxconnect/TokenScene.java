package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.SandboxOAuthClient;
import io.okxconnect.testkit.SandboxOAuthClientRequest;
import io.okxconnect.testkit.SandboxTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Alice's account, connected with tokens of an app that the sandbox knows, and who renews them there. */
final class TokenScene implements AutoCloseable {
    static final String REFRESHER = "test";
    static final RestRequest READ = RestRequest.get("/api/v5/account/balance").build();

    final TestExchange exchange = new TestExchange();
    final StoreProbe store = new StoreProbe(new InMemoryCredentialStore());
    final SandboxOAuthClient app;
    final AtomicInteger refreshes = new AtomicInteger();
    final ExchangeConnector connector;
    private final SandboxRefresher refresher;
    volatile Runnable beforeRefresh = () -> {};

    TokenScene() {
        app = exchange.okx.registerOAuthClient(SandboxOAuthClientRequest.confidential("TestApp")
                .redirectUri("https://app.example.com/callback")
                .clientSecret(Canary.CLIENT_SECRET)
                .read()
                .trade());
        refresher = new SandboxRefresher(exchange.okx.uri(), app.clientId(), app.clientSecret(), this::now);
        exchange.okx.nextTokens(Canary.ACCESS_TOKEN, Canary.REFRESH_TOKEN);
        connector = connector(store);
    }

    ExchangeConnector connector(CredentialStore over) {
        return renewing(exchange.connector(over));
    }

    ExchangeConnector connector(ExchangeConnectorBuilder settings) {
        return renewing(settings.sharedCredentialStore(store).build());
    }

    private ExchangeConnector renewing(ExchangeConnector made) {
        made.grants().refreshWith(REFRESHER, this::refresh);
        return made;
    }

    Connection connect() {
        SandboxTokens issued = exchange.alice.issueTokens(app);
        try (AccessTokenCredential credential = SandboxRefresher.tokens(
                issued.accessToken(), issued.refreshToken().orElseThrow(), now())) {
            return connector.grants().connect(ALICE, credential, grant());
        }
    }

    Grant grant() {
        return Grant.of(site(), TradingEnvironment.DEMO, CredentialOrigin.OAUTH).refreshedBy(REFRESHER);
    }

    Site site() {
        return Site.custom("sandbox", exchange.okx.uri());
    }

    private AccessTokenCredential refresh(CredentialMetadata account, AccessTokenCredential current) {
        refreshes.incrementAndGet();
        beforeRefresh.run();
        return refresher.refresh(account, current);
    }

    static TransportException noNetwork() {
        return new TransportException("Not sent.", "Try again.", RetryAdvice.WAIT, TransportPhase.CONNECT, false);
    }

    Instant now() {
        return exchange.okx.clock().instant();
    }

    void advance(Duration time) {
        exchange.okx.clock().advance(time);
    }

    @Override
    public void close() {
        connector.close();
        exchange.close();
    }
}
