package io.okxconnect.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.okxconnect.testkit.SigningClient.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leverage, fees and sizes. */
class LeverageTest {
    private final Scene scene = new Scene(SandboxSwitch.RATE_LIMITS_OFF, SandboxSwitch.EEA_WITHOUT_LEVERAGE_INFO);
    private final SandboxAccount account = scene.alice.live();

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void setLeverage_netMode_isReadBackPerMarginMode() throws Exception {
        Result set = set("\"instId\":\"BTC-USDT-SWAP\",\"lever\":\"5\",\"mgnMode\":\"isolated\"");

        assertThat(set.row().path("lever").asText()).isEqualTo("5");
        assertThat(info("BTC-USDT-SWAP", "isolated").row().path("lever").asText())
                .isEqualTo("5");
        assertThat(info("BTC-USDT-SWAP", "cross").row().path("lever").asText()).isEqualTo("3");
    }

    @Test
    void setLeverage_hedgeIsolated_isPerSideAndNeedsOne() throws Exception {
        account.setPositionMode(SandboxPositionMode.LONG_SHORT);
        String isolated = "\"instId\":\"BTC-USDT-SWAP\",\"lever\":\"5\",\"mgnMode\":\"isolated\"";

        assertThat(set(isolated).code()).isEqualTo("51000");
        assertThat(set(isolated + ",\"posSide\":\"long\"").row().path("posSide").asText())
                .isEqualTo("long");

        JsonNode rows = info("BTC-USDT-SWAP", "isolated").json().path("data");
        assertThat(rows).hasSize(2);
        assertThat(rows.path(0).path("posSide").asText()).isEqualTo("long");
        assertThat(rows.path(0).path("lever").asText()).isEqualTo("5");
        assertThat(rows.path(1).path("lever").asText()).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource({
        "FUTURES, BTC-USDT-SWAP, cross, 101, 59102",
        "FUTURES, BTC-USDT-SWAP, cross, 0.5, 59105",
        "FUTURES, BTC-USDT-SWAP, cross, x, 51000",
        "FUTURES, BTC-USDT-SWAP, wide, 5, 51000",
        "SPOT, BTC-USDT-SWAP, cross, 5, 51010",
        "MULTI_CURRENCY, BTC-USDT-SWAP, isolated, 5, 50072",
        "PORTFOLIO, BTC-USDT-SWAP, cross, 5, 51039",
    })
    void setLeverage_outsideTheRules_isRefused(
            SandboxAccountMode mode, String instId, String marginMode, String lever, String code) throws Exception {
        account.setAccountMode(mode);

        Result result =
                set("\"instId\":\"" + instId + "\",\"lever\":\"" + lever + "\",\"mgnMode\":\"" + marginMode + "\"");

        assertThat(result.code()).isEqualTo(code);
    }

    @Test
    void setLeverage_pendingOrder_blocks() throws Exception {
        account.placePendingOrder("BTC-USDT-SWAP");

        assertThat(set("\"instId\":\"BTC-USDT-SWAP\",\"lever\":\"5\",\"mgnMode\":\"cross\"")
                        .code())
                .isEqualTo("59107");
    }

    @Test
    void setLeverage_currency_onlyOutsideFuturesMode() throws Exception {
        assertThat(set("\"ccy\":\"BTC\",\"lever\":\"5\",\"mgnMode\":\"cross\"").code())
                .isEqualTo("51010");
        assertThat(set("\"lever\":\"5\",\"mgnMode\":\"cross\"").code()).isEqualTo("50015");

        account.setAccountMode(SandboxAccountMode.MULTI_CURRENCY);
        assertThat(set("\"ccy\":\"BTC\",\"lever\":\"5\",\"mgnMode\":\"cross\"").code())
                .isEqualTo("0");
        assertThat(scene.client
                        .get("/api/v5/account/leverage-info?ccy=BTC&mgnMode=cross")
                        .row()
                        .path("lever")
                        .asText())
                .isEqualTo("5");
    }

    @Test
    void leverageInfo_portfolioOrSwitchedOffAtEea_isRefused() throws Exception {
        account.setAccountMode(SandboxAccountMode.PORTFOLIO);
        SandboxUser eva = scene.okx.createUser("eva", SandboxSite.EEA);
        SandboxApiKey key = eva.createApiKey(SandboxKeyRequest.named("k").read());
        SigningClient abroad = new SigningClient(scene.okx.uri(SandboxSite.EEA), scene.okx.clock(), key);

        assertThat(info("BTC-USDT-SWAP", "cross").code()).isEqualTo("59111");
        assertThat(abroad.get("/api/v5/account/leverage-info?instId=BTC-USDT-SWAP&mgnMode=cross")
                        .status())
                .isEqualTo(404);
        assertThat(abroad.get("/api/v5/account/config").code()).isEqualTo("0");
    }

    @Test
    void maxSize_followsMoneyAndLeverage() throws Exception {
        JsonNode contract = scene.client
                .get("/api/v5/account/max-size?instId=BTC-USDT-SWAP&tdMode=cross&leverage=6")
                .row();
        JsonNode spot = scene.client
                .get("/api/v5/account/max-size?instId=BTC-USDT&tdMode=cash&px=50000")
                .row();

        assertThat(contract.path("maxBuy").asText()).isEqualTo("100");
        assertThat(spot.path("maxBuy").asText()).isEqualTo("0.2");
        assertThat(spot.path("maxSell").asText()).isEqualTo("0");
        assertThat(scene.client
                        .get("/api/v5/account/max-size?instId=BTC-USD-SWAP&tdMode=cross&px=0")
                        .code())
                .isEqualTo("51000");
    }

    @Test
    void tradeFee_spotAndSwap_haveTheirOwnRates() throws Exception {
        account.setFeeLevel("VIP2");

        JsonNode spot =
                scene.client.get("/api/v5/account/trade-fee?instType=SPOT").row();
        JsonNode swap =
                scene.client.get("/api/v5/account/trade-fee?instType=SWAP").row();

        assertThat(spot.path("level").asText()).isEqualTo("VIP2");
        assertThat(spot.path("taker").asText()).isEqualTo("-0.001");
        assertThat(swap.path("takerU").asText()).isEqualTo("-0.0005");
        assertThat(swap.path("feeGroup").path(0).path("taker").asText()).isEqualTo("-0.0005");
        assertThat(scene.client.get("/api/v5/account/trade-fee").code()).isEqualTo("50014");
    }

    private Result set(String members) throws Exception {
        return scene.client.post("/api/v5/account/set-leverage", "{" + members + "}");
    }

    private Result info(String instId, String marginMode) throws Exception {
        return scene.client.get("/api/v5/account/leverage-info?instId=" + instId + "&mgnMode=" + marginMode);
    }
}
