package io.okxconnect.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.rest.HttpMethod;
import io.okxconnect.rest.RestRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerTagTest {
    private static final String ORDER = "/api/v5/trade/order";

    private static String tagged(String body) {
        RestRequest request = RestRequest.post(ORDER).bodyJson(body).build();
        return new String(BrokerTag.on(request, "CODE1").body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "{}>{\"tag\":\"CODE1\"}",
                "{ \"sz\" : \"1\" }>{\"tag\":\"CODE1\", \"sz\" : \"1\" }",
                "{\"sz\":0.10000000000000000001}>{\"tag\":\"CODE1\",\"sz\":0.10000000000000000001}",
                "{\"attachAlgoOrds\":[{\"tag\":\"x\"}]}>{\"tag\":\"CODE1\",\"attachAlgoOrds\":[{\"tag\":\"x\"}]}",
                "{\"n\":\"\\u4F60 😀 é\"}>{\"tag\":\"CODE1\",\"n\":\"\\u4F60 😀 é\"}",
                "[{\"a\":\"😀\"},{},{\"tag\":\"own\"}]>[{\"tag\":\"CODE1\",\"a\":\"😀\"},{\"tag\":\"CODE1\"},{\"tag\":\"own\"}]"
            })
    void on_anOrder_theCodeIsPutInFrontAndNothingElseChanges(String given, String sent) {
        assertThat(tagged(given)).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tag\":\"own\"}",
                "{\"sz\":\"1\",\"tag\":\"\"}",
                "{\"t\\u0061g\":\"own\"}",
                "[]",
                "[1,2]",
                "[[{\"a\":1}]]"
            })
    void on_anOrderThatHasItsOwnOrNone_changesNothing(String body) {
        assertThat(tagged(body)).isEqualTo(body);
    }

    @Test
    void on_textWithAByteOrderMark_isTaggedAfterIt() {
        assertThat(tagged("\uFEFF{\"sz\":\"1\"}")).isEqualTo("\uFEFF{\"tag\":\"CODE1\",\"sz\":\"1\"}");
    }

    @Test
    void on_anOrder_keepsEverythingElse() {
        RestRequest order = RestRequest.post(ORDER)
                .query("a", "b c")
                .bodyJson("{}")
                .timeout(Duration.ofMillis(1234))
                .maxBodyBytes(77)
                .expTime(Instant.EPOCH)
                .build();

        RestRequest sent = BrokerTag.on(order, "CODE1");

        assertThat(sent).usingRecursiveComparison().ignoringFields("body").isEqualTo(order);
        assertThat(sent.body()).isNotEqualTo(order.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trade/cancel-order",
                "trade/cancel-batch-orders",
                "trade/cancel-algos",
                "trade/cancel-all-after",
                "trade/amend-order",
                "trade/amend-batch-orders",
                "trade/amend-algos",
                "account/set-leverage",
                "asset/withdrawal",
                "asset/transfer",
                "trade/orders"
            })
    void on_whatIsNotCredited_changesNothing(String path) {
        RestRequest request =
                RestRequest.post("/api/v5/" + path).bodyJson("{\"sz\":\"1\"}").build();

        assertThat(BrokerTag.on(request, "CODE1")).isSameAs(request);
    }

    @Test
    void on_readsAndCallsWithoutCredentialOrBody_changesNothing() {
        RestRequest read = RestRequest.get(ORDER).build();
        RestRequest unsigned = RestRequest.post(ORDER).unsigned().build();
        RestRequest empty = RestRequest.post(ORDER).withoutBody().build();
        RestRequest other = RestRequest.of(HttpMethod.DELETE, ORDER).build();

        assertThat(BrokerTag.on(read, "CODE1")).isSameAs(read);
        assertThat(BrokerTag.on(unsigned, "CODE1")).isSameAs(unsigned);
        assertThat(BrokerTag.on(empty, "CODE1")).isSameAs(empty);
        assertThat(BrokerTag.on(other, "CODE1")).isSameAs(other);
    }
}
