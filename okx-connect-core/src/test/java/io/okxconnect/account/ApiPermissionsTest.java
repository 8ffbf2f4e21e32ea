package io.okxconnect.account;

import static io.okxconnect.account.PermissionState.GRANTED;
import static io.okxconnect.account.PermissionState.NOT_GRANTED;
import static io.okxconnect.account.PermissionState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.canary.Canary;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiPermissionsTest {

    @Test
    void parse_allThree_grantsAllThree() {
        ApiPermissions permissions = ApiPermissions.parse("read_only,withdraw,trade");

        assertThat(permissions.read()).isEqualTo(GRANTED);
        assertThat(permissions.trade()).isEqualTo(GRANTED);
        assertThat(permissions.withdraw()).isEqualTo(GRANTED);
        assertThat(permissions).hasToString("read_only,withdraw,trade");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"read_only,trade", "trade,read_only", " TRADE , Read_Only ", "trade,,read_only,", "read,trade"})
    void parse_anyOrderCaseAndBlanks_isTheSameSet(String perm) {
        ApiPermissions permissions = ApiPermissions.parse(perm);

        assertThat(permissions).isEqualTo(ApiPermissions.parse("read_only,trade"));
        assertThat(permissions.withdraw()).isEqualTo(NOT_GRANTED);
        assertThat(permissions.unrecognised()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", ",", " , "})
    void parse_nothing_isUnknownAndNeverNo(String perm) {
        ApiPermissions permissions = ApiPermissions.parse(perm);

        assertThat(permissions.isKnown()).isFalse();
        assertThat(permissions.read()).isEqualTo(UNKNOWN);
        assertThat(permissions.trade()).isEqualTo(UNKNOWN);
        assertThat(permissions.withdraw()).isEqualTo(UNKNOWN);
        assertThat(permissions).isEqualTo(ApiPermissions.unknown()).hasToString("unknown");
    }

    @Test
    void parse_newWord_keepsAndReportsIt() {
        ApiPermissions permissions = ApiPermissions.parse("read_only,Earn");

        assertThat(permissions.unrecognised()).containsExactly(ApiPermission.of("earn"));
        assertThat(permissions.all()).containsExactly(ApiPermission.READ_ONLY, ApiPermission.of("earn"));
        assertThat(permissions.state(ApiPermission.of("earn"))).isEqualTo(GRANTED);
        assertThat(permissions.trade()).isEqualTo(NOT_GRANTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read_only,trade,withdraw_asset",
                "read_only,trade,sub_withdrawal",
                "read_only,trade,\u00A0withdraw",
                "read_only,trade,withdraw\u00A0",
                "read_only,trade,\uFEFFwithdraw",
                "read_only,trade,with\u200Bdraw",
                "read_only,trade,with\u00ADdraw",
                "read_only,trade,with\ndraw",
                "read_only;trade;withdraw",
                "read_only trade WITHDRAW",
                "read_only|trade|withdraw",
                "read_only,trade,withdraw!"
            })
    void parse_withdrawInAnyDisguise_isGranted(String perm) {
        assertThat(ApiPermissions.parse(perm).withdraw()).isEqualTo(GRANTED);
        assertThat(ApiPermissions.parse(perm).all()).contains(ApiPermission.WITHDRAW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read_only;trade",
                "read_only,with draw",
                "read_only,w\u0456thdraw",
                "read_only,\uFF57ithdraw",
                "read_only,a23456789012345678901234567890123",
                "read_only," + Canary.API_KEY,
                "read_only,\n" + Canary.API_KEY + "\n",
                "read_only," + Canary.SECRET_KEY,
                "read_only,<b>"
            })
    void parse_wordOfNoPlainForm_isReportedWithoutItsText(String perm) {
        ApiPermissions permissions = ApiPermissions.parse(perm);

        assertThat(permissions.unrecognised())
                .singleElement()
                .satisfies(word -> assertThat(word.text()).isEqualTo("(unreadable)"));
        assertThat(permissions.toString()).endsWith("(unreadable)");
        assertThat(ApiPermissions.parse(permissions.toString())).isEqualTo(permissions);
    }

    @Test
    void parse_onlyInvisibleCharacters_isUnknown() {
        assertThat(ApiPermissions.parse("\u00A0,\u200B,\u2003\uFEFF").isKnown()).isFalse();
    }

    @Test
    void of_wordWithWithdraw_isWithdraw() {
        assertThat(ApiPermission.of("Withdraw_Asset")).isSameAs(ApiPermission.WITHDRAW);
    }

    @Test
    void equals_always_followsItsContract() {
        EqualsVerifier.forClass(ApiPermissions.class).withNonnullFields("all").verify();
    }
}
