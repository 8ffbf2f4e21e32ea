package io.okxconnect.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.okxconnect.testkit.SigningClient.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders: enough of them to be believed. */
class OrdersTest {
    private static final String ORDER = "/api/v5/trade/order";

    private final Scene scene = new Scene(SandboxSwitch.RATE_LIMITS_OFF);
    private final SandboxAccount account = scene.alice.live();

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void place_limitBelowThePrice_restsFreezesAndCancels() throws Exception {
        Result placed = place("BTC-USDT", "cash", "buy", "limit", "0.1", "50000", "\"clOrdId\":\"b15\",\"tag\":\"t1\"");

        assertThat(placed.code()).isEqualTo("0");
        assertThat(placed.row().path("sCode").asText()).isEqualTo("0");
        assertThat(placed.row().path("sMsg").asText()).isEqualTo("Order placed");
        assertThat(placed.row().path("clOrdId").asText()).isEqualTo("b15");
        assertThat(placed.row().path("tag").asText()).isEqualTo("t1");
        assertThat(placed.json().path("inTime").asText()).matches("\\d{16}");
        assertThat(detail("USDT").path("ordFrozen").asText()).isEqualTo("5000");
        assertThat(detail("USDT").path("availBal").asText()).isEqualTo("5000");

        JsonNode pending = scene.client.get("/api/v5/trade/orders-pending").row();
        assertThat(pending.path("state").asText()).isEqualTo("live");
        assertThat(pending.path("ordId")).isEqualTo(placed.row().path("ordId"));

        Result cancelled = cancel("\"clOrdId\":\"b15\"");
        assertThat(cancelled.row().path("sCode").asText()).isEqualTo("0");
        assertThat(query("clOrdId=b15").row().path("state").asText()).isEqualTo("canceled");
        Result again = cancel("\"clOrdId\":\"b15\"");
        assertThat(again.code()).isEqualTo("1");
        assertThat(again.row().path("sCode").asText()).isEqualTo("51400");
        assertThat(detail("USDT").path("ordFrozen").asText()).isEqualTo("0");
    }

    @Test
    void place_restingOrder_fillsWhenThePriceComes() throws Exception {
        place("BTC-USDT", "cash", "buy", "limit", "0.1", "50000", "\"clOrdId\":\"b1\"");

        scene.okx.setPrice("BTC-USDT", "50000.1");
        assertThat(query("clOrdId=b1").row().path("state").asText()).isEqualTo("live");
        scene.okx.setPrice("BTC-USDT", "49000");

        JsonNode order = query("clOrdId=b1").row();
        assertThat(order.path("state").asText()).isEqualTo("filled");
        assertThat(order.path("avgPx").asText()).isEqualTo("49000");
        assertThat(order.path("fee").asText()).isEqualTo("-0.0001");
        assertThat(detail("BTC").path("cashBal").asText()).isEqualTo("0.0999");
        assertThat(detail("USDT").path("cashBal").asText()).isEqualTo("5100");
    }

    @Test
    void place_spotMarketBuy_countsInQuoteCurrency() throws Exception {
        String id = place("BTC-USDT", "cash", "buy", "market", "600", "", "")
                .row()
                .path("ordId")
                .asText();

        JsonNode order = query("ordId=" + id).row();
        assertThat(order.path("tgtCcy").asText()).isEqualTo("quote_ccy");
        assertThat(order.path("sz").asText()).isEqualTo("600");
        assertThat(order.path("accFillSz").asText()).isEqualTo("0.01");
    }

    @Test
    void place_contract_opensTurnsAndCloses() throws Exception {
        place("BTC-USDT-SWAP", "cross", "buy", "market", "2", "", "");
        assertThat(position().path("pos").asText()).isEqualTo("2");

        scene.okx.setPrice("BTC-USDT-SWAP", "61000");
        place("BTC-USDT-SWAP", "cross", "sell", "market", "3", "", "");

        assertThat(position().path("pos").asText()).isEqualTo("-1");
        assertThat(position().path("avgPx").asText()).isEqualTo("61000");
        // 10,000 + 20 won - 0.6 fee on 1,200 - 0.915 fee on 1,830
        assertThat(detail("USDT").path("cashBal").asText()).isEqualTo("10018.485");

        Result closed = place("BTC-USDT-SWAP", "cross", "buy", "market", "1", "", "\"reduceOnly\":true");
        assertThat(closed.code()).isEqualTo("0");
        assertThat(account.openPositions()).isZero();
    }

    @Test
    void place_hedgeMode_needsPosSideAndClosesItsOwnSide() throws Exception {
        account.setPositionMode(SandboxPositionMode.LONG_SHORT);

        Result without = place("BTC-USDT-SWAP", "isolated", "buy", "market", "1", "", "");
        assertThat(without.code()).isEqualTo("1");
        assertThat(without.row().path("sCode").asText()).isEqualTo("51000");
        assertThat(without.row().path("sMsg").asText()).isEqualTo("Parameter posSide  error");
        assertThat(without.row().path("ordId").asText()).isEmpty();

        place("BTC-USDT-SWAP", "isolated", "buy", "market", "1", "", "\"posSide\":\"long\"");
        place("BTC-USDT-SWAP", "isolated", "sell", "market", "1", "", "\"posSide\":\"short\"");
        assertThat(account.openPositions()).isEqualTo(2);
        Result tooMuch = place("BTC-USDT-SWAP", "isolated", "sell", "market", "2", "", "\"posSide\":\"long\"");
        assertThat(tooMuch.row().path("sCode").asText()).isEqualTo("51169");
        place("BTC-USDT-SWAP", "isolated", "sell", "market", "1", "", "\"posSide\":\"long\"");
        assertThat(account.openPositions()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "BTC-USDT, cash, buy, limit, 0.1, 50000, '\"clOrdId\":\"a-b\"', 51000",
        "BTC-USDT, cash, buy, limit, 0.1, 50000, '\"tag\":\"12345678901234567\"', 51000",
        "BTC-USDT, cash, hold, limit, 0.1, 50000, '', 51000",
        "BTC-USDT, cash, buy, limit, 0.1, '', '', 51000",
        "BTC-USDT, cash, buy, limit, abc, 50000, '', 51000",
        "BTC-USDT, cash, buy, limit, 0.1, 50000, '\"posSide\":\"long\"', 51000",
        "BTC-USDT, cash, buy, limit, 0.000001, 50000, '', 51020",
        "BTC-USDT, cash, buy, limit, 0.100000001, 50000, '', 51121",
        "BTC-USDT, cash, buy, limit, 0.1, 50000.01, '', 51006",
        "BTC-USDT, cash, buy, limit, 1, 50000, '', 51008",
        "BTC-USDT, cross, buy, limit, 0.1, 50000, '', 54000",
        "NO-SUCH, cash, buy, limit, 0.1, 50000, '', 51001",
        "BTC-USDT-SWAP, cash, buy, market, 1, '', '', 51010",
        "BTC-USDT-SWAP, cross, buy, market, 100, '', '', 51008",
        "BTC-USDT-SWAP, cross, sell, market, 1, '', '\"reduceOnly\":true', 51169",
    })
    void place_badOrder_failsInItsRow(
            String instId, String tdMode, String side, String type, String size, String price, String more, String code)
            throws Exception {
        Result result = place(instId, tdMode, side, type, size, price, more);

        assertThat(result.status()).isEqualTo(200);
        assertThat(result.code()).isEqualTo("1");
        assertThat(result.row().path("sCode").asText()).isEqualTo(code);
        assertThat(account.pendingOrders()).isEmpty();
        assertThat(account.openPositions()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "SPOT, BTC-USDT-SWAP, cross, 51010",
        "MULTI_CURRENCY, BTC-USDT-SWAP, isolated, 50072",
        "MULTI_CURRENCY, BTC-USDT, cash, 51010",
        "PORTFOLIO, BTC-USDT-SWAP, isolated, 50072",
    })
    void place_notInThisMode_isRefused(SandboxAccountMode mode, String instId, String tdMode, String code)
            throws Exception {
        account.setAccountMode(mode);

        Result result = place(instId, tdMode, "buy", "limit", "0.1", "50000", "");

        assertThat(result.row().path("sCode").asText()).isEqualTo(code);
    }

    @Test
    void place_sameClientIdTwice_isOneOrder() throws Exception {
        place("BTC-USDT", "cash", "buy", "limit", "0.01", "50000", "\"clOrdId\":\"x\"");

        Result second = place("BTC-USDT", "cash", "buy", "limit", "0.01", "50000", "\"clOrdId\":\"x\"");

        assertThat(second.row().path("sCode").asText()).isEqualTo("51016");
        assertThat(account.pendingOrders()).hasSize(1);
    }

    @Test
    void place_postOnlyThatWouldTake_isCancelledBySource31() throws Exception {
        place("BTC-USDT", "cash", "buy", "post_only", "0.01", "60000", "\"clOrdId\":\"p\"");

        assertThat(query("clOrdId=p").row().path("state").asText()).isEqualTo("canceled");
        assertThat(query("clOrdId=p").row().path("cancelSource").asText()).isEqualTo("31");
    }

    @Test
    void place_expTimePassedOrParameterMissing_refusesTheWholeRequest() throws Exception {
        String body =
                "{\"instId\":\"BTC-USDT\",\"tdMode\":\"cash\",\"side\":\"buy\",\"ordType\":\"market\",\"sz\":\"10\"}";
        String past = Long.toString(Scene.NOON.toEpochMilli() - 1);
        String future = Long.toString(Scene.NOON.toEpochMilli() + 1);

        Result late = scene.client.send("POST", ORDER, body, headers -> headers.put("expTime", past));
        Result inTime = scene.client.send("POST", ORDER, body, headers -> headers.put("expTime", future));
        Result missing = scene.client.post(ORDER, "{\"instId\":\"BTC-USDT\"}");

        assertThat(late.code()).isEqualTo("50036");
        assertThat(late.json().path("data")).isEmpty();
        assertThat(inTime.code()).isEqualTo("0");
        assertThat(missing.code()).isEqualTo("50014");
        assertThat(missing.status()).isEqualTo(400);
    }

    @Test
    void query_unknownOrder_is51603AndWithoutAnId51003() throws Exception {
        assertThat(query("ordId=1").code()).isEqualTo("51603");
        assertThat(query("x=1").code()).isEqualTo("51003");
    }

    private Result place(String instId, String tdMode, String side, String type, String size, String price, String more)
            throws Exception {
        String body = "{\"instId\":\"" + instId + "\",\"tdMode\":\"" + tdMode + "\",\"side\":\"" + side
                + "\",\"ordType\":\"" + type + "\",\"sz\":\"" + size + "\""
                + (price.isEmpty() ? "" : ",\"px\":\"" + price + "\"") + (more.isEmpty() ? "" : "," + more) + "}";
        return scene.client.post(ORDER, body);
    }

    private Result cancel(String id) throws Exception {
        return scene.client.post("/api/v5/trade/cancel-order", "{\"instId\":\"BTC-USDT\"," + id + "}");
    }

    private Result query(String id) throws Exception {
        return scene.client.get(ORDER + "?instId=BTC-USDT&" + id);
    }

    private JsonNode detail(String ccy) throws Exception {
        return scene.client
                .get("/api/v5/account/balance?ccy=" + ccy)
                .row()
                .path("details")
                .path(0);
    }

    private JsonNode position() throws Exception {
        return scene.client.get("/api/v5/account/positions").row();
    }
}
