package io.okxconnect.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.okxconnect.testkit.SigningClient.Result;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sandbox at a fixed noon with one user, an app with a server and an app on a device; and what these apps send. */
final class OAuthScene implements AutoCloseable {
    static final String CALLBACK = "https://app.example.com/okx/callback?x=1";
    static final String DEVICE_CALLBACK = "http://127.0.0.1:8000/back";
    static final String TOKEN = "/v5/users/oauth/token";
    static final String CONFIG = "/api/v5/account/config";
    static final String CREATE_KEY = "/api/v5/users/oauth/apikey";
    static final String DELETE_KEY = "/api/v5/users/oauth/delete-apikey";
    static final String TERM_ID = "0f6ad2f8-2c2f-4a54-9d4a-6f3d2f1b7c11";
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final ObjectMapper JSON = new ObjectMapper();

    final OkxSandbox okx;
    final SandboxUser alice;
    final SandboxOAuthClient app;
    final SandboxOAuthClient deviceApp;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    OAuthScene(SandboxSwitch... switches) {
        okx = OkxSandbox.builder()
                .clock(Clock.fixed(Scene.NOON, ZoneOffset.UTC))
                .seed(11)
                .with(Stream.concat(Stream.of(SandboxSwitch.RATE_LIMITS_OFF), Arrays.stream(switches))
                        .toArray(SandboxSwitch[]::new))
                .start();
        alice = okx.createUser("alice");
        app = okx.registerOAuthClient(SandboxOAuthClientRequest.confidential("TradeApp")
                .redirectUri(CALLBACK)
                .read()
                .trade()
                .fastApi()
                .keyIps("203.0.113.7"));
        deviceApp = okx.registerOAuthClient(SandboxOAuthClientRequest.publicClient("DeskApp")
                .redirectUri(DEVICE_CALLBACK)
                .read()
                .trade());
    }

    /** What the app with a server sends a user with. */
    Map<String, String> query(String scope) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("access_type", "offline");
        query.put("client_id", app.clientId());
        query.put("redirect_uri", CALLBACK);
        query.put("scope", scope);
        query.put("state", "S-1_a");
        return query;
    }

    /** What the app on a device sends a user with. */
    Map<String, String> deviceQuery(String scope) {
        Map<String, String> query = query(scope);
        query.remove("access_type");
        query.put("client_id", deviceApp.clientId());
        query.put("redirect_uri", DEVICE_CALLBACK);
        query.put("code_challenge", challenge(VERIFIER));
        query.put("code_challenge_method", "S256");
        return query;
    }

    static String authorizePath(Map<String, String> query) {
        return "/account/oauth?" + encoded(query);
    }

    URI authorizeUri(Map<String, String> query) {
        return URI.create(okx.uri() + authorizePath(query));
    }

    /** A fresh code, after the user has agreed. */
    String code(SandboxUser user, Map<String, String> query) {
        return answer(user.agreeTo(authorizeUri(query))).get("code");
    }

    /** The token call of the app with a server. */
    Map<String, String> exchange(String code) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("grant_type", "authorization_code");
        body.put("code", code);
        body.put("client_id", app.clientId());
        body.put("client_secret", app.clientSecret());
        return body;
    }

    /** The token call of the app on a device. */
    Map<String, String> deviceExchange(String code) {
        Map<String, String> body = exchange(code);
        body.remove("client_secret");
        body.put("client_id", deviceApp.clientId());
        body.put("code_verifier", VERIFIER);
        body.put("term_id", TERM_ID);
        return body;
    }

    Map<String, String> refresh(String refreshToken) {
        Map<String, String> body = exchange("");
        body.put("grant_type", "refresh_token");
        body.remove("code");
        body.put("refresh_token", refreshToken);
        return body;
    }

    Map<String, String> deviceRefresh(String refreshToken) {
        Map<String, String> body = refresh(refreshToken);
        body.remove("client_secret");
        body.put("client_id", deviceApp.clientId());
        body.put("term_id", TERM_ID);
        return body;
    }

    Result token(Map<String, String> body) throws Exception {
        return token(okx.uri(), body);
    }

    Result token(URI base, Map<String, String> body) throws Exception {
        return post(URI.create(base + TOKEN), JSON.writeValueAsString(body), Map.of());
    }

    Result form(String path, Map<String, String> body) throws Exception {
        return post(
                URI.create(okx.uri() + path),
                encoded(body),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    Result get(String path, String accessToken, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(okx.uri() + path)).header("Authorization", "Bearer " + accessToken);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** With {@code Content-Type: application/json} unless told otherwise. */
    Result post(URI uri, String body, Map<String, String> headers) throws Exception {
        Map<String, String> all = new LinkedHashMap<>(Map.of("Content-Type", "application/json"));
        all.putAll(headers);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .POST(body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        all.forEach(request::header);
        return send(request);
    }

    Result post(String path, String accessToken, String body, String... headers) throws Exception {
        Map<String, String> all = new LinkedHashMap<>(Map.of("Authorization", "Bearer " + accessToken));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return post(URI.create(okx.uri() + path), body, all);
    }

    Result send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Result(response.statusCode(), response.body());
    }

    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The parameters of a callback. */
    static Map<String, String> answer(URI callback) {
        return Arrays.stream(callback.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The answers to the same call made by several threads that start together. */
    static List<Result> atOnce(int threads, Callable<Result> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Result>> pending = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                pending.add(pool.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            List<Result> answers = new ArrayList<>();
            for (Future<Result> it : pending) {
                answers.add(it.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    @Override
    public void close() {
        okx.close();
    }
}
