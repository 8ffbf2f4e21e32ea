package io.okxconnect.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTableTest {
    private final RateTable table = RateTable.okx();

    @ParameterizedTest
    @CsvSource({
        "GET /api/v5/public/time, 10, 2, IP",
        "GET /api/v5/system/status, 1, 5, IP",
        "GET /api/v5/account/config, 5, 2, USER",
        "POST /api/v5/account/set-position-mode, 5, 2, USER",
        "POST /api/v5/account/set-leverage, 20, 2, USER",
        "GET /api/v5/account/balance, 10, 2, USER",
        "GET /api/v5/account/bills, 5, 1, USER",
        "GET /api/v5/asset/balances, 6, 1, USER",
        "POST /api/v5/trade/order, 60, 2, USER",
        "GET /api/v5/market/books, 40, 2, IP"
    })
    void find_knownCall_isAsOkxDocumentsIt(String call, int count, int seconds, RateRule.Who who) {
        RateRule rule = table.find(call).orElseThrow();

        assertThat(rule.count()).isEqualTo(count);
        assertThat(rule.window()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(rule.who()).isEqualTo(who);
    }

    @Test
    void rules_allOfThem_areUsableAndReferToRowsThatExist() {
        assertThat(table.rules()).hasSizeGreaterThan(60).allSatisfy(rule -> {
            assertThat(rule.name()).matches("(GET|POST) /api/v5/[a-z/-]+|orders");
            assertThat(rule.count()).isPositive();
            assertThat(rule.window()).isPositive();
            if (rule.batchOfOne() != null) {
                RateRule single = table.required(rule.batchOfOne());
                assertThat(single.by()).isEqualTo(rule.by());
                assertThat(single.also()).isEqualTo(rule.also());
            }
            if (rule.also() != null) {
                assertThat(table.required(rule.also()).who()).isEqualTo(rule.who());
            }
        });
    }

    @Test
    void riskReducing_everyCall_isOneWithADocumentedLimit() {
        assertThat(RiskReducing.calls())
                .isNotEmpty()
                .allSatisfy(call -> assertThat(table.find(call)).isPresent());
    }
}
