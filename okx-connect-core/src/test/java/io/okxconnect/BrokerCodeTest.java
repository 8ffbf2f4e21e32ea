package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.site.Site;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases U9 to U11 of the list of authorization cases, and which of several codes counts. */
class BrokerCodeTest {
    private static final Map<String, String> BUY =
            Map.of("instId", "BTC-USDT", "tdMode", "cash", "side", "buy", "ordType", "limit", "px", "1", "sz", "0.001");

    private final TestExchange exchange = new TestExchange();

    @AfterEach
    void close() {
        exchange.close();
    }

    /** What arrives of a write that is made with these codes. */
    private JsonValue sent(UnaryOperator<ExchangeConnectorBuilder> codes, RestRequest write) {
        try (ExchangeConnector okx = codes.apply(exchange.builder()).build();
                ApiKeyCredential key = TestExchange.credential(exchange.tradingKey())) {
            Connection alice = okx.connect(ALICE, key);
            exchange.okx.journal().clear();
            try {
                alice.call(write);
            } catch (OkxConnectException refused) {
                // What arrived counts.
            }
        }
        return JsonValue.parse(exchange.okx.journal().requests().stream()
                .filter(each -> each.method().equals("POST"))
                .findFirst()
                .orElseThrow()
                .revealBody());
    }

    private static RestRequest order() {
        return RestRequest.post("/api/v5/trade/order").body(BUY).build();
    }

    private Optional<String> tag(UnaryOperator<ExchangeConnectorBuilder> codes) {
        return sent(codes, order()).text("tag");
    }

    @Test
    void u9_order_isSignedAndTakenWithTheTag() {
        try (ExchangeConnector okx = exchange.builder().brokerCode("TESTCODE1").build();
                ApiKeyCredential key = TestExchange.credential(exchange.tradingKey())) {
            JsonValue row = okx.connect(ALICE, key).call(order()).row();

            assertThat(row.requiredText("sCode")).isEqualTo("0");
            assertThat(row.requiredText("tag")).isEqualTo("TESTCODE1");
        }
    }

    @Test
    void u9_batchOfOrders_eachHasTheTag() {
        JsonValue batch = sent(
                okx -> okx.brokerCode("TESTCODE1"),
                RestRequest.post("/api/v5/trade/batch-orders")
                        .body(List.of(BUY, BUY))
                        .build());

        assertThat(batch.items())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.requiredText("tag")).isEqualTo("TESTCODE1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad-code", "", "12345678901234567", "code é", "\"", "１"})
    void u10_codeOfAnotherForm_isRefusedWhileConfiguring(String code) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> ExchangeConnector.okx().brokerCode(code))
                .withMessageContaining("brokerCode")
                .withMessageContaining("1 to 16 letters or digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"asset/withdrawal", "trade/cancel-order", "trade/amend-order", "account/set-leverage"})
    void u11_writesThatAreNotCredited_haveNoTag(String path) {
        JsonValue body = sent(
                okx -> okx.brokerCode("TESTCODE1"),
                RestRequest.post("/api/v5/" + path).body(BUY).build());

        assertThat(body.members()).doesNotContainKey("tag").hasSize(BUY.size());
    }

    @Test
    void order_noCodeSet_hasNoTag() {
        assertThat(tag(okx -> okx)).isEmpty();
    }

    @Test
    void order_severalCodes_theNearestCounts() {
        Site here = Site.custom("sandbox", exchange.okx.uri());
        CredentialOrigin pasted = CredentialOrigin.MANUAL;
        CredentialOrigin fast = CredentialOrigin.FAST_API;

        assertThat(tag(okx -> okx.brokerCode("all").brokerCode(pasted, "pasted").brokerCode(here, pasted, "here")))
                .contains("here");
        assertThat(tag(okx -> okx.brokerCode(pasted, "pasted").brokerCode("all").brokerCode(Site.EEA, pasted, "there")))
                .contains("pasted");
        assertThat(tag(okx -> okx.brokerCode("all").brokerCode(fast, "fast").brokerCode(here, fast, "fastHere")))
                .contains("all");
        assertThat(tag(okx -> okx.brokerCode(fast, "fast"))).isEmpty();
    }

    @Test
    void order_codeOfASiteThatMovedToAnotherHost_stillCounts() {
        Site before = Site.custom("sandbox", URI.create("http://127.0.0.1:9"));

        assertThat(tag(okx -> okx.brokerCode("all").brokerCode(before, CredentialOrigin.MANUAL, "here")))
                .contains("here");
    }

    @Test
    void order_tagOfItsOwn_isLeftAlone() {
        RestRequest own = RestRequest.post("/api/v5/trade/order")
                .body(Map.of("instId", "BTC-USDT", "tag", "mine"))
                .build();

        assertThat(sent(okx -> okx.brokerCode("TESTCODE1"), own).text("tag")).contains("mine");
    }
}
