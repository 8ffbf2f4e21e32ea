package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.oauth.error.TokenEndpointException;
import io.okxconnect.oauth.error.TokenEndpointException.Reason;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportResponse;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Rows 14 to 22 and 38: PKCE, token answers, endpoints, issuer. */
final class ClientAttacks {
    private static final String ISSUER = "https://as.example.com";

    private ClientAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(
                new Attack(14, "PKCE plain requested", ClientAttacks::plainRequested),
                new Attack(15, "verifier reused", ClientAttacks::verifierReused),
                new Attack(16, "verifier malformed", ClientAttacks::verifierMalformed),
                new Attack(
                        17,
                        "token answer without a token or of another type",
                        (stage, random) ->
                                assertNoTokens(withoutToken(random), Reason.NO_ACCESS_TOKEN, Reason.TOKEN_TYPE)),
                new Attack(
                        18,
                        "expires_in negative, huge, text",
                        (stage, random) -> assertNoTokens(
                                "{\"access_token\":\"" + Stage.word(random, 30)
                                        + "\",\"token_type\":\"bearer\",\"expires_in\":" + badLifetime(random) + "}",
                                Reason.EXPIRY)),
                new Attack(19, "token endpoint redirects", ClientAttacks::redirected),
                new Attack(20, "token endpoint without TLS", ClientAttacks::plainHttp),
                new Attack(
                        21,
                        "issuer wrong",
                        (stage, random) -> assertIssuer(
                                IssuerCheck.IF_PRESENT,
                                "&iss=" + Queries.encode(badIssuer(random)),
                                CallbackRejectedException.Reason.ISSUER_MISMATCH)),
                new Attack(
                        22,
                        "issuer absent where it is sent",
                        (stage, random) -> assertIssuer(
                                IssuerCheck.REQUIRED,
                                "&" + Stage.word(random, 10) + "=" + ISSUER,
                                CallbackRejectedException.Reason.ISSUER_MISSING)),
                new Attack(38, "scope grows on refresh", ClientAttacks::scopeGrows));
    }

    private static OAuthClientBuilder builder(HttpTransport transport) {
        return OAuthClient.builder()
                .clientId("CID123")
                .authorizationEndpoint(URI.create(ISSUER + "/authorize"))
                .tokenEndpoint(URI.create(ISSUER + "/token"))
                .transport(transport);
    }

    private static void plainRequested(Stage stage, Random random) {
        String name = random.nextBoolean() ? "code_challenge_method" : "code_challenge";
        OAuthClientBuilder builder = builder(stage.transport);
        Throwable failure = Stage.failure(() -> switch (random.nextInt(3)) {
            case 0 -> builder.extraParameter(name, "plain");
            case 1 ->
                builder.authorizationEndpoint(
                        URI.create(ISSUER + "/authorize?" + Stage.word(random, 6) + "=1&" + name + "=plain"));
            default -> stage.global.withExtraParameters(Map.of(name, "plain"));
        });
        assertThat(failure).isInstanceOf(InvalidArgumentException.class);
        try (OAuthClient client = builder.build();
                AuthorizationAttempt attempt = client.begin(Desk.REDIRECT)) {
            assertThat(Queries.of(attempt.uri())).containsEntry("code_challenge_method", "S256");
        }
    }

    private static void verifierReused(Stage stage, Random random) {
        try (OAuthClient client = builder(stage.transport).build();
                AuthorizationAttempt attempt = client.begin(Desk.REDIRECT);
                AuthorizationAttempt next = client.begin(Desk.REDIRECT)) {
            assertThat(next.codeVerifier()
                            .secret()
                            .constantTimeEquals(attempt.codeVerifier().secret()))
                    .isFalse();
            String state = "&state=" + Queries.of(attempt.uri()).get("state");
            client.complete(attempt, AuthorizationCallback.parseQuery("code=first" + state))
                    .close();
            String again = "code=" + Stage.word(random, 40) + state;
            Throwable failure = Stage.failure(() -> client.complete(attempt, AuthorizationCallback.parseQuery(again)));
            assertThat(failure).isInstanceOf(CallbackRejectedException.class);
            Stage.assertSilent(failure, again);
        }
        assertThat(stage.transport.asked()).hasSize(1);
    }

    private static void verifierMalformed(Stage stage, Random random) {
        String bad = switch (random.nextInt(3)) {
            case 0 -> Stage.word(random, 1 + random.nextInt(42));
            case 1 -> Stage.word(random, 129 + random.nextInt(100));
            default ->
                Stage.word(random, 20 + random.nextInt(30))
                        + "+/= \u00e9\n!".charAt(random.nextInt(7))
                        + Stage.word(random, 30);
        };
        try (Secret secret = Secret.of(bad)) {
            Throwable failure = Stage.failure(() -> CodeVerifier.of(secret));
            assertThat(failure).isInstanceOf(InvalidArgumentException.class);
            Stage.assertSilent(failure, bad);
        }
    }

    private static String withoutToken(Random random) {
        String token = Stage.word(random, 30);
        return switch (random.nextInt(8)) {
            case 0 -> "{}";
            case 1 -> "{\"token_type\":\"bearer\",\"id_token\":\"" + token + "\"}";
            case 2 -> "{\"access_token\":\"\",\"token_type\":\"bearer\"}";
            case 3 -> "{\"access_token\":{\"x\":\"" + token + "\"},\"token_type\":\"bearer\"}";
            case 4 -> "{\"access_token\":\"" + token + "\\r\\nX: y\",\"token_type\":\"bearer\"}";
            case 5 -> "{\"access_token\":\"" + token + "\"}";
            case 6 ->
                "{\"access_token\":\"" + token + "\",\"token_type\":\"" + (random.nextBoolean() ? "mac" : "DPoP")
                        + "\"}";
            default -> "{\"access_token\":\"" + token + "\",\"token_type\":[\"bearer\"]}";
        };
    }

    private static String badLifetime(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "-" + (1 + random.nextInt(1_000_000));
            case 1 -> "0";
            case 2 -> random.nextInt(1_000) + "." + random.nextInt(10);
            case 3 -> "1e" + (1 + random.nextInt(60));
            case 4 -> "999999999" + (100_000 + random.nextInt(900_000));
            case 5 -> "\"" + Stage.word(random, 5) + "x\"";
            case 6 -> random.nextBoolean() ? "true" : "[3600]";
            default -> "\"\"";
        };
    }

    private static void assertNoTokens(String answer, Reason... reasons) {
        ScriptedTransport transport = ScriptedTransport.answering(200, answer);
        try (OAuthClient client = builder(transport).build();
                AuthorizationAttempt attempt = client.begin(Desk.REDIRECT)) {
            Throwable failure = Stage.failure(() -> client.complete(attempt, callback(attempt, "")));
            assertThat(failure).isInstanceOf(TokenEndpointException.class);
            assertThat(((TokenEndpointException) failure).reason()).isIn((Object[]) reasons);
            Stage.assertSilent(failure, answer.replaceAll("[^A-Za-z0-9_-]", " "));
        }
        assertThat(transport.asked()).hasSize(1);
    }

    private static void redirected(Stage stage, Random random) {
        int status = 300 + random.nextInt(9);
        String location = java.util.List.of(
                        ISSUER + "/" + Stage.word(random, 12),
                        "https://" + Stage.word(random, 12) + ".example/token",
                        "http://as.example.com/token",
                        "file:///etc/passwd",
                        "data:application/json,{}",
                        "/elsewhere")
                .get(random.nextInt(6));
        ScriptedTransport transport = new ScriptedTransport(
                request -> new TransportResponse(status, Map.of("Location", location), Desk.TOKENS.getBytes()));
        HttpTransport used = stage.defect() == Defect.REDIRECT_FOLLOWED ? stage.following(transport) : transport;
        try (OAuthClient client = builder(used).build();
                AuthorizationAttempt attempt = client.begin(Desk.REDIRECT)) {
            Throwable failure = Stage.failure(() -> client.complete(attempt, callback(attempt, "")));
            assertThat(failure).hasFieldOrPropertyWithValue("reason", Reason.REDIRECTED);
            Stage.assertSilent(failure, location.replace("as.example.com", "").replace("application", ""));
        }
        assertThat(transport.asked()).hasSize(1);
    }

    private static void plainHttp(Stage stage, Random random) {
        String host = switch (random.nextInt(5)) {
            case 0 -> "as.example.com";
            case 1 -> "127.0.0.1." + Stage.word(random, 5).replace("_", "").replace("-", "") + "a.example";
            case 2 -> "localhost.example";
            case 3 -> "10.0.0." + random.nextInt(256);
            default -> "[::" + Integer.toHexString(2 + random.nextInt(1_000)) + "]";
        };
        URI endpoint = URI.create((random.nextInt(8) == 0 ? "ftp" : "http") + "://" + host + "/token");
        OAuthClientBuilder builder = builder(stage.transport);
        Throwable failure = Stage.failure(() -> random.nextBoolean()
                ? builder.tokenEndpoint(endpoint)
                : stage.global.withTokenBase(URI.create(endpoint.getScheme() + "://" + host)));
        assertThat(failure).isInstanceOf(InvalidArgumentException.class);
        assertThat(stage.transport.asked()).isEmpty();
    }

    private static String badIssuer(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> ISSUER + "/";
            case 1 -> ISSUER.toUpperCase(java.util.Locale.ROOT);
            case 2 -> "http://as.example.com";
            case 3 -> ISSUER + "." + Stage.word(random, 12);
            default -> "https://" + Stage.word(random, 14) + ".example";
        };
    }

    private static void assertIssuer(IssuerCheck check, String more, CallbackRejectedException.Reason reason) {
        ScriptedTransport transport = ScriptedTransport.answering(200, Desk.TOKENS);
        try (OAuthClient client = builder(transport).issuer(ISSUER, check).build();
                AuthorizationAttempt attempt = client.begin(Desk.REDIRECT)) {
            Throwable failure = Stage.failure(() -> client.complete(attempt, callback(attempt, more)));
            assertThat(failure).hasFieldOrPropertyWithValue("reason", reason);
            Stage.assertSilent(failure, more);
            assertThat(transport.asked()).isEmpty();
            client.complete(attempt, callback(attempt, "&iss=" + Queries.encode(ISSUER)))
                    .close();
        }
        assertThat(transport.asked()).hasSize(1);
    }

    private static void scopeGrows(Stage stage, Random random) {
        String grown = random.nextBoolean() ? "read " + Stage.word(random, 12) : "withdraw";
        ScriptedTransport transport = ScriptedTransport.answering(
                200,
                "{\"access_token\":\"" + Stage.word(random, 30) + "\",\"token_type\":\"bearer\",\"scope\":\"" + grown
                        + "\"}");
        try (OAuthClient client = builder(transport).build();
                Secret token = Secret.of(Canary.REFRESH_TOKEN)) {
            Throwable failure = Stage.failure(() -> client.refresh(token, Set.of("read", "trade")));
            assertThat(failure).hasFieldOrPropertyWithValue("reason", Reason.SCOPE_GREW);
            Stage.assertSilent(failure, grown);
        }
        assertThat(transport.asked()).hasSize(1);
    }

    private static AuthorizationCallback callback(AuthorizationAttempt attempt, String more) {
        return AuthorizationCallback.parseQuery("code=" + Canary.AUTHORIZATION_CODE + "&state="
                + Queries.of(attempt.uri()).get("state") + more);
    }
}
