package io.okxconnect.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Balances and positions: which members are filled, and that the sums are right. */
class BalanceTest {
    private final Scene scene = new Scene(SandboxSwitch.RATE_LIMITS_OFF);
    private final SandboxAccount account = scene.alice.live();

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void balance_emptyUser_hasNoDetails() throws Exception {
        SandboxUser bob = scene.okx.createEmptyUser("bob", SandboxSite.GLOBAL);
        SandboxApiKey key = bob.createApiKey(SandboxKeyRequest.named("k").read());

        JsonNode row = scene.client(key).get("/api/v5/account/balance").row();

        assertThat(row.path("details").isArray()).isTrue();
        assertThat(row.path("details")).isEmpty();
        assertThat(row.path("totalEq").asText()).isEqualTo("0");
        assertThat(bob.live().accountMode()).isEqualTo(SandboxAccountMode.SPOT);
    }

    @Test
    void balance_futuresMode_leavesAccountMarginEmpty() throws Exception {
        account.setBalance("BTC", "0.5");

        JsonNode row = balance("");

        assertThat(row.path("totalEq").asText()).isEqualTo("40000");
        for (String name :
                new String[] {"adjEq", "imr", "mmr", "mgnRatio", "notionalUsd", "ordFroz", "upl", "availEq"}) {
            assertThat(row.path(name).isTextual()).as(name).isTrue();
            assertThat(row.path(name).asText()).as(name).isEmpty();
        }
        assertThat(row.path("details")).hasSize(2);
        assertThat(row.path("details").path(0).path("ccy").asText()).isEqualTo("BTC");
        assertThat(balance("?ccy=USDT").path("details")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"MULTI_CURRENCY", "PORTFOLIO"})
    void balance_crossModes_fillAccountMargin(SandboxAccountMode mode) throws Exception {
        account.setAccountMode(mode).openPosition("BTC-USDT-SWAP", "cross", "10");

        JsonNode row = balance("");

        assertThat(row.path("imr").asText()).isEqualTo("2000");
        assertThat(row.path("notionalUsd").asText()).isEqualTo("6000");
        assertThat(row.path("availEq").asText()).isEqualTo("8000");
        assertThat(row.path("mgnRatio").asText()).isNotEmpty();
        assertThat(row.path("details").path(0).path("mgnRatio").asText()).isEmpty();
    }

    @Test
    void balance_isolatedPosition_movesMarginOutOfCashAndEquityFollowsThePrice() throws Exception {
        account.openPosition("BTC-USDT-SWAP", "isolated", "10");
        scene.okx.setPrice("BTC-USDT-SWAP", "61000");

        JsonNode detail = balance("").path("details").path(0);

        assertThat(detail.path("cashBal").asText()).isEqualTo("8000");
        assertThat(detail.path("isoUpl").asText()).isEqualTo("100");
        assertThat(detail.path("isoEq").asText()).isEqualTo("2100");
        assertThat(detail.path("eq").asText()).isEqualTo("10100");

        account.closePositions();
        assertThat(balance("").path("details").path(0).path("cashBal").asText()).isEqualTo("10100");
    }

    @Test
    void balance_fundingMoney_isOnlyInFundingBalances() throws Exception {
        account.setFundingBalance("USDT", "250.5").setFundingBalance("DOGE", "0");

        JsonNode funding = scene.client.get("/api/v5/asset/balances").json();

        assertThat(funding.path("data")).hasSize(1);
        assertThat(funding.path("data").path(0).toString())
                .isEqualTo("{\"availBal\":\"250.5\",\"bal\":\"250.5\",\"ccy\":\"USDT\",\"frozenBal\":\"0\"}");
        assertThat(balance("").path("totalEq").asText()).isEqualTo("10000");
    }

    @Test
    void positions_netAndHedge_carryTheirSigns() throws Exception {
        assertThat(scene.client.get("/api/v5/account/positions").json().path("data"))
                .isEmpty();

        account.openPosition("BTC-USDT-SWAP", "cross", "-3");
        JsonNode net =
                scene.client.get("/api/v5/account/positions?instType=SWAP").row();
        assertThat(net.path("posSide").asText()).isEqualTo("net");
        assertThat(net.path("pos").asText()).isEqualTo("-3");
        assertThat(net.path("imr").asText()).isEqualTo("600");
        assertThat(net.path("margin").asText()).isEmpty();

        account.closePositions().setPositionMode(SandboxPositionMode.LONG_SHORT);
        account.openPosition("ETH-USDT-SWAP", "isolated", "-2");
        JsonNode hedge = scene.client
                .get("/api/v5/account/positions?instId=ETH-USDT-SWAP")
                .row();
        assertThat(hedge.path("posSide").asText()).isEqualTo("short");
        assertThat(hedge.path("pos").asText()).isEqualTo("2");
        assertThat(hedge.path("imr").asText()).isEmpty();
        assertThat(hedge.path("margin").asText()).isEqualTo("200");
        assertThat(scene.client
                        .get("/api/v5/account/positions?instType=FUTURES")
                        .json()
                        .path("data"))
                .isEmpty();
    }

    @Test
    void positions_inverseContract_gainsInItsCoin() throws Exception {
        account.setBalance("BTC", "1").openPosition("BTC-USD-SWAP", "cross", "600");

        scene.okx.setPrice("BTC-USD-SWAP", "80000");

        JsonNode row = scene.client.get("/api/v5/account/positions").row();
        assertThat(row.path("upl").asText()).isEqualTo("0.25");
        assertThat(row.path("ccy").asText()).isEqualTo("BTC");
    }

    private JsonNode balance(String query) throws Exception {
        return scene.client.get("/api/v5/account/balance" + query).row();
    }
}
