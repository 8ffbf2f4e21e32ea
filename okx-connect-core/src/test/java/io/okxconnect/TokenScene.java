package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.credential.Secret;
import io.okxconnect.credential.SecretAccess;
import io.okxconnect.error.ReauthorizationRequiredException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.spi.TokenRefresher;
import io.okxconnect.testkit.SandboxOAuthClient;
import io.okxconnect.testkit.SandboxOAuthClientRequest;
import io.okxconnect.testkit.SandboxTokens;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Alice's account, connected with tokens of an app that the sandbox knows, and who renews them there. */
final class TokenScene implements AutoCloseable {
    static final String TOKEN_PATH = "/v5/users/oauth/token";
    static final String REFRESHER = "test";
    static final RestRequest READ = RestRequest.get("/api/v5/account/balance").build();

    final TestExchange exchange = new TestExchange();
    final StoreProbe store = new StoreProbe(new InMemoryCredentialStore());
    final SandboxOAuthClient app;
    final AtomicInteger refreshes = new AtomicInteger();
    final HttpClient http = HttpClient.newHttpClient();
    final ExchangeConnector connector;
    volatile Runnable beforeRefresh = () -> {};

    TokenScene() {
        app = exchange.okx.registerOAuthClient(SandboxOAuthClientRequest.confidential("TestApp")
                .redirectUri("https://app.example.com/callback")
                .clientSecret(Canary.CLIENT_SECRET)
                .read()
                .trade());
        exchange.okx.nextTokens(Canary.ACCESS_TOKEN, Canary.REFRESH_TOKEN);
        connector = connector(store);
    }

    ExchangeConnector connector(CredentialStore over) {
        ExchangeConnector made = exchange.connector(over);
        made.grants().refreshWith(REFRESHER, this::refresh);
        return made;
    }

    Connection connect() {
        SandboxTokens tokens = exchange.alice.issueTokens(app);
        Instant now = now();
        try (Secret access = Secret.of(tokens.accessToken());
                Secret refresh = Secret.of(tokens.refreshToken().orElseThrow());
                AccessTokenCredential credential = AccessTokenCredential.builder(access)
                        .refreshToken(refresh)
                        .receivedAt(now)
                        .expiresAt(now.plusSeconds(3600))
                        .refreshExpiresAt(now.plus(Duration.ofDays(3)))
                        .build()) {
            return connector.grants().connect(ALICE, credential, grant());
        }
    }

    Grant grant() {
        return Grant.of(site(), TradingEnvironment.DEMO, CredentialOrigin.OAUTH).refreshedBy(REFRESHER);
    }

    Site site() {
        return Site.custom("sandbox", exchange.okx.uri());
    }

    /** A {@link TokenRefresher} that asks the sandbox. */
    private AccessTokenCredential refresh(CredentialMetadata account, AccessTokenCredential current) {
        refreshes.incrementAndGet();
        beforeRefresh.run();
        JsonValue answer = ask(current);
        String access =
                answer.member("access_token").flatMap(JsonValue::rawText).orElse("");
        if (access.isEmpty()) {
            throw new ReauthorizationRequiredException(account.accountId().value(), "OKX refused to renew them.");
        }
        String next = answer.member("refresh_token").flatMap(JsonValue::rawText).orElseThrow();
        try (Secret accessToken = Secret.of(access);
                Secret refreshToken = Secret.of(next)) {
            return AccessTokenCredential.builder(accessToken)
                    .refreshToken(refreshToken)
                    .receivedAt(now())
                    .expiresAt(now().plusSeconds(3600))
                    .refreshExpiresAt(now().plus(Duration.ofDays(3)))
                    .build();
        }
    }

    private JsonValue ask(AccessTokenCredential current) {
        String token = current.refreshToken()
                .orElseThrow()
                .use(SecretAccess.insecure(), bytes -> new String(bytes, StandardCharsets.US_ASCII));
        String body = JsonValue.from(Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        token,
                        "client_id",
                        app.clientId(),
                        "client_secret",
                        app.clientSecret()))
                .toJson();
        HttpRequest request = HttpRequest.newBuilder(exchange.okx.uri().resolve(TOKEN_PATH))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return JsonValue.parse(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
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
