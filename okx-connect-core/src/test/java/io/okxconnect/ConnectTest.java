package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;
import static io.okxconnect.TestExchange.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.okxconnect.canary.Canary;
import io.okxconnect.check.AccountRequirements;
import io.okxconnect.check.CredentialRefusedException;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.doctor.Cause;
import io.okxconnect.doctor.ConnectFailedException;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.DifferentAccountException;
import io.okxconnect.error.ExchangeUnavailableException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxPermission;
import io.okxconnect.testkit.SandboxPositionMode;
import io.okxconnect.testkit.SandboxSite;
import io.okxconnect.testkit.SandboxUser;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A pasted key becomes a connection, or nothing at all. */
class ConnectTest extends ConnectorScene {
    @Test
    void connect_accountIsSetUp_isConnectedAndStored() {
        SandboxApiKey key = exchange.tradingKey();
        try (ApiKeyCredential credential = credential(key)) {
            Connection alice = okx.connect(ALICE, credential);

            assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(alice.status()).hasToString("CONNECTED");
            assertThat(alice.status().checkedAt()).isEqualTo(TestExchange.NOW);
            assertThat(alice.balance().currency("USDT").orElseThrow().equity().orElseThrow())
                    .isEqualByComparingTo("1000.5");
        }
        ConnectionSummary summary = okx.connections().get(0);
        assertThat(summary.accountId()).isEqualTo(ALICE);
        assertThat(summary.siteName()).isEqualTo("sandbox");
        assertThat(summary.environment()).isEqualTo(TradingEnvironment.DEMO);
        assertThat(summary.origin()).isEqualTo(CredentialOrigin.MANUAL);
        assertThat(summary.label()).contains("key1");
        assertThat(summary.lastState()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(summary.checkedAt()).contains(TestExchange.NOW);
        assertThat(summary.expiresAt()).as("demo keys do not expire").isEmpty();
        assertThat(summary.metadata().uid()).contains(exchange.alice.uid());
    }

    @Test
    void connect_callerClosesItsCredential_connectionGoesOn() {
        ApiKeyCredential credential = credential(exchange.tradingKey());
        Connection alice = okx.connect(ALICE, credential);
        credential.close();

        assertThat(alice.check().isReady()).isTrue();
    }

    @Test
    void connect_checksThatMakeNoCallOfTheirOwn_callerMayCloseItsCredentialToo() {
        try (ExchangeConnector reader =
                exchange.builder().requirements(AccountRequirements.readOnly()).build()) {
            ApiKeyCredential credential = credential(exchange.tradingKey());
            Connection alice = reader.connect(ALICE, credential);
            credential.close();

            assertThat(alice.balance().totalEquity()).isPositive();
        }
    }

    @Test
    void connect_liveKeyWithoutIpList_saysWhenItExpires() {
        exchange.alice.live().setPositionMode(SandboxPositionMode.NET);
        SandboxApiKey key = exchange.alice.createApiKey(exchange.keyRequest()
                .environment(SandboxEnvironment.LIVE)
                .read()
                .trade());
        try (ExchangeConnector live = exchange.builder()
                        .environment(TradingEnvironment.LIVE)
                        .sharedCredentialStore(store)
                        .build();
                ApiKeyCredential credential = credential(key)) {
            live.connect(ALICE, credential);

            assertThat(live.connections().get(0).expiresAt()).contains(TestExchange.NOW.plus(Duration.ofDays(14)));
        }
    }

    @Test
    void connect_wrongPassphrase_isRefusedAndNothingStored() {
        SandboxApiKey key = exchange.tradingKey();
        try (ApiKeyCredential wrong = ApiKeyCredential.of(key.apiKey(), key.secretKey(), "Other-phrase-1!")) {
            assertRejected(wrong, "50105");
        }
    }

    @Test
    void connect_wrongSecret_isRefusedAndNothingStored() {
        SandboxApiKey key = exchange.tradingKey();
        try (ApiKeyCredential wrong =
                ApiKeyCredential.of(key.apiKey(), "0123456789ABCDEF0123456789ABCDEF", key.passphrase())) {
            assertRejected(wrong, "50113");
        }
    }

    @Test
    void connect_keyAndSecretSwapped_saysSoFirstAndShowsNeither() {
        SandboxApiKey key = exchange.tradingKey();
        try (ApiKeyCredential swapped = ApiKeyCredential.of(key.secretKey(), key.apiKey(), key.passphrase())) {
            assertThat(swapped.toString()).isEqualTo("ApiKeyCredential[…]");
            assertThat(swapped.shapeWarnings()).isNotEmpty();

            ConnectFailedException failed =
                    catchThrowableOfType(ConnectFailedException.class, () -> okx.connect(ALICE, swapped));

            assertThat(failed.diagnosis().cause()).isEqualTo(Cause.FIELDS_SWAPPED);
            assertThat(failed.nextStep()).isEqualTo("Swap the two, then connect again.");
        }
        assertThat(store.list()).isEmpty();
    }

    @Test
    void connect_keyOfAnotherEnvironment_isRefusedAndNothingStored() {
        SandboxApiKey live = exchange.alice.createApiKey(exchange.keyRequest()
                .environment(SandboxEnvironment.LIVE)
                .read()
                .trade());
        try (ApiKeyCredential wrong = credential(live)) {
            assertRejected(wrong, "50101");
        }
    }

    @Test
    void connect_keyOfAnotherSite_isRefusedAndNothingStored() {
        SandboxUser european = exchange.okx.createUser("erik", SandboxSite.EEA);
        try (ApiKeyCredential wrong =
                credential(european.createApiKey(exchange.keyRequest().read().trade()))) {
            assertRejected(wrong, "50119");
        }
    }

    @Test
    void connect_callerNotOnTheIpList_isRefusedWithTheAddressToAdd() {
        exchange.okx.callerIp("203.0.113.7");
        SandboxApiKey key =
                exchange.alice.createApiKey(exchange.keyRequest().read().trade().ips("198.51.100.1"));
        try (ApiKeyCredential credential = credential(key)) {
            ConnectFailedException failed =
                    catchThrowableOfType(ConnectFailedException.class, () -> okx.connect(ALICE, credential));

            AuthenticationRejectedException refusal = (AuthenticationRejectedException) failed.getCause();
            assertThat(failed.nextStep()).contains("203.0.113.7");
            assertThat(failed.toString()).doesNotContain(key.apiKey());
            assertThat(refusal.code()).isEqualTo("50110");
            assertThat(refusal.callerIp()).contains("203.0.113.7");
            assertThat(refusal.nextStep()).contains("203.0.113.7");
            assertThat(refusal.toString()).doesNotContain(key.apiKey());
            assertThat(refusal.error().toString()).doesNotContain(key.apiKey());
        }
        assertThat(store.list()).isEmpty();
    }

    private void assertRejected(ApiKeyCredential wrong, String code) {
        ConnectFailedException failed =
                catchThrowableOfType(ConnectFailedException.class, () -> okx.connect(ALICE, wrong));
        AuthenticationRejectedException refusal = (AuthenticationRejectedException) failed.getCause();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(failed.retryAdvice()).isEqualTo(RetryAdvice.FIX);
        assertThat(failed)
                .hasMessageStartingWith(failed.diagnosis().summary(Locale.ENGLISH))
                .hasMessageContaining("OKX sandbox/demo answered " + code)
                .hasMessageEndingWith("Next step: " + failed.diagnosis().nextStep(Locale.ENGLISH));
        assertThat(store.list()).isEmpty();
        assertThat(exchange.okx.journal().count("GET", "/api/v5/account/config"))
                .isEqualTo(1);
    }

    @Test
    void connect_keyMayWithdraw_isRefusedAndNothingStored() {
        SandboxApiKey key =
                exchange.alice.createApiKey(exchange.keyRequest().read().trade().withdraw());
        try (ApiKeyCredential credential = credential(key)) {
            ConnectFailedException failed =
                    catchThrowableOfType(ConnectFailedException.class, () -> okx.connect(ALICE, credential));

            CredentialRefusedException refusal = (CredentialRefusedException) failed.getCause();
            assertThat(failed.diagnosis().cause()).isEqualTo(Cause.WITHDRAW_ENABLED);
            assertThat(refusal.report().findings()).anyMatch(f -> f.code().equals("permissions.withdraw"));
        }
        assertThat(store.list()).isEmpty();
    }

    @Test
    void connect_keyMayOnlyRead_isKeptUntilItsOwnerAllowsTrading() {
        SandboxApiKey key = exchange.alice.createApiKey(exchange.keyRequest().read());
        try (ApiKeyCredential credential = credential(key)) {
            Connection alice = okx.connect(ALICE, credential);
            assertThat(alice.status().state()).isEqualTo(ConnectionState.INCORRECT_PERMISSIONS);

            key.setPermissions(SandboxPermission.READ, SandboxPermission.TRADE);
            alice.check();

            assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        }
    }

    @Test
    void connect_keyMayOnlyRead_isAllThatAReadingAppNeeds() {
        try (ApiKeyCredential credential = credential(
                        exchange.alice.createApiKey(exchange.keyRequest().read()));
                ExchangeConnector reader = exchange.builder()
                        .sharedCredentialStore(store)
                        .requirements(AccountRequirements.readOnly())
                        .build()) {
            assertThat(reader.connect(ALICE, credential).status().state()).isEqualTo(ConnectionState.CONNECTED);
        }
    }

    @Test
    void connect_answerWithoutPermissions_isRefusedAsUnknown() {
        exchange.okx
                .faults()
                .on("GET", "/api/v5/account/config")
                .body(
                        "{\"code\":\"0\",\"data\":[{\"uid\":\"1\",\"acctLv\":\"2\",\"posMode\":\"net_mode\",\"perm\":\"\"}],"
                                + "\"msg\":\"\"}");
        try (ApiKeyCredential credential = credential(exchange.tradingKey())) {
            assertThatThrownBy(() -> okx.connect(ALICE, credential))
                    .isInstanceOf(ConnectFailedException.class)
                    .hasCauseInstanceOf(CredentialRefusedException.class);
        }
        assertThat(store.list()).isEmpty();
    }

    @Test
    void connect_okxIsDown_isRetryableAndNothingStored() {
        exchange.okx.faults().on("GET", "/api/v5/account/config").always().code(503, "50001", "Service unavailable");
        try (ApiKeyCredential credential = credential(exchange.tradingKey())) {
            ConnectFailedException down =
                    catchThrowableOfType(ConnectFailedException.class, () -> okx.connect(ALICE, credential));

            assertThat(down).hasCauseInstanceOf(ExchangeUnavailableException.class);
            assertThat(down.isRetryable()).isTrue();
        }
        assertThat(store.list()).isEmpty();
    }

    @Test
    void connect_failsForAStoredAccount_leavesWhatWasStored() {
        SandboxApiKey good = exchange.tradingKey();
        try (ApiKeyCredential credential = credential(good);
                ApiKeyCredential wrong = ApiKeyCredential.of(good.apiKey(), good.secretKey(), "Other-phrase-1!")) {
            Connection alice = okx.connect(ALICE, credential);

            assertThatThrownBy(() -> okx.connect(ALICE, wrong))
                    .isInstanceOf(ConnectFailedException.class)
                    .hasCauseInstanceOf(AuthenticationRejectedException.class);

            assertThat(alice.check().isReady()).isTrue();
            try (StoredCredential stored = store.load(ALICE).orElseThrow()) {
                assertThat(stored.revision()).isEqualTo(1);
            }
        }
    }

    @Test
    void connect_newKeyOfTheSameAccount_replacesTheStoredOne() {
        SandboxApiKey first = exchange.tradingKey();
        SandboxApiKey second = exchange.tradingKey();
        try (ApiKeyCredential a = credential(first);
                ApiKeyCredential b = credential(second)) {
            okx.connect(ALICE, a);
            okx.connect(ALICE, b);
        }
        first.delete();

        assertThat(okx.connections()).hasSize(1);
        assertThat(okx.connection(ALICE).check().isReady()).isTrue();
    }

    @Test
    void connect_anotherUsersKeyUnderTheSameId_isRefused() {
        SandboxUser bob = exchange.okx.createUser("bob");
        try (ApiKeyCredential alices = credential(exchange.tradingKey());
                ApiKeyCredential bobs =
                        credential(bob.createApiKey(exchange.keyRequest().read().trade()))) {
            Connection alice = okx.connect(ALICE, alices);

            assertThatThrownBy(() -> okx.connect(ALICE, bobs))
                    .isInstanceOf(DifferentAccountException.class)
                    .hasMessageContaining("OKX user id");

            assertThat(alice.check().isReady()).isTrue();
            assertThat(okx.connect(AccountId.of("bob"), bobs).accountId()).isEqualTo(AccountId.of("bob"));
        }
    }

    @Test
    void connect_clockIsFarOff_measuresItAndConnects() {
        exchange.okx.clock().advance(Duration.ofMinutes(5));
        try (ExchangeConnector late = exchange.builder()
                        .clock(Clock.fixed(TestExchange.NOW, ZoneOffset.UTC))
                        .sharedCredentialStore(store)
                        .build();
                ApiKeyCredential credential = credential(exchange.tradingKey())) {
            Connection alice = late.connect(ALICE, credential);

            assertThat(alice.status().findings()).anyMatch(f -> f.code().startsWith("clock-skew"));
            assertThat(exchange.okx.journal().find(request -> request.code().equals(Optional.of("50102"))))
                    .isEmpty();
        }
    }

    @Test
    void connect_connectorIsClosed_saysSo() {
        okx.close();
        try (ApiKeyCredential credential = credential(exchange.tradingKey())) {
            assertThatThrownBy(() -> okx.connect(ALICE, credential)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void connect_nobodyListens_isATransportFailureWithNothingStored() {
        Site gone = Site.custom("gone", exchange.okx.uri());
        exchange.okx.close();
        try (ApiKeyCredential credential = ApiKeyCredential.of(Canary.API_KEY, Canary.SECRET_KEY, Canary.PASSPHRASE);
                ExchangeConnector alone = ExchangeConnector.okx()
                        .site(gone)
                        .sharedCredentialStore(store)
                        .build()) {
            assertThatThrownBy(() -> alone.connect(ALICE, credential))
                    .isInstanceOf(ConnectFailedException.class)
                    .hasCauseInstanceOf(TransportException.class);
        }
        assertThat(store.list()).isEmpty();
    }
}
