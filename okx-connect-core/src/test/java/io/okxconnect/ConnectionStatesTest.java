package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;
import static io.okxconnect.TestExchange.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxPermission;
import io.okxconnect.testkit.SandboxPositionMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each status word is reached, left and reached again, with a live key that trades from anywhere: one that can expire. */
class ConnectionStatesTest extends ConnectorScene {
    private static final String CONFIG = "/api/v5/account/config";

    private EventRecorder heard;
    private SandboxApiKey key;

    @Override
    ExchangeConnectorBuilder settings() {
        heard = new EventRecorder();
        return exchange.builder().environment(TradingEnvironment.LIVE).listener(heard);
    }

    @BeforeEach
    void makeKey() {
        exchange.alice.live().setPositionMode(SandboxPositionMode.NET);
        key = liveKey();
    }

    private SandboxApiKey liveKey() {
        return exchange.alice.createApiKey(exchange.keyRequest()
                .environment(SandboxEnvironment.LIVE)
                .read()
                .trade());
    }

    private Connection replaceKey(Connection alice) {
        key = liveKey();
        try (ApiKeyCredential credential = credential(key)) {
            alice.replaceCredential(credential);
        }
        return alice;
    }

    private void pass(int days) {
        exchange.okx.clock().advance(Duration.ofDays(days));
    }

    private ConnectionState stored() {
        return okx.connections().get(0).lastState();
    }

    private long revision() {
        try (StoredCredential stored = store.load(ALICE).orElseThrow()) {
            return stored.revision();
        }
    }

    private static void assertLookFails(Connection alice, ConnectionState state) {
        assertThatThrownBy(alice::check).isInstanceOf(OkxConnectException.class);
        assertThat(alice.status().state()).isEqualTo(state);
        assertThat(alice.status().failure()).isPresent();
        assertThat(alice.status().isUsable()).isFalse();
    }

    /** What listeners heard, each step beginning where the one before ended. */
    private void assertHeard(String... story) {
        okx.close();
        assertThat(heard.story()).containsExactly(story);
        for (int i = 1; i < heard.events().size(); i++) {
            assertThat(heard.events().get(i).before().state())
                    .isEqualTo(heard.events().get(i - 1).after().state());
        }
    }

    @Test
    void setupRequired_andIncorrectPermissions_andWithdrawalEnabled_comeAndGoWithTheAccount() {
        Connection alice = connect(key);
        for (int i = 0; i < 2; i++) {
            exchange.alice.live().setPositionMode(SandboxPositionMode.LONG_SHORT);
            alice.check();
            assertThat(alice.status().state()).isEqualTo(ConnectionState.SETUP_REQUIRED);
            exchange.alice.live().setPositionMode(SandboxPositionMode.NET);
            key.setPermissions(SandboxPermission.READ);
            alice.check();
            assertThat(alice.status().state()).isEqualTo(ConnectionState.INCORRECT_PERMISSIONS);
            key.setPermissions(SandboxPermission.READ, SandboxPermission.TRADE, SandboxPermission.WITHDRAW);
            alice.check();
            assertThat(alice.status().state()).isEqualTo(ConnectionState.WITHDRAWAL_ENABLED);
            key.setPermissions(SandboxPermission.READ, SandboxPermission.TRADE);
            alice.check();
            assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(alice.status().checkedAt()).isEqualTo(TestExchange.NOW);
        }
        assertHeard(
                "CONNECTED CONNECTED",
                "CHECKED SETUP_REQUIRED",
                "CHECKED INCORRECT_PERMISSIONS",
                "CHECKED WITHDRAWAL_ENABLED",
                "CHECKED CONNECTED",
                "CHECKED SETUP_REQUIRED",
                "CHECKED INCORRECT_PERMISSIONS",
                "CHECKED WITHDRAWAL_ENABLED",
                "CHECKED CONNECTED");
    }

    @Test
    void invalid_keyDeletedAtOkx_isSeenByTheNextOrdinaryCallAndStays() {
        Connection alice = connect(key);
        key.delete();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(alice::balance).isInstanceOf(AuthenticationRejectedException.class);
            assertThat(alice.status().state()).isEqualTo(ConnectionState.INVALID);
            assertThat(alice.status().failure()).isPresent();
            assertThat(stored()).isEqualTo(ConnectionState.INVALID);
            assertThat(revision()).as("stored once").isEqualTo(2);
        }
        replaceKey(alice).balance();
        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        assertHeard("CONNECTED CONNECTED", "CHECKED INVALID", "CREDENTIAL_REPLACED CONNECTED");
    }

    @Test
    void expiresSoon_isReachedByWaiting_andEndedByAnyUse() {
        Connection alice = connect(key);
        assertThat(alice.status().daysLeft()).hasValue(14);
        pass(10);
        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);

        pass(1);

        assertThat(alice.status().state()).isEqualTo(ConnectionState.EXPIRES_SOON);
        assertThat(alice.status().daysLeft()).hasValue(3);
        assertThat(alice.status().checkedAt()).isEqualTo(TestExchange.NOW);
        assertThat(alice.status().toString()).contains("2026-12-06", "days left: 3", "Next step");
        assertThat(alice.status().isUsable()).as("the key still works").isTrue();
        assertThat(stored()).isEqualTo(ConnectionState.EXPIRES_SOON);
        assertThat(okx.connections().get(0).daysLeft()).hasValue(3);

        alice.balance();
        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(alice.status().daysLeft()).hasValue(14);
        assertThat(stored()).isEqualTo(ConnectionState.CONNECTED);

        pass(13);
        assertThat(alice.status().state()).isEqualTo(ConnectionState.EXPIRES_SOON);
        assertThat(alice.status().daysLeft()).hasValue(1);
        alice.check();
        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        assertHeard(
                "CONNECTED CONNECTED",
                "NOTICED EXPIRES_SOON",
                "NOTICED CONNECTED",
                "NOTICED EXPIRES_SOON",
                "CHECKED CONNECTED");
    }

    @Test
    void expiresSoon_afterARestart_isSeenBeforeAnyLook() {
        connect(key);
        okx.close();
        pass(12);
        try (ExchangeConnector restarted =
                        settings().sharedCredentialStore(store).build();
                ExchangeConnector late = settings()
                        .expiresSoonWithin(Duration.ofHours(47))
                        .sharedCredentialStore(store)
                        .build();
                ExchangeConnector never = settings()
                        .expiresSoonWithin(Duration.ZERO)
                        .sharedCredentialStore(store)
                        .build()) {
            assertThat(restarted.connections().get(0).lastState()).isEqualTo(ConnectionState.EXPIRES_SOON);
            assertThat(late.connections().get(0).lastState()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(never.connections().get(0).lastState()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(late.connection(ALICE).status().state()).isEqualTo(ConnectionState.UNCHECKED);
            Connection alice = restarted.connection(ALICE);
            assertThat(alice.status().state()).isEqualTo(ConnectionState.EXPIRES_SOON);
            assertThat(alice.status().isUsable())
                    .as("nobody looked since the restart")
                    .isFalse();
            alice.check();
            assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(never.connections().get(0).daysLeft()).hasValue(14);
        }
    }

    @Test
    void expiresSoonWithin_outOfRange_isRefused() {
        assertThatThrownBy(() -> exchange.builder().expiresSoonWithin(Duration.ofDays(14)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("14 days");
        assertThatThrownBy(() -> exchange.builder().expiresSoonWithin(Duration.ofNanos(-1)))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void expired_isToldFromDeleted() {
        Connection alice = connect(key);
        for (int i = 0; i < 2; i++) {
            pass(15);
            assertThat(alice.status().state())
                    .as("OKX was not asked: the key may have been used elsewhere")
                    .isEqualTo(ConnectionState.EXPIRES_SOON);
            assertThat(alice.status().daysLeft()).hasValue(0);
            assertLookFails(alice, ConnectionState.EXPIRED);
            assertLookFails(alice, ConnectionState.EXPIRED);
            assertThat(stored()).isEqualTo(ConnectionState.EXPIRED);
            assertThat(alice.status().expiresAt()).as("it is dead").isEmpty();

            replaceKey(alice);
            assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(stored()).isEqualTo(ConnectionState.CONNECTED);
        }
        assertHeard(
                "CONNECTED CONNECTED",
                "NOTICED EXPIRES_SOON",
                "CHECKED EXPIRED",
                "CREDENTIAL_REPLACED CONNECTED",
                "NOTICED EXPIRES_SOON",
                "CHECKED EXPIRED",
                "CREDENTIAL_REPLACED CONNECTED");
    }

    @Test
    void expired_afterARestart_isKnownFromTheStore() {
        connect(key);
        okx.close();
        pass(14);
        try (ExchangeConnector restarted =
                settings().sharedCredentialStore(store).build()) {
            assertLookFails(restarted.connection(ALICE), ConnectionState.EXPIRED);
        }
        try (ExchangeConnector again = settings().sharedCredentialStore(store).build()) {
            Connection alice = again.connection(ALICE);
            assertThat(alice.status().state())
                    .as("what was refused does not look better after a restart")
                    .isEqualTo(ConnectionState.EXPIRED);
            assertThat(alice.status().checkedAt())
                    .isEqualTo(again.connections().get(0).checkedAt().orElseThrow());
            assertLookFails(alice, ConnectionState.EXPIRED);
        }
    }

    @Test
    void invalid_keyWasDeletedInTime_staysInvalidHoweverLongOneWaits() {
        Connection alice = connect(key);
        for (int i = 0; i < 2; i++) {
            pass(13);
            key.delete();
            assertLookFails(alice, ConnectionState.INVALID);
            pass(2);
            assertThat(alice.status().state()).isEqualTo(ConnectionState.INVALID);
            assertLookFails(alice, ConnectionState.INVALID);
            assertThat(stored()).isEqualTo(ConnectionState.INVALID);
            replaceKey(alice);
            assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        }
        assertHeard(
                "CONNECTED CONNECTED",
                "CHECKED INVALID",
                "CREDENTIAL_REPLACED CONNECTED",
                "CHECKED INVALID",
                "CREDENTIAL_REPLACED CONNECTED");
    }

    @Test
    void invalid_boundKeyIsGoneAfterALongTime_didNotExpire() {
        key.setIps("127.0.0.1", "::1");
        Connection alice = connect(key);
        assertThat(alice.status().expiresAt()).isEmpty();
        pass(20);
        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        key.delete();

        assertLookFails(alice, ConnectionState.INVALID);
    }

    @Test
    void reauthorizationRequired_keyCameByConsent_onlyConsentHelps() {
        storeGranted(key);
        Connection alice = okx.connection(ALICE);
        alice.check();
        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        key.delete();
        assertLookFails(alice, ConnectionState.REAUTHORIZATION_REQUIRED);
        assertThat(stored()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);

        okx.close();
        okx = settings().sharedCredentialStore(store).build();
        key = liveKey();
        storeGranted(key);
        Connection again = okx.connection(ALICE);
        again.check();
        assertThat(again.status().state()).isEqualTo(ConnectionState.CONNECTED);
        pass(15);
        assertLookFails(again, ConnectionState.REAUTHORIZATION_REQUIRED);
        okx.close();
        assertThat(heard.story()).containsExactly("CHECKED CONNECTED", "CHECKED REAUTHORIZATION_REQUIRED");
    }

    /** As the connector will store what OKX's consent page gave. */
    private void storeGranted(SandboxApiKey granted) {
        store.delete(ALICE);
        CredentialMetadata metadata = CredentialMetadata.builder(ALICE)
                .site(Site.custom("sandbox", exchange.okx.uri()))
                .environment(TradingEnvironment.LIVE)
                .origin(CredentialOrigin.FAST_API)
                .uid(exchange.alice.uid())
                .build();
        try (ApiKeyCredential credential = credential(granted);
                StoredCredential first = StoredCredential.of(metadata, 1, credential)) {
            store.save(first);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"53000", "53001", "53002", "53003", "53005", "53006", "53009", "53012"})
    void reauthorizationRequired_tokenIsRefused_andAcceptedAgain(String code) {
        Connection alice = connect(key);
        for (int i = 0; i < 2; i++) {
            exchange.okx.faults().on("GET", CONFIG).code(400, code, "Token");
            assertLookFails(alice, ConnectionState.REAUTHORIZATION_REQUIRED);
            alice.check();
            assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"53004", "50007", "50100", "50105"})
    void invalid_accountOrKeyIsBlocked_doesNotPassByItself(String code) {
        Connection alice = connect(key);
        exchange.okx.faults().on("GET", CONFIG).code(200, code, "Frozen");

        assertLookFails(alice, ConnectionState.INVALID);
    }

    @Test
    void temporaryIssue_okxIsDown_passesAndComesBack() {
        Connection alice = connect(key);
        for (int i = 0; i < 2; i++) {
            exchange.okx.faults().on("GET", CONFIG).times(3).code(503, "50001", "Unavailable");
            assertLookFails(alice, ConnectionState.TEMPORARY_ISSUE);
            assertThat(stored()).as("what was known stays").isEqualTo(ConnectionState.CONNECTED);
            alice.check();
            assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(alice.status().failure()).isEmpty();
        }
        assertHeard(
                "CONNECTED CONNECTED",
                "CHECKED TEMPORARY_ISSUE",
                "CHECKED CONNECTED",
                "CHECKED TEMPORARY_ISSUE",
                "CHECKED CONNECTED");
    }

    @Test
    void temporaryIssue_clockIsRefused_saysNothingAboutTheKey() {
        Connection alice = connect(key);
        exchange.okx.faults().on("GET", CONFIG).times(2).code(401, "50102", "Timestamp request expired");

        assertLookFails(alice, ConnectionState.TEMPORARY_ISSUE);
    }

    @Test
    void temporaryIssue_whileTheKeyComesCloseToItsEnd_givesWayToIt() {
        Connection alice = connect(key);
        pass(12);
        exchange.okx.faults().on("GET", CONFIG).times(3).code(503, "50001", "Unavailable");

        assertLookFails(alice, ConnectionState.EXPIRES_SOON);

        alice.check();
        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void disconnected_isLeftByConnectingAgain() {
        for (int i = 0; i < 2; i++) {
            Connection alice = connect(key);
            alice.disconnect();
            assertThat(alice.status().state()).isEqualTo(ConnectionState.DISCONNECTED);
            alice.disconnect();
        }
        assertHeard(
                "CONNECTED CONNECTED", "DISCONNECTED DISCONNECTED", "CONNECTED CONNECTED", "DISCONNECTED DISCONNECTED");
    }

    @Test
    void unchecked_isLeftByTheFirstLook() {
        connect(key);
        for (int i = 0; i < 2; i++) {
            try (ExchangeConnector restarted =
                    settings().sharedCredentialStore(store).build()) {
                Connection alice = restarted.connection(ALICE);
                assertThat(alice.status().state()).isEqualTo(ConnectionState.UNCHECKED);
                assertThat(alice.status().checkedAt()).isEqualTo(TestExchange.NOW);
                alice.check();
                assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
            }
            assertThat(heard.story()).containsExactly("CHECKED CONNECTED");
        }
    }

    @Test
    void check_keyWasRefused_isAnAuthenticationFailureWithItsTime() {
        Connection alice = connect(key);
        pass(1);
        key.delete();
        Instant now = exchange.okx.clock().instant();

        assertThatThrownBy(alice::check).isInstanceOf(AuthenticationRejectedException.class);

        assertThat(alice.status().checkedAt()).isEqualTo(now);
        assertThat(alice.status().failure()).containsInstanceOf(AuthenticationRejectedException.class);
        assertThat(okx.connections().get(0).checkedAt()).contains(now);
    }

    @Test
    void refused_afterARestart_staysUntilALookSaysOtherwise() {
        Connection connected = connect(key);
        for (ConnectionState refused : List.of(
                ConnectionState.INVALID,
                ConnectionState.EXPIRED,
                ConnectionState.REAUTHORIZATION_REQUIRED,
                ConnectionState.WITHDRAWAL_ENABLED,
                ConnectionState.INCORRECT_PERMISSIONS)) {
            try (StoredCredential before = store.load(ALICE).orElseThrow();
                    StoredCredential next = before.next(connected.stored().toBuilder()
                            .status(refused.name())
                            .build())) {
                store.save(next);
            }
            try (ExchangeConnector restarted =
                    settings().sharedCredentialStore(store).build()) {
                Connection alice = restarted.connection(ALICE);
                assertThat(alice.status().state()).isEqualTo(refused);
                assertThat(alice.status().isUsable()).isFalse();
                alice.check();
                assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
            }
        }
    }
}
