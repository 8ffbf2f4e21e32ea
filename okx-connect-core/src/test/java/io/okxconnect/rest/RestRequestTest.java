package io.okxconnect.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestRequestTest {

    @Test
    void get_withoutParameters_hasNoQuestionMarkAndNoBody() {
        RestRequest request = RestRequest.get("/api/v5/account/balance").build();

        assertThat(request.requestPath()).isEqualTo("/api/v5/account/balance");
        assertThat(request.body()).isEmpty();
        assertThat(request.isSigned()).isTrue();
    }

    @Test
    void query_severalParameters_keepsTheirOrder() {
        assertThat(RestRequest.get("/api/v5/account/positions")
                        .query("instType", "SWAP")
                        .query("instId", "BTC-USDT-SWAP")
                        .build()
                        .requestPath())
                .isEqualTo("/api/v5/account/positions?instType=SWAP&instId=BTC-USDT-SWAP");
    }

    @Test
    void query_specialCharacters_areEncodedOnce() {
        assertThat(RestRequest.get("/api/v5/a/b")
                        .query("q", "a b+c&d=e/f%20?#ключ,x~")
                        .build()
                        .requestPath())
                .isEqualTo("/api/v5/a/b?q=a%20b%2Bc%26d%3De%2Ff%2520%3F%23%D0%BA%D0%BB%D1%8E%D1%87,x~");
    }

    @Test
    void post_withoutBody_sendsAnEmptyObject() {
        assertThat(RestRequest.post("/api/v5/account/activate-option").build().body())
                .isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void body_map_keepsTheOrderOfItsMembers() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("instId", "BTC-USDT");
        members.put("lever", "5");
        members.put("mgnMode", "isolated");

        assertThat(RestRequest.post("/api/v5/account/set-leverage")
                        .body(members)
                        .build()
                        .body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"instId\":\"BTC-USDT\",\"lever\":\"5\",\"mgnMode\":\"isolated\"}");
    }

    @Test
    void body_listOfMaps_becomesAnArray() {
        assertThat(RestRequest.post("/api/v5/trade/cancel-batch-orders")
                        .body(List.of(Map.of("ordId", "1"), Map.of("ordId", "2")))
                        .build()
                        .body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("[{\"ordId\":\"1\"},{\"ordId\":\"2\"}]");
    }

    @Test
    void bodyJson_ownText_isSentCharacterByCharacter() {
        String json = "{\"posMode\": \"net_mode\", \"label\":\"бот\\u0031\" }";

        assertThat(RestRequest.post("/api/v5/account/set-position-mode")
                        .bodyJson(json)
                        .build()
                        .body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "api/v5/account/config",
                "/api/v5",
                "/api/v5/",
                "/api/v4/account/config",
                "/api/v5/account/config?ccy=BTC",
                "/api/v5/account/../config",
                "/api/v5//account",
                "/api/v5/account/config/",
                "/api/v5/account config",
                "/api/v5/account%2fconfig",
                "/api/v5/a\r\nHost: x",
                "https://www.okx.com/api/v5/account/config",
                "//evil/api/v5/x"
            })
    void of_pathOutsideTheRule_isRefusedAndNotQuoted(String path) {
        assertThatThrownBy(() -> RestRequest.get(path))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.argument()).isEqualTo("path"));
    }

    @Test
    void builder_badArguments_areRefusedByName() {
        RestRequest.Builder get = RestRequest.get("/api/v5/a/b").query("ccy", "BTC");
        RestRequest.Builder post = RestRequest.post("/api/v5/a/b");

        assertRefused("name", () -> get.query("c c", "x"));
        assertRefused("name", () -> get.query("ccy", "ETH"));
        assertRefused("value", () -> get.query("x", ""));
        assertRefused("value", () -> get.query("x", "v".repeat(2_001)));
        assertRefused("body", () -> get.body(Map.of("a", "b")));
        assertRefused("body", () -> post.body(JsonValue.of("text")));
        assertRefused("json", () -> post.bodyJson("{\"a\":1,}"));
        assertRefused("value", () -> post.body(Map.of("a", 1.5)));
        assertRefused("timeout", () -> get.timeout(Duration.ZERO));
        assertRefused("timeout", () -> get.timeout(Duration.ofMinutes(11)));
        assertRefused("maxBodyBytes", () -> get.maxBodyBytes(0));
    }

    @Test
    void limits_notSet_dependOnMethodAndPath() {
        RestRequest read = RestRequest.get("/api/v5/account/config").build();
        RestRequest write = RestRequest.post("/api/v5/trade/order").build();

        assertThat(read.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(write.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(read.maxBodyBytes()).isEqualTo(1024 * 1024);
        assertThat(RestRequest.get("/api/v5/public/instruments").build().maxBodyBytes())
                .isEqualTo(32 * 1024 * 1024);
    }

    @Test
    void toString_anyRequest_namesTheEndpointOnly() {
        assertThat(RestRequest.get("/api/v5/a/b")
                        .query("apiKey", "hidden")
                        .build()
                        .toString())
                .isEqualTo("RestRequest[GET /api/v5/a/b]");
    }

    private static void assertRefused(String argument, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.argument()).isEqualTo(argument));
    }
}
