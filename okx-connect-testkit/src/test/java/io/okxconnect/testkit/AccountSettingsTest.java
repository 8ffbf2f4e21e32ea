package io.okxconnect.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.okxconnect.testkit.SigningClient.Result;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OKX's rules for account mode, position mode and isolated mode. */
class AccountSettingsTest {
    private static final String CONFIG = "/api/v5/account/config";
    private static final String PRECHECK = "/api/v5/account/set-account-switch-precheck?acctLv=";
    private static final String HEDGE = "{\"posMode\":\"long_short_mode\"}";

    private Scene scene = new Scene(SandboxSwitch.RATE_LIMITS_OFF);
    private final SandboxAccount account = scene.alice.live();

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void config_newUser_hasEveryDocumentedMember() throws Exception {
        JsonNode row = scene.client.get(CONFIG).row();

        assertThat(row.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "uid,mainUid,acctLv,posMode,acctStpMode,autoLoan,greeksType,feeType,level,levelTmp,ctIsoMode,"
                                .concat("mgnIsoMode,spotOffsetType,stgyType,roleType,spotRoleType,traderInsts,")
                                .concat("spotTraderInsts,opAuth,kycLv,label,ip,perm,liquidationGear,")
                                .concat("enableSpotBorrow,spotBorrowAutoRepay,type,settleCcy,settleCcyList")
                                .split(","));
        assertThat(row.path("acctLv").asText()).isEqualTo("2");
        assertThat(row.path("posMode").asText()).isEqualTo("net_mode");
        assertThat(row.path("perm").asText()).isEqualTo("read_only,trade");
        assertThat(row.path("label").asText()).isEqualTo("my app");
        assertThat(row.path("ip").asText()).isEmpty();
        assertThat(row.path("autoLoan").isBoolean()).isTrue();
        assertThat(row.path("uid").asText()).matches("\\d{18}").isEqualTo(scene.alice.mainUid());
    }

    @Test
    void config_subAccount_namesItsMaster() throws Exception {
        SandboxUser sub = scene.alice.createSubAccount("bot");
        SandboxApiKey key = sub.createApiKey(SandboxKeyRequest.named("k").read());

        JsonNode row = scene.client(key).get(CONFIG).row();

        assertThat(row.path("type").asText()).isEqualTo("1");
        assertThat(row.path("uid").asText()).isEqualTo(sub.uid()).isNotEqualTo(scene.alice.uid());
        assertThat(row.path("mainUid").asText()).isEqualTo(scene.alice.uid());
        assertThat(scene.client(key).get("/api/v5/users/subaccount/list").code())
                .isEqualTo("59500");
        JsonNode listed = scene.client.get("/api/v5/users/subaccount/list").row();
        assertThat(listed.path("subAcct").asText()).isEqualTo("bot");
        assertThat(listed.path("uid").asText()).isEqualTo(sub.uid());
    }

    @Test
    void setPositionMode_idleAccount_switches() throws Exception {
        Result result = scene.client.post("/api/v5/account/set-position-mode", HEDGE);

        assertThat(result.text())
                .isEqualTo("{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"posMode\":\"long_short_mode\"}]}");
        assertThat(account.positionMode()).isEqualTo(SandboxPositionMode.LONG_SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"position", "order", "algo order", "bot"})
    void setPositionMode_somethingOpen_is59000AndChangesNothing(String what) throws Exception {
        open(what);

        Result result = scene.client.post("/api/v5/account/set-position-mode", HEDGE);
        Result same = scene.client.post("/api/v5/account/set-position-mode", "{\"posMode\":\"net_mode\"}");

        assertThat(result.code()).isEqualTo("59000");
        assertThat(result.status()).isEqualTo(200);
        assertThat(same.code()).isEqualTo("59000");
        assertThat(account.positionMode()).isEqualTo(SandboxPositionMode.NET);
    }

    @Test
    void setPositionMode_switchedReadings_areLenient() throws Exception {
        scene.close();
        scene = new Scene(SandboxSwitch.SAME_POSITION_MODE_IS_FINE, SandboxSwitch.POSITION_MODE_IN_SPOT);
        scene.alice.live().openPosition("BTC-USDT-SWAP", "cross", "1");

        Result same = scene.client.post("/api/v5/account/set-position-mode", "{\"posMode\":\"net_mode\"}");
        scene.alice.live().closePositions().setAccountMode(SandboxAccountMode.SPOT);
        Result inSpot = scene.client.post("/api/v5/account/set-position-mode", HEDGE);

        assertThat(same.code()).isEqualTo("0");
        assertThat(inSpot.code()).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"PORTFOLIO, 51041", "SPOT, 51010"})
    void setPositionMode_modeWithoutHedging_isRefused(SandboxAccountMode mode, String code) throws Exception {
        account.setAccountMode(mode);

        assertThat(scene.client.post("/api/v5/account/set-position-mode", HEDGE).code())
                .isEqualTo(code);
    }

    @Test
    void setPositionMode_unknownWord_is51000() throws Exception {
        Result result = scene.client.post("/api/v5/account/set-position-mode", "{\"posMode\":\"hedge\"}");

        assertThat(result.text()).isEqualTo("{\"code\":\"51000\",\"data\":[],\"msg\":\"Parameter posMode  error\"}");
        assertThat(result.status()).isEqualTo(400);
    }

    @Test
    void switchMode_neverOpenedOnTheWeb_is51070EverywhereUntilItWas() throws Exception {
        Result precheck = scene.client.get(PRECHECK + "3");

        assertThat(precheck.code()).isEqualTo("51070");
        assertThat(precheck.json().path("data")).isEmpty();
        assertThat(setMode("3").code()).isEqualTo("51070");

        account.completeWebSetup(SandboxAccountMode.MULTI_CURRENCY);

        assertThat(scene.client.get(PRECHECK + "3").row().path("sCode").asText())
                .isEqualTo("0");
        assertThat(setMode("3").row().path("acctLv").asText()).isEqualTo("3");
        assertThat(account.accountMode()).isEqualTo(SandboxAccountMode.MULTI_CURRENCY);
    }

    @Test
    void precheck_passing_showsMarginBeforeAndAfter() throws Exception {
        JsonNode row = scene.client.get(PRECHECK + "1").row();

        assertThat(row.path("sCode").asText()).isEqualTo("0");
        assertThat(row.path("curAcctLv").asText()).isEqualTo("2");
        assertThat(row.path("acctLv").asText()).isEqualTo("1");
        assertThat(row.path("unmatchedInfoCheck")).isEmpty();
        assertThat(row.path("mgnBf").path("acctAvailEq").asText()).isEqualTo("10000");
        assertThat(row.path("mgnAft").path("details").path(0).path("ccy").asText())
                .isEqualTo("USDT");
    }

    @Test
    void precheck_blocked_listsEveryObstacleAndSetIsRefusedOneByOne() throws Exception {
        account.completeWebSetup(SandboxAccountMode.PORTFOLIO)
                .setPositionMode(SandboxPositionMode.LONG_SHORT)
                .openPosition("BTC-USDT-SWAP", "isolated", "1")
                .setBots(2);
        account.placePendingOrder("BTC-USDT");

        Result blocked = scene.client.get(PRECHECK + "4");

        assertThat(blocked.code()).isEqualTo("0");
        assertThat(blocked.row().path("sCode").asText()).isEqualTo("1");
        assertThat(blocked.row().path("mgnBf").isNull()).isTrue();
        assertThat(obstacles(blocked))
                .containsExactly("pending_orders", "pending_algos", "isolated_contract", "contract_long_short");
        assertThat(setMode("4").code()).isEqualTo("59132");
        account.cancelOrders().setBots(0);
        assertThat(setMode("4").code()).isEqualTo("59134");
        account.closePositions();
        assertThat(setMode("4").code()).isEqualTo("0");
        assertThat(account.positionMode()).isEqualTo(SandboxPositionMode.NET);
    }

    @Test
    void algoOrder_isListedAndBlocksASwitchUntilItIsCancelled() throws Exception {
        account.completeWebSetup(SandboxAccountMode.PORTFOLIO);
        String id = account.placeAlgoOrder("BTC-USDT-SWAP");

        Result listed = scene.client.get("/api/v5/trade/orders-algo-pending?ordType=conditional");
        assertThat(listed.row().path("algoId").asText()).isEqualTo(id);
        assertThat(listed.row().path("instId").asText()).isEqualTo("BTC-USDT-SWAP");
        assertThat(scene.client
                        .get("/api/v5/trade/orders-algo-pending?ordType=oco")
                        .json()
                        .path("data"))
                .isEmpty();
        assertThat(scene.client.get("/api/v5/trade/orders-algo-pending").code()).isEqualTo("50014");
        assertThat(obstacles(scene.client.get(PRECHECK + "4"))).containsExactly("pending_algos");
        assertThat(setMode("4").code()).isEqualTo("59132");

        account.cancelOrders();
        assertThat(setMode("4").code()).isEqualTo("0");
    }

    @Test
    void switchMode_borrowings_block() throws Exception {
        account.setAccountMode(SandboxAccountMode.MULTI_CURRENCY).setBorrowed("USDT", "5");

        assertThat(obstacles(scene.client.get(PRECHECK + "2"))).containsExactly("repay_borrowings");
        assertThat(setMode("2").code()).isEqualTo("59001");

        account.setBorrowed("USDT", "0");
        assertThat(setMode("2").code()).isEqualTo("0");
    }

    @Test
    void switchMode_fromPortfolioWithCrossPosition_needsLeveragePreset() throws Exception {
        account.setAccountMode(SandboxAccountMode.PORTFOLIO).openPosition("BTC-USDT-SWAP", "cross", "1");
        String preset = "/api/v5/account/account-level-switch-preset";

        Result missing = scene.client.get(PRECHECK + "2");
        assertThat(missing.row().path("sCode").asText()).isEqualTo("3");
        assertThat(missing.row().path("posList").path(0).path("posId").asText()).matches("\\d{18}");
        assertThat(setMode("2").code()).isEqualTo("59136");
        assertThat(scene.client.post(preset, "{\"acctLv\":\"2\"}").code()).isEqualTo("50014");
        assertThat(scene.client.post(preset, "{\"acctLv\":\"1\"}").code()).isEqualTo("51000");

        JsonNode row =
                scene.client.post(preset, "{\"acctLv\":\"2\",\"lever\":\"10\"}").row();
        assertThat(row.path("curAcctLv").asText()).isEqualTo("4");
        assertThat(row.path("lever").asText()).isEqualTo("10");
        assertThat(scene.client.get(PRECHECK + "2").row().path("sCode").asText())
                .isEqualTo("0");
        assertThat(setMode("2").code()).isEqualTo("0");
        assertThat(scene.client
                        .get("/api/v5/account/positions")
                        .row()
                        .path("lever")
                        .asText())
                .isEqualTo("10");
    }

    @Test
    void switchMode_toSpotWithPosition_isBlocked() throws Exception {
        account.openPosition("BTC-USDT-SWAP", "cross", "1");

        assertThat(obstacles(scene.client.get(PRECHECK + "1"))).containsExactly("all_positions");
        assertThat(setMode("1").code()).isEqualTo("59134");
    }

    @Test
    void setIsolatedMode_rules() throws Exception {
        account.setContractIsolatedMode("autonomy");
        assertThat(setIsolatedMode("automatic", "CONTRACTS").code()).isEqualTo("0");
        assertThat(setIsolatedMode("auto_transfers_ccy", "MARGIN").code()).isEqualTo("0");
        assertThat(setIsolatedMode("auto_transfers_ccy", "CONTRACTS").code()).isEqualTo("51000");
        assertThat(setIsolatedMode("autonomy", "CONTRACTS").code()).isEqualTo("51000");
        JsonNode row = scene.client.get(CONFIG).row();
        assertThat(row.path("ctIsoMode").asText()).isEqualTo("automatic");
        assertThat(row.path("mgnIsoMode").asText()).isEqualTo("auto_transfers_ccy");

        account.placePendingOrder("BTC-USDT");
        assertThat(setIsolatedMode("automatic", "CONTRACTS").code()).isEqualTo("59000");
    }

    @Test
    void settings_liveAndDemo_areApart() throws Exception {
        SandboxApiKey demo = scene.alice.createApiKey(
                SandboxKeyRequest.named("demo").read().trade().environment(SandboxEnvironment.DEMO));

        scene.client(demo).post("/api/v5/account/set-position-mode", HEDGE);

        assertThat(scene.alice.demo().positionMode()).isEqualTo(SandboxPositionMode.LONG_SHORT);
        assertThat(scene.alice.live().positionMode()).isEqualTo(SandboxPositionMode.NET);
    }

    private void open(String what) {
        switch (what) {
            case "position" -> account.openPosition("BTC-USDT-SWAP", "cross", "1");
            case "order" -> account.placePendingOrder("BTC-USDT");
            case "algo order" -> account.placeAlgoOrder("BTC-USDT-SWAP");
            default -> account.setBots(1);
        }
    }

    private Result setMode(String mode) throws Exception {
        return scene.client.post("/api/v5/account/set-account-level", "{\"acctLv\":\"" + mode + "\"}");
    }

    private Result setIsolatedMode(String mode, String type) throws Exception {
        return scene.client.post(
                "/api/v5/account/set-isolated-mode", "{\"isoMode\":\"" + mode + "\",\"type\":\"" + type + "\"}");
    }

    private static List<String> obstacles(Result precheck) {
        return StreamSupport.stream(precheck.row().path("unmatchedInfoCheck").spliterator(), false)
                .map(it -> it.path("type").asText())
                .toList();
    }
}
