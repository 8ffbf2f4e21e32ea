package io.okxconnect.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.okxconnect.rest.RestRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
    private final RateTable table = RateTable.okx();
    private final Claims claims = new Claims(table);

    private List<Claim> of(RestRequest request) {
        return claims.of(request, table.find(request.endpoint()).orElse(null));
    }

    private AbstractListAssert<?, List<? extends Tuple>, Tuple, ObjectAssert<Tuple>> assertClaims(RestRequest request) {
        return assertThat(of(request)).extracting(Claim::bucket, Claim::limit, Claim::weight);
    }

    private static RestRequest post(String path, String body) {
        return RestRequest.post(path).bodyJson(body).build();
    }

    @Test
    void of_plainCall_isCountedOnce() {
        assertClaims(RestRequest.get("/api/v5/account/config").build())
                .containsExactly(tuple("GET /api/v5/account/config", 5, 1));
    }

    @Test
    void of_callWithoutADocumentedLimit_isNotCounted() {
        assertClaims(RestRequest.get("/api/v5/finance/savings/balance").build())
                .containsExactly(tuple("GET /api/v5/finance/savings/balance", Claim.UNLIMITED, 0));
    }

    @Test
    void of_order_isCountedByInstrumentAndForTheAccount() {
        assertClaims(post("/api/v5/trade/order", "{\"instId\":\"BTC-USDT-SWAP\",\"sz\":1}"))
                .containsExactly(tuple("POST /api/v5/trade/order BTC-USDT-SWAP", 60, 1), tuple("orders", 1000, 1));
    }

    @Test
    void of_cancel_isNotCountedAmongTheOrders() {
        assertClaims(post("/api/v5/trade/cancel-order", "{\"instId\":\"BTC-USDT-SWAP\"}"))
                .containsExactly(tuple("POST /api/v5/trade/cancel-order BTC-USDT-SWAP", 60, 1));
    }

    @Test
    void of_batch_countsItsElementsForEachInstrument() {
        assertClaims(post(
                        "/api/v5/trade/batch-orders",
                        "[{\"instId\":\"A-B\"},{\"instId\":\"C-D\"},{\"instId\":\"A-B\"}]"))
                .containsExactly(
                        tuple("POST /api/v5/trade/batch-orders A-B", 300, 2),
                        tuple("POST /api/v5/trade/batch-orders C-D", 300, 1),
                        tuple("orders", 1000, 3));
    }

    @Test
    void of_batchOfOne_countsAsASingleCall() {
        assertClaims(post("/api/v5/trade/amend-batch-orders", "[{\"instId\":\"A-B\"}]"))
                .containsExactly(tuple("POST /api/v5/trade/amend-order A-B", 60, 1), tuple("orders", 1000, 1));
    }

    @Test
    void of_batchAboveTheLimit_takesAllThereIs() {
        String body =
                IntStream.range(0, 25).mapToObj(i -> "{\"instId\":\"A-B\"}").collect(Collectors.joining(",", "[", "]"));

        assertClaims(post("/api/v5/trade/cancel-algos", body))
                .containsExactly(tuple("POST /api/v5/trade/cancel-algos A-B", 20, 20));
    }

    @Test
    void of_options_shareTheLimitOfTheirFamily() {
        assertClaims(post("/api/v5/trade/cancel-order", "{\"instId\":\"BTC-USD-261225-30000-C\"}"))
                .containsExactly(tuple("POST /api/v5/trade/cancel-order BTC-USD", 60, 1));
    }

    @Test
    void of_read_takesTheInstrumentFromTheQuery() {
        assertClaims(RestRequest.get("/api/v5/trade/order")
                        .query("ordId", "7")
                        .query("instId", "BTC-USDT")
                        .build())
                .containsExactly(tuple("GET /api/v5/trade/order BTC-USDT", 60, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "[1]", "{\"instId\":null}", "{\"instId\":{\"a\":[]}}", "[{\"instId\":[1]}]"})
    void of_unusableBody_isStillCounted(String body) {
        assertThat(of(post("/api/v5/trade/batch-orders", body)).get(0).weight()).isEqualTo(1);
    }

    @Test
    void of_transfer_isCountedByCurrency() {
        RestRequest transfer = RestRequest.post("/api/v5/asset/transfer")
                .body(Map.of("ccy", "USDT"))
                .build();

        assertClaims(transfer).containsExactly(tuple("POST /api/v5/asset/transfer USDT", 2, 1));
    }
}
