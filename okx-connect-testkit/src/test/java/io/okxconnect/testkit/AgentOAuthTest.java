package io.okxconnect.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.okxconnect.testkit.SigningClient.Result;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The OAuth 2.1 side for agents. */
class AgentOAuthTest {
    private static final String METADATA = "/.well-known/oauth-authorization-server";
    private static final String REGISTER = "/api/v5/mcp/auth/register";
    private static final String TOKEN = "/api/v5/mcp/auth/token";
    private static final String CALLBACK = "http://127.0.0.1:9000/callback";
    private static final String REGISTRATION = "{\"client_name\":\"My agent\",\"redirect_uris\":[\"" + CALLBACK
            + "\"],\"scope\":\"live:read demo:read demo:trade\",\"token_endpoint_auth_method\":\"none\"}";

    private final OAuthScene scene = new OAuthScene(SandboxSwitch.AGENT_OAUTH);

    @AfterEach
    void stop() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {METADATA, REGISTER, TOKEN})
    void notSwitchedOn_isNotThere(String path) throws Exception {
        try (OAuthScene plain = new OAuthScene()) {
            assertThat(plain.post(URI.create(plain.okx.uri() + path), "{}", Map.of())
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void metadata_namesTheEndpoints() throws Exception {
        JsonNode metadata =
                SigningClient.unsigned(URI.create(scene.okx.uri() + METADATA)).json();

        assertThat(metadata.path("issuer").asText()).isEqualTo(scene.okx.uri().toString());
        assertThat(metadata.path("authorization_endpoint").asText()).endsWith("/account/oauth?flow=code");
        assertThat(metadata.path("token_endpoint").asText()).endsWith(TOKEN);
        assertThat(metadata.has("registration_endpoint")).isFalse();
        try (OAuthScene advertised =
                new OAuthScene(SandboxSwitch.AGENT_OAUTH, SandboxSwitch.AGENT_REGISTRATION_ADVERTISED)) {
            assertThat(SigningClient.unsigned(URI.create(advertised.okx.uri() + METADATA))
                            .json()
                            .path("registration_endpoint")
                            .asText())
                    .endsWith(REGISTER);
        }
    }

    @Test
    void wholeFlow_registersConnectsCallsAndRefreshes() throws Exception {
        JsonNode client = register(REGISTRATION).json();
        assertThat(client.path("redirect_uris").path(0).asText()).isEqualTo(CALLBACK);
        assertThat(client.has("client_secret")).isFalse();
        String id = client.path("client_id").asText();

        URI back = scene.alice.agreeTo(scene.authorizeUri(query(id)));
        assertThat(OAuthScene.answer(back)).containsOnlyKeys("code", "state");
        JsonNode first = scene.form(TOKEN, exchange(id, OAuthScene.answer(back).get("code")))
                .json();
        assertThat(first.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(first.path("scope").asText()).isEqualTo("live:read demo:trade");
        String access = first.path("access_token").asText();
        JsonNode config = scene.get(OAuthScene.CONFIG, access).row();
        assertThat(config.path("perm").asText()).isEqualTo("read_only");
        assertThat(scene.get(OAuthScene.CONFIG, access, "x-simulated-trading", "1")
                        .code())
                .isEqualTo("53013");

        Map<String, String> refresh = refresh(id, first.path("refresh_token").asText());
        JsonNode second = scene.form(TOKEN, refresh).json();
        assertThat(scene.get(OAuthScene.CONFIG, second.path("access_token").asText())
                        .code())
                .isEqualTo("0");
        refused(scene.form(TOKEN, refresh), 400, "invalid_grant");

        scene.okx.clock().advance(Duration.ofDays(3));
        refused(scene.form(TOKEN, refresh(id, second.path("refresh_token").asText())), 400, "invalid_grant");
    }

    @Test
    void consentPage_withoutFlow_leadsNowhere() throws Exception {
        String id = clientId();
        Map<String, String> query = query(id);
        query.remove("flow");

        assertThatThrownBy(() -> scene.alice.agreeTo(scene.authorizeUri(query)))
                .isInstanceOf(IllegalStateException.class);
        Browser browser = new Browser(scene.okx.uri());
        browser.logIn("alice");
        assertThat(browser.get(OAuthScene.authorizePath(query)).uri().getPath()).isEqualTo("/account/users");
        assertThat(browser.get(OAuthScene.authorizePath(query(id))).body())
                .contains("My agent", "Trade with your demo account");
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type, '', 400, invalid_request",
        "grant_type, password, 400, unsupported_grant_type",
        "client_id, nobody, 401, invalid_client",
        "client_secret, any, 400, invalid_request",
        "code, never-issued, 400, invalid_grant",
        "code_verifier, aBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk, 400, invalid_grant",
        "redirect_uri, http://127.0.0.1:9001/callback, 400, invalid_grant",
        "redirect_uri, '', 400, invalid_request",
        "resource, '', 400, invalid_grant",
        "resource, https://elsewhere.example/api/v1/mcp, 400, invalid_grant",
    })
    void exchange_notInOrder_isRefused(String name, String value, int status, String error) throws Exception {
        String id = clientId();
        Map<String, String> body = exchange(id, scene.code(scene.alice, query(id)));
        body.put(name, value);

        refused(scene.form(TOKEN, body), status, error);
    }

    @Test
    void exchange_asJsonOrOfAnotherKindOfApp_isRefused() throws Exception {
        refused(scene.post(URI.create(scene.okx.uri() + TOKEN), "{}", Map.of()), 400, "invalid_request");
        Map<String, String> device = scene.deviceExchange(scene.code(scene.alice, scene.deviceQuery("read_only")));
        refused(scene.form(TOKEN, device), 401, "invalid_client");
        String id = clientId();
        Map<String, String> body = exchange(id, scene.code(scene.alice, query(id)));
        assertThat(scene.token(body).code()).isEqualTo("53010");
    }

    @Test
    void refresh_ofAnotherResource_isRefused() throws Exception {
        String id = clientId();
        String refreshToken = scene.form(TOKEN, exchange(id, scene.code(scene.alice, query(id))))
                .json()
                .path("refresh_token")
                .asText();
        Map<String, String> body = refresh(id, refreshToken);
        body.put("resource", scene.okx.uri() + "/api/v1/mcp/other");

        Result result = scene.form(TOKEN, body);

        refused(result, 400, "invalid_grant");
        assertThat(result.json().path("error_description").asText()).contains("resource does not match");
        assertThat(scene.form(TOKEN, refresh(id, refreshToken)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My agent| |invalid_client_metadata",
                "http://127.0.0.1:9000/callback|not absolute|invalid_redirect_uri",
                "http://127.0.0.1:9000/callback|https://a.example/#x|invalid_redirect_uri",
                "live:read|live:withdraw|invalid_client_metadata",
                "\"none\"|\"client_secret_basic\"|invalid_client_metadata",
                "\"client_name\"|client_name|invalid_request",
            })
    void registration_notInOrder_isRefused(String part, String other, String error) throws Exception {
        refused(register(REGISTRATION.replace(part, other == null ? "" : other)), 400, error);
    }

    @Test
    void method_wrong_isRefused() throws Exception {
        refused(SigningClient.unsigned(URI.create(scene.okx.uri() + TOKEN)), 405, "invalid_request");
    }

    private Result register(String body) throws Exception {
        return scene.post(URI.create(scene.okx.uri() + REGISTER), body, Map.of());
    }

    private String clientId() throws Exception {
        return register(REGISTRATION).json().path("client_id").asText();
    }

    private String resource() {
        return scene.okx.uri() + "/api/v1/mcp/trading-oauth";
    }

    private Map<String, String> query(String clientId) {
        Map<String, String> query = scene.deviceQuery("live:read demo:trade");
        query.put("client_id", clientId);
        query.put("redirect_uri", CALLBACK);
        query.put("flow", "code");
        query.put("resource", resource());
        return query;
    }

    private Map<String, String> exchange(String clientId, String code) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("grant_type", "authorization_code");
        body.put("client_id", clientId);
        body.put("redirect_uri", CALLBACK);
        body.put("code", code);
        body.put("code_verifier", OAuthScene.VERIFIER);
        body.put("resource", resource());
        return body;
    }

    private Map<String, String> refresh(String clientId, String refreshToken) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("grant_type", "refresh_token");
        body.put("client_id", clientId);
        body.put("refresh_token", refreshToken);
        body.put("resource", resource());
        return body;
    }

    private static void refused(Result result, int status, String error) {
        assertThat(result.json().path("error").asText()).isEqualTo(error);
        assertThat(result.status()).isEqualTo(status);
    }
}
