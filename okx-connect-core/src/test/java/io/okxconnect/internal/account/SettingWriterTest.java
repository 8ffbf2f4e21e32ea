package io.okxconnect.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.account.AccountMode;
import io.okxconnect.account.IsolatedMarginMode;
import io.okxconnect.account.IsolatedMarginScope;
import io.okxconnect.account.PositionMode;
import io.okxconnect.account.SettingChange;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.error.TransportTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingWriterTest {
    private static final String CONFIG = "GET /api/v5/account/config";
    private static final String SET_NET = "POST /api/v5/account/set-position-mode {\"posMode\":\"net_mode\"}";

    private final ScriptedPort port = new ScriptedPort();
    private final HttpAccountApi api = new HttpAccountApi(port);

    @Test
    void setPositionMode_alreadyThere_writesNothing() {
        port.config("net_mode", "2");

        SettingChange<PositionMode> change = api.setPositionMode(PositionMode.NET);

        assertThat(port.calls()).containsExactly(CONFIG);
        assertThat(change.isChanged()).isFalse();
        assertThat(change.isInForce()).isTrue();
    }

    @Test
    void setPositionMode_differs_writesOnceAndReadsAgain() {
        port.config("long_short_mode", "2").answers("{'posMode':'net_mode'}").config("net_mode", "2");

        SettingChange<PositionMode> change = api.setPositionMode(PositionMode.NET);

        assertThat(port.calls()).containsExactly(CONFIG, SET_NET, CONFIG);
        assertThat(change).isEqualTo(new SettingChange<>(PositionMode.LONG_SHORT, PositionMode.NET, PositionMode.NET));
    }

    @Test
    void setPositionMode_acceptedButNotShown_isNotInForce() {
        port.config("long_short_mode", "2").answers("{'posMode':'net_mode'}").config("long_short_mode", "2");

        assertThat(api.setPositionMode(PositionMode.NET).isInForce()).isFalse();
    }

    @Test
    void setPositionMode_refusedWith59000_isAFailureAfterASecondLook() {
        OkxConnectException refusal = ScriptedPort.stateRefusal("59000");
        port.config("long_short_mode", "2").fails(refusal).config("long_short_mode", "2");

        assertThatThrownBy(() -> api.setPositionMode(PositionMode.NET)).isSameAs(refusal);
        assertThat(port.calls()).containsExactly(CONFIG, SET_NET, CONFIG);
    }

    @Test
    void setPositionMode_noPermission_failsWithoutASecondLook() {
        OkxConnectException refusal = ScriptedPort.permissionRefusal();
        port.config("long_short_mode", "2").fails(refusal);

        assertThatThrownBy(() -> api.setPositionMode(PositionMode.NET)).isSameAs(refusal);
        assertThat(port.calls()).containsExactly(CONFIG, SET_NET);
    }

    @Test
    void setPositionMode_outcomeUnknownButInForce_isDone() {
        port.config("long_short_mode", "2").fails(timeout(true)).config("net_mode", "2");

        assertThat(api.setPositionMode(PositionMode.NET).isInForce()).isTrue();
        assertThat(port.calls()).containsExactly(CONFIG, SET_NET, CONFIG);
    }

    @Test
    void setPositionMode_outcomeUnknownAndNotInForce_keepsTheFailureAndNeverWritesAgain() {
        OkxConnectException failure = timeout(true);
        port.config("long_short_mode", "2").fails(failure).config("long_short_mode", "2");

        assertThatThrownBy(() -> api.setPositionMode(PositionMode.NET)).isSameAs(failure);
        assertThat(port.calls()).containsExactly(CONFIG, SET_NET, CONFIG);
    }

    @Test
    void setPositionMode_notSent_failsAtOnce() {
        OkxConnectException failure = timeout(false);
        port.config("long_short_mode", "2").fails(failure);

        assertThatThrownBy(() -> api.setPositionMode(PositionMode.NET)).isSameAs(failure);
        assertThat(port.isDone()).isTrue();
    }

    @Test
    void setPositionMode_secondLookFailsToo_keepsBothFailures() {
        OkxConnectException failure = timeout(true);
        OkxConnectException unread = timeout(false);
        port.config("long_short_mode", "2").fails(failure).fails(unread);

        assertThatThrownBy(() -> api.setPositionMode(PositionMode.NET))
                .isSameAs(failure)
                .hasSuppressedException(unread);
    }

    @Test
    void setPositionMode_acceptedButCannotBeReadAgain_isNoFailureAndNotInForce() {
        port.config("long_short_mode", "2").answers("{'posMode':'net_mode'}").fails(ScriptedPort.permissionRefusal());

        SettingChange<PositionMode> change = api.setPositionMode(PositionMode.NET);

        assertThat(change.isInForce()).isFalse();
        assertThat(change.wanted()).isSameAs(PositionMode.NET);
        assertThat(change.after()).isSameAs(PositionMode.LONG_SHORT);
        assertThat(port.calls()).containsExactly(CONFIG, SET_NET, CONFIG);
    }

    @Test
    void setPositionMode_acceptedButTheAnswerIsMalformed_isNoFailureAndNotInForce() {
        port.config("long_short_mode", "2").answers("{'posMode':'net_mode'}").answers("{'uid':'7001'}");

        assertThat(api.setPositionMode(PositionMode.NET).isInForce()).isFalse();
    }

    @Test
    void setAccountMode_differs_doesNotTrustTheEcho() {
        port.config("net_mode", "1").answers("{'isoMode':'automatic'}").config("net_mode", "2");

        SettingChange<AccountMode> change = api.setAccountMode(AccountMode.FUTURES);

        assertThat(port.calls())
                .containsExactly(CONFIG, "POST /api/v5/account/set-account-level {\"acctLv\":\"2\"}", CONFIG);
        assertThat(change).isEqualTo(new SettingChange<>(AccountMode.SPOT, AccountMode.FUTURES, AccountMode.FUTURES));
    }

    @ParameterizedTest
    @EnumSource
    void setIsolatedMarginMode_differs_readsTheScopesOwnMember(IsolatedMarginScope scope) {
        String member = scope == IsolatedMarginScope.CONTRACTS ? "ctIsoMode" : "mgnIsoMode";
        String config = "{'uid':'1','acctLv':'2','posMode':'net_mode','" + member + "':'";
        port.answers(config + "autonomy'}").answers("{'isoMode':'automatic'}").answers(config + "automatic'}");

        SettingChange<IsolatedMarginMode> change = api.setIsolatedMarginMode(IsolatedMarginMode.AUTOMATIC, scope);

        assertThat(port.calls())
                .element(1)
                .isEqualTo("POST /api/v5/account/set-isolated-mode {\"isoMode\":\"automatic\",\"type\":\"" + scope
                        + "\"}");
        assertThat(change.before()).isSameAs(IsolatedMarginMode.AUTONOMY);
        assertThat(change.isInForce()).isTrue();
    }

    @Test
    void setIsolatedMarginMode_notShown_isOfEmptyText() {
        port.config("net_mode", "2").answers("{'isoMode':'automatic'}").config("net_mode", "2");

        SettingChange<IsolatedMarginMode> change =
                api.setIsolatedMarginMode(IsolatedMarginMode.AUTOMATIC, IsolatedMarginScope.CONTRACTS);

        assertThat(change.before().text()).isEmpty();
        assertThat(change.isInForce()).isFalse();
    }

    private static TransportTimeoutException timeout(boolean requestMayHaveBeenSent) {
        return new TransportTimeoutException(
                TransportPhase.RESPONSE_HEAD, Duration.ofSeconds(5), requestMayHaveBeenSent);
    }
}
