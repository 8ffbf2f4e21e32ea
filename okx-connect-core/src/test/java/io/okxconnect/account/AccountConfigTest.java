package io.okxconnect.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.canary.Canary;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountConfigTest {
    private static final String REQUIRED = "'uid':'7001','acctLv':'2','posMode':'net_mode'";

    @Test
    void fromJson_fullSample_readsEveryDocumentedMember() {
        AccountConfig config = AccountConfig.fromJson(Answers.sample("config"));

        assertThat(config.uid()).isEqualTo("7001");
        assertThat(config.mainUid()).contains("7000");
        assertThat(config.accountMode()).isSameAs(AccountMode.FUTURES);
        assertThat(config.positionMode()).isSameAs(PositionMode.NET);
        assertThat(config.accountType()).contains(AccountType.STANDARD_SUB_ACCOUNT);
        assertThat(config.keyLabel()).contains("my app");
        assertThat(config.contractIsolatedMode()).contains(IsolatedMarginMode.AUTOMATIC);
        assertThat(config.marginIsolatedMode()).contains(IsolatedMarginMode.AUTO_TRANSFERS_CCY);
        assertThat(config.selfTradePrevention()).contains("cancel_maker");
        assertThat(config.autoLoan()).contains(false);
        assertThat(config.greeksType()).contains("PA");
        assertThat(config.feeType()).contains("0");
        assertThat(config.feeLevel()).contains("Lv1");
        assertThat(config.temporaryFeeLevel()).contains("VIP1");
        assertThat(config.spotOffsetType()).contains("1");
        assertThat(config.strategyType()).contains("0");
        assertThat(config.roleType()).contains("1");
        assertThat(config.leadInstruments()).containsExactly("BTC-USDT-SWAP");
        assertThat(config.spotRoleType()).contains("2");
        assertThat(config.spotLeadInstruments()).containsExactly("BTC-USDT", "ETH-USDT");
        assertThat(config.optionsAuthorization()).contains("1");
        assertThat(config.kycLevel()).contains("2");
        assertThat(config.liquidationGear()).contains("-1");
        assertThat(config.spotBorrowEnabled()).contains(true);
        assertThat(config.spotBorrowAutoRepay()).contains(false);
        assertThat(config.settleCurrency()).contains("USDC");
        assertThat(config.settleCurrencies()).containsExactly("USD", "USDC");
        assertThat(config.permissions()).isEqualTo(ApiPermissions.parse("trade,read_only"));
        assertThat(config.isSubAccount()).isTrue();
        assertThat(config.raw().member("somethingNew")).isPresent();
    }

    @Test
    void fromJson_answerOf2023_needsOnlyTheOldMembers() {
        AccountConfig config = AccountConfig.fromJson(Answers.row("{'acctLv':'3','acctStpMode':'cancel_maker',"
                + "'autoLoan':true,'ctIsoMode':'automatic','greeksType':'PA','level':'Lv1','levelTmp':'',"
                + "'mgnIsoMode':'automatic','posMode':'long_short_mode','spotOffsetType':'','uid':'447',"
                + "'label':'old','ip':'','perm':'read_only,trade','mainUid':'447'}"));

        assertThat(config.accountMode()).isSameAs(AccountMode.MULTI_CURRENCY_MARGIN);
        assertThat(config.positionMode()).isSameAs(PositionMode.LONG_SHORT);
        assertThat(config.autoLoan()).contains(true);
        assertThat(config.temporaryFeeLevel()).isEmpty();
        assertThat(config.feeType()).isEmpty();
        assertThat(config.accountType()).isEmpty();
        assertThat(config.settleCurrencies()).isEmpty();
        assertThat(config.strategyType()).isEmpty();
        assertThat(config.boundIps()).isEmpty();
        assertThat(config.isSubAccount()).isFalse();
    }

    @Test
    void fromJson_newWordsEverywhere_keepsThem() {
        AccountConfig config = AccountConfig.fromJson(Answers.row(
                "{'uid':'1','acctLv':'5','posMode':'triple_mode','type':'77','ctIsoMode':'x','extra':[1]}"));

        assertThat(config.accountMode().isKnown()).isFalse();
        assertThat(config.accountMode().text()).isEqualTo("5");
        assertThat(config.positionMode().text()).isEqualTo("triple_mode");
        assertThat(config.accountType().orElseThrow().text()).isEqualTo("77");
        assertThat(config.contractIsolatedMode().orElseThrow().text()).isEqualTo("x");
        assertThat(config.raw().items("extra")).containsExactly(JsonValue.of(1));
    }

    @ParameterizedTest
    @CsvSource({"autonomy,quick_margin", "quick_margin,autonomy"})
    void fromJson_retiredIsolatedModes_areKnown(String contracts, String margin) {
        AccountConfig config = AccountConfig.fromJson(
                Answers.row("{" + REQUIRED + ",'ctIsoMode':'" + contracts + "','mgnIsoMode':'" + margin + "'}"));

        assertThat(config.contractIsolatedMode().orElseThrow().isKnown()).isTrue();
        assertThat(config.marginIsolatedMode().orElseThrow().isKnown()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'perm':''", ",'perm':null", ",'perm':['withdraw']", ",'perm':7", ",'perm':{}"})
    void permissions_missingEmptyOrNotText_isUnknown(String perm) {
        AccountConfig config = AccountConfig.fromJson(Answers.row("{" + REQUIRED + perm + "}"));

        assertThat(config.permissions().withdraw()).isEqualTo(PermissionState.UNKNOWN);
    }

    @Test
    void boundIps_addressAndNetwork_areTold() {
        AccountConfig config = AccountConfig.fromJson(Answers.sample("config"));

        assertThat(config.boundIps()).extracting(BoundIp::text).containsExactly("120.255.24.182", "2001:db8::/32");
        assertThat(config.boundIps()).extracting(BoundIp::isNetwork).containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"my app", "бот-№1 机器人", "a.b_c-d (2)", "fifty characters, which is all that OKX allows us."})
    void keyLabel_printable_isTold(String label) {
        assertThat(withMember("label", label).keyLabel()).contains(label);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\u001b[31m",
                "a\u202eb",
                "a\u2028b",
                "fifty-one characters, which is more than OKX allows",
                Canary.API_KEY,
                "key " + Canary.API_KEY + "!",
                Canary.SECRET_KEY,
                "x" + Canary.SECRET_KEY
            })
    void keyLabel_unprintableOrKeyLike_isNotShown(String label) {
        AccountConfig config = withMember("label", label);

        assertThat(config.keyLabel()).contains("(unreadable)");
        assertThat(config.raw().text("label")).contains(label);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "203.0.113.0/24, 203.0.113.0/24",
        "2001:db8::/32, 2001:db8::/32",
        "2001:DB8:0:0:0:0:0:7, 2001:DB8:0:0:0:0:0:7",
        "::ffff:203.0.113.7, ::ffff:203.0.113.7",
        "evil.example, (unreadable)",
        "203.0.113.7\u00a0x, (unreadable)",
        "1234, (unreadable)",
        Canary.API_KEY + ", (unreadable)",
        Canary.SECRET_KEY + ", (unreadable)",
        "'\n" + Canary.API_KEY + "', (unreadable)"
    })
    void boundIps_otherThanAnAddress_isCountedButNotShown(String ip, String shown) {
        assertThat(withMember("ip", ip).boundIps()).extracting(BoundIp::text).containsExactly(shown);
    }

    @Test
    void toString_keyLikeModes_areNotShown() {
        AccountConfig config = AccountConfig.fromJson(Answers.row(
                "{'uid':'1','acctLv':'" + Canary.API_KEY + "','posMode':'a\\nb','perm':'" + Canary.API_KEY + "'}"));

        assertThat(config).hasToString("AccountConfig[acctLv=(unreadable), posMode=(unreadable), perm=(unreadable)]");
        assertThat(config.accountMode().displayName()).isEqualTo("unknown ((unreadable))");
        assertThat(config.accountMode().text()).isEqualTo(Canary.API_KEY);
    }

    private static AccountConfig withMember(String name, String value) {
        return AccountConfig.fromJson(
                JsonValue.from(Map.of("uid", "7001", "acctLv", "2", "posMode", "net_mode", name, value)));
    }

    @ParameterizedTest
    @CsvSource({
        "'7001', '', false",
        "'7000', '', true",
        "'7000', '0', true",
        "'7001', '1', false",
        "'', '', false",
        "'', '0', false",
        "'', '1', true"
    })
    void isSubAccount_byMainUidElseByType(String mainUid, String type, boolean expected) {
        AccountConfig config = AccountConfig.fromJson(
                Answers.row("{" + REQUIRED + ",'mainUid':'" + mainUid + "','type':'" + type + "'}"));

        assertThat(config.isSubAccount()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uid", "acctLv", "posMode"})
    void fromJson_requiredMemberMissing_isAMalformedAnswer(String name) {
        JsonValue empty = Answers.row(("{" + REQUIRED + "}").replaceAll("('" + name + "':)'[^']*'", "$1''"));
        JsonValue missing = Answers.row(("{" + REQUIRED + "}").replace("'" + name + "'", "'other'"));

        assertThatThrownBy(() -> AccountConfig.fromJson(empty))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining(name);
        assertThatThrownBy(() -> AccountConfig.fromJson(missing)).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void fromJson_ownJsonWithoutUid_isAnInvalidArgument() {
        assertThatThrownBy(() -> AccountConfig.fromJson(JsonValue.parse("{\"acctLv\":\"2\"}")))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("uid");
    }

    @Test
    void toString_always_hasModesAndPermissionsOnly() {
        assertThat(AccountConfig.fromJson(Answers.sample("config")))
                .hasToString("AccountConfig[acctLv=2, posMode=net_mode, perm=read_only,trade]");
    }
}
