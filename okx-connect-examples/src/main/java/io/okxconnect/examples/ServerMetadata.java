package io.okxconnect.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.okxconnect.error.InvalidArgumentException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an OAuth server publishes about itself (RFC 8414), or about its OpenID side where it has only that.
 *
 * @param issuer what it calls itself
 * @param authorizationEndpoint where browsers are sent to
 * @param tokenEndpoint where codes are exchanged
 * @param revocationEndpoint where tokens are revoked, if it does that
 * @param namesItself whether its callbacks carry {@code iss} (RFC 9207)
 */
record ServerMetadata(
        String issuer,
        URI authorizationEndpoint,
        URI tokenEndpoint,
        Optional<URI> revocationEndpoint,
        boolean namesItself) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String ISSUER = "--issuer";

    static ServerMetadata of(String issuer) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        for (URI place : places(issuer)) {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(place).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                return read(issuer, new ObjectMapper().readTree(answer.body()));
            }
        }
        throw new InvalidArgumentException(
                ISSUER,
                "must be a server that publishes its metadata",
                "Pass the issuer that its documentation names.");
    }

    /** RFC 8414 puts its path before the issuer's own path, OpenID puts it after. */
    private static List<URI> places(String issuer) {
        // What it publishes decides where codes go: nobody in between may change it.
        if (!issuer.matches("(https://[A-Za-z0-9.-]+|http://127\\.0\\.0\\.1)(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?")) {
            throw new InvalidArgumentException(
                    ISSUER,
                    "must be an https address (or http on 127.0.0.1) without query",
                    "Pass one such as https://auth.example.com.");
        }
        URI server = URI.create(issuer);
        String path = server.getRawPath().equals("/") ? "" : server.getRawPath();
        String origin = server.getScheme() + "://" + server.getRawAuthority();
        return List.of(
                URI.create(origin + "/.well-known/oauth-authorization-server" + path),
                URI.create(origin + path + "/.well-known/openid-configuration"));
    }

    private static ServerMetadata read(String issuer, JsonNode metadata) {
        // RFC 8414, section 3.3: metadata that names another issuer is not to be used.
        if (!metadata.path("issuer").asText().equals(issuer)) {
            throw new InvalidArgumentException(
                    ISSUER, "must be what the server calls itself, to the last character", "Compare the two.");
        }
        return new ServerMetadata(
                issuer,
                URI.create(metadata.path("authorization_endpoint").asText()),
                URI.create(metadata.path("token_endpoint").asText()),
                Optional.of(metadata.path("revocation_endpoint").asText())
                        .filter(endpoint -> !endpoint.isEmpty())
                        .map(URI::create),
                metadata.path("authorization_response_iss_parameter_supported").asBoolean());
    }
}
