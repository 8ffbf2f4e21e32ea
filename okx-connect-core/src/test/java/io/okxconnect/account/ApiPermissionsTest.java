package io.okxconnect.account;

import static io.okxconnect.account.PermissionState.GRANTED;
import static io.okxconnect.account.PermissionState.NOT_GRANTED;
import static io.okxconnect.account.PermissionState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void equals_always_followsItsContract() {
        EqualsVerifier.forClass(ApiPermissions.class).withNonnullFields("all").verify();
    }
}
