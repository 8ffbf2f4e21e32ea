package io.okxconnect.oauth;

import static io.okxconnect.oauth.OAuthScene.ALICE;
import static io.okxconnect.oauth.OAuthScene.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.Connection;
import io.okxconnect.ConnectionState;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.canary.Canary;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.error.AccountStateException;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.ReauthorizationRequiredException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.testkit.SandboxSwitch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases R1 to R6 of the list of refresh cases, from a call of the app to the token endpoint and back. */
class RefreshCasesTest {
    private static OAuthScene codeScene(SandboxSwitch... switches) {
        return new OAuthScene(OAuthProfile.AUTHORIZATION_CODE, switches);
    }

    @ParameterizedTest
    @EnumSource(value = OAuthProfile.class, names = "FAST_API", mode = EnumSource.Mode.EXCLUDE)
    void r1_oneMinuteLeftAnd20Callers_oneRefreshAndAllGoOn(OAuthProfile kind) throws Exception {
        try (OAuthScene scene = new OAuthScene(kind, SandboxSwitch.REFRESH_REUSE_REVOKES)) {
            Connection connection = scene.connected();
            String before = scene.storedAccessToken();
            scene.advance(Duration.ofMinutes(59));

            callTogether(connection, 20);

            assertThat(scene.tokenCalls()).isEqualTo(1);
            assertThat(scene.reads()).isEqualTo(20);
            assertThat(scene.storedAccessToken()).isNotEqualTo(before);
            assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
        }
    }

    private static void callTogether(Connection connection, int count) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(count);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                calls.add(pool.submit(() -> {
                    go.await();
                    return connection.call(READ);
                }));
            }
            go.countDown();
            for (Future<?> call : calls) {
                call.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void r1_codeProfile_sendsExactlyItsFields() {
        try (OAuthScene scene = codeScene()) {
            scene.okx.nextTokens(Canary.ACCESS_TOKEN, Canary.REFRESH_TOKEN);
            scene.connected();
            scene.advance(Duration.ofHours(2));

            scene.connector.connection(ALICE).call(READ);

            assertThat(scene.tokenBody(0).keySet())
                    .containsExactlyInAnyOrder("grant_type", "refresh_token", "client_id", "client_secret");
            assertThat(text(scene, "grant_type")).isEqualTo("refresh_token");
            assertThat(text(scene, "refresh_token")).isEqualTo(Canary.REFRESH_TOKEN);
        }
    }

    private static String text(OAuthScene scene, String field) {
        return Optional.ofNullable(scene.tokenBody(0).get(field))
                .flatMap(JsonValue::rawText)
                .orElseThrow();
    }

    @Test
    void r1_pkceProfile_sendsTheDeviceAndNoSecret() {
        try (OAuthScene scene = new OAuthScene(OAuthProfile.PKCE)) {
            scene.connected();
            scene.advance(Duration.ofHours(2));

            scene.connector.connection(ALICE).call(READ);

            assertThat(scene.tokenBody(0).keySet())
                    .containsExactlyInAnyOrder("grant_type", "refresh_token", "client_id");
            assertThat(scene.okx.journal().find("POST", OAuthScene.TOKEN).get(0).revealHeader("TERMID"))
                    .contains(OAuthScene.DEVICE);
        }
    }

    @Test
    void r1_agentProfile_sendsAFormWithTheResource() {
        try (OAuthScene scene = new OAuthScene(OAuthProfile.AGENT)) {
            scene.connected();
            scene.advance(Duration.ofHours(2));

            scene.connector.connection(ALICE).call(READ);

            assertThat(scene.tokenText(0))
                    .contains("grant_type=refresh_token")
                    .contains("resource=http%3A%2F%2F127.0.0.1")
                    .contains("%2Fapi%2Fv1%2Fmcp%2Ftrading");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"53000", "53001", "53002", "53003", "53005", "53006", "53009"})
    void r2_refreshRefused_needsANewConsentAndNoLoop(String code) {
        try (OAuthScene scene = codeScene()) {
            Connection connection = scene.connected();
            scene.advance(Duration.ofHours(2));
            scene.onToken().always().code(code);

            for (int i = 0; i < 3; i++) {
                assertThatExceptionOfType(ReauthorizationRequiredException.class)
                        .isThrownBy(() -> connection.call(READ))
                        .withMessageContaining(code);
            }

            assertThat(scene.tokenCalls()).isEqualTo(1);
            assertThat(scene.reads()).isZero();
            assertThat(scene.state()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);
        }
    }

    @Test
    void r2_agentRefreshRefused_needsANewConsent() {
        try (OAuthScene scene = new OAuthScene(OAuthProfile.AGENT)) {
            Connection connection = scene.connected();
            scene.advance(Duration.ofHours(2));
            scene.onToken().always().body(400, "application/json", "{\"error\":\"invalid_grant\"}".getBytes());

            assertThatExceptionOfType(ReauthorizationRequiredException.class)
                    .isThrownBy(() -> connection.call(READ))
                    .withMessageContaining("invalid_grant");
            assertThat(scene.state()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);
        }
    }

    @Test
    void r2_consentTakenBackAtOkx_isSeenByTheNextCall() {
        try (OAuthScene scene = codeScene()) {
            Connection connection = scene.connected();
            scene.advance(Duration.ofHours(2));
            scene.onToken().code("53001");
            assertThatExceptionOfType(ReauthorizationRequiredException.class)
                    .isThrownBy(() -> connection.call(READ));

            Connection again = scene.connect();

            assertThat(again).isSameAs(connection);
            assertThat(again.call(READ).data()).isNotEmpty();
            assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
        }
    }

    @Test
    void r2_accountFrozen_isNoEndOfTheConsent() {
        try (OAuthScene scene = codeScene()) {
            Connection connection = scene.connected();
            scene.advance(Duration.ofHours(2));
            scene.alice.freeze();
            assertThatExceptionOfType(AccountStateException.class)
                    .isThrownBy(() -> connection.call(READ))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("53004"));

            scene.alice.unfreeze();

            assertThat(connection.call(READ).data()).isNotEmpty();
        }
    }

    @Test
    void r3_fastApiConnection_isNeverRefreshed() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.connect();
            scene.okx.journal().clear();

            scene.connector.grants().refresh(FastApiScene.ALICE, Duration.ZERO);

            assertThat(scene.posts()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"53003", "REPLACED_TOKENS_ARE_EXPIRED", "REPLACED_TOKENS_ARE_INVALID"})
    void r4_anotherProcessHasRefreshed_theCallIsMadeAgainWithTheNewToken(String answer) {
        SandboxSwitch[] how =
                answer.equals("53003") ? new SandboxSwitch[0] : new SandboxSwitch[] {SandboxSwitch.valueOf(answer)};
        try (OAuthScene scene = codeScene(how);
                ExchangeConnector other = scene.connector();
                OAuthConnector second = scene.oauth(other)) {
            Connection connection = scene.connected();
            assertThat(second.keepFresh(Duration.ZERO).fresh()).containsExactly(ALICE);

            assertThat(connection.call(READ).data()).isNotEmpty();

            assertThat(scene.tokenCalls()).isEqualTo(1);
            assertThat(scene.reads()).isEqualTo(2);
        }
    }

    @Test
    void r5_refreshTokenOlderThanThreeDays_noCall() {
        try (OAuthScene scene = codeScene()) {
            Connection connection = scene.connected();
            scene.advance(Duration.ofDays(3));

            assertThatExceptionOfType(ReauthorizationRequiredException.class)
                    .isThrownBy(() -> connection.call(READ));

            assertThat(scene.okx.journal().count()).isZero();
            assertThat(scene.state()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);
        }
    }

    @Test
    void r5_keptFreshEachDay_livesOnForWeeks() {
        try (OAuthScene scene = codeScene()) {
            Connection connection = scene.connected();
            for (int day = 0; day < 14; day++) {
                scene.advance(Duration.ofDays(1));
                assertThat(scene.oauth.keepFresh().fresh()).containsExactly(ALICE);
            }
            assertThat(scene.tokenCalls()).isEqualTo(14);
            assertThat(connection.call(READ).data()).isNotEmpty();
        }
    }

    @Test
    void r6_storeRefusesTheNewPair_itIsUsedAndTheFailureReported() {
        FailingStore store = new FailingStore();
        try (OAuthScene scene = new OAuthScene(OAuthProfile.AUTHORIZATION_CODE, store, SandboxSwitch.REFRESH_REUSE_REVOKES)) {
            Connection connection = scene.connected();
            scene.advance(Duration.ofHours(2));
            store.full = true;

            assertThat(connection.call(READ).data()).isNotEmpty();
            assertThat(scene.state()).isNotEqualTo(ConnectionState.CONNECTED);
            assertThat(connection.call(READ).data()).isNotEmpty();
            assertThat(scene.tokenCalls()).isEqualTo(1);

            store.full = false;
            connection.call(READ);
            scene.advance(Duration.ofHours(2));
            assertThat(connection.call(READ).data()).isNotEmpty();
            assertThat(scene.tokenCalls()).isEqualTo(2);
        }
    }

    /** A store whose disk can be full. */
    private static final class FailingStore implements CredentialStore {
        private final CredentialStore inner = new InMemoryCredentialStore();
        private volatile boolean full;

        @Override
        public void save(StoredCredential credential) {
            if (full) {
                throw new CredentialStoreException(CredentialStoreException.Reason.IO, "Full.", "Make room.", null);
            }
            inner.save(credential);
        }

        @Override
        public Optional<StoredCredential> load(AccountId accountId) {
            return inner.load(accountId);
        }

        @Override
        public boolean delete(AccountId accountId) {
            return inner.delete(accountId);
        }

        @Override
        public List<CredentialMetadata> list() {
            return inner.list();
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    @Test
    void call_refusedForGood_saysWhatOkxSaid() {
        try (OAuthScene scene = codeScene()) {
            Connection connection = scene.connected();
            scene.okx.faults().on("GET", OAuthScene.BALANCE).code("53003");

            assertThatExceptionOfType(AuthenticationRejectedException.class)
                    .isThrownBy(() -> connection.call(READ))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("53003"));
        }
    }
}
