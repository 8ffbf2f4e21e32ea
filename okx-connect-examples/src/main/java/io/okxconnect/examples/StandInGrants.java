package io.okxconnect.examples;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What users allowed at the stand-in server: each ticket, code and refresh token is good for one use. */
final class StandInGrants {
    private static final int LIFETIME_SECONDS = 300;
    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Map<String, String>> tickets = new HashMap<>();
    private final Map<String, Map<String, String>> codes = new HashMap<>();
    private final Map<String, Map<String, String>> refreshTokens = new HashMap<>();

    /** A ticket for the consent page; empty if the request is not in order. */
    synchronized Optional<String> ask(Map<String, String> asked) {
        boolean inOrder = "code".equals(asked.get("response_type"))
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.getOrDefault("code_challenge", "").matches("[A-Za-z0-9_-]{43}")
                && asked.getOrDefault("redirect_uri", "").matches("http://127\\.0\\.0\\.1:\\d{1,5}/callback")
                && asked.containsKey("state");
        return inOrder ? Optional.of(keep(tickets, asked)) : Optional.empty();
    }

    /** Where the browser goes when its user has decided; empty if the ticket is not good. */
    synchronized Optional<String> decide(String ticket, boolean agreed, String issuer) {
        return Optional.ofNullable(tickets.remove(ticket))
                .map(asked -> asked.get("redirect_uri") + "?state=" + encoded(asked.getOrDefault("state", "")) + "&iss="
                        + encoded(issuer) + (agreed ? "&code=" + keep(codes, asked) : "&error=access_denied"));
    }

    /** Tokens for a code; empty if the code, its verifier or its redirect URI is wrong. */
    synchronized Optional<Map<String, Object>> exchange(Map<String, String> form) {
        return Optional.ofNullable(codes.remove(form.getOrDefault("code", "")))
                .filter(asked ->
                        challenge(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge")))
                .filter(asked -> form.getOrDefault("redirect_uri", "").equals(asked.get("redirect_uri")))
                .map(this::tokens);
    }

    /** Tokens for a refresh token, which is used up; empty if it is not good. */
    synchronized Optional<Map<String, Object>> refresh(Map<String, String> form) {
        return Optional.ofNullable(refreshTokens.remove(form.getOrDefault("refresh_token", "")))
                .map(this::tokens);
    }

    synchronized void revoke(String token) {
        refreshTokens.remove(token);
    }

    private Map<String, Object> tokens(Map<String, String> asked) {
        return Map.of(
                "access_token", next(),
                "token_type", "Bearer",
                "expires_in", LIFETIME_SECONDS,
                "refresh_token", keep(refreshTokens, asked),
                "scope", asked.getOrDefault("scope", ""));
    }

    private String keep(Map<String, Map<String, String>> place, Map<String, String> asked) {
        String name = next();
        place.put(name, asked);
        return name;
    }

    private String next() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
