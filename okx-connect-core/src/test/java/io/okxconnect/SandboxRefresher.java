package io.okxconnect;

import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.Secret;
import io.okxconnect.credential.SecretAccess;
import io.okxconnect.error.ReauthorizationRequiredException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.spi.TokenRefresher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** Asks the sandbox for new tokens, in the plainest way; the real ones are in okx-connect-oauth. */
final class SandboxRefresher implements TokenRefresher {
    private final URI endpoint;
    private final String clientId;
    private final String clientSecret;
    private final Supplier<Instant> now;
    private final HttpClient http = HttpClient.newHttpClient();

    SandboxRefresher(URI okx, String clientId, String clientSecret, Supplier<Instant> now) {
        this.endpoint = okx.resolve("/v5/users/oauth/token");
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.now = now;
    }

    @Override
    public AccessTokenCredential refresh(CredentialMetadata account, AccessTokenCredential current) {
        JsonValue answer = ask(current);
        String access = answer.member("access_token").flatMap(JsonValue::rawText).orElse("");
        if (access.isEmpty()) {
            throw new ReauthorizationRequiredException(account.accountId().value(), "OKX refused to renew them.");
        }
        String next = answer.member("refresh_token").flatMap(JsonValue::rawText).orElseThrow();
        return tokens(access, next, now.get());
    }

    static AccessTokenCredential tokens(String access, String refresh, Instant now) {
        try (Secret accessToken = Secret.of(access);
                Secret refreshToken = Secret.of(refresh)) {
            return AccessTokenCredential.builder(accessToken)
                    .refreshToken(refreshToken)
                    .receivedAt(now)
                    .expiresAt(now.plusSeconds(3600))
                    .refreshExpiresAt(now.plus(Duration.ofDays(3)))
                    .build();
        }
    }

    private JsonValue ask(AccessTokenCredential current) {
        String token = current.refreshToken()
                .orElseThrow()
                .use(SecretAccess.insecure(), bytes -> new String(bytes, StandardCharsets.US_ASCII));
        Map<String, String> body = Map.of(
                "grant_type", "refresh_token",
                "refresh_token", token,
                "client_id", clientId,
                "client_secret", clientSecret);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonValue.from(body).toJson()))
                .build();
        try {
            return JsonValue.parse(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
