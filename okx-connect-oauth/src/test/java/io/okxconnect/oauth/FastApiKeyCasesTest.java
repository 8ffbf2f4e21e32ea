package io.okxconnect.oauth;

import static io.okxconnect.oauth.FastApiScene.ALICE;
import static io.okxconnect.oauth.FastApiScene.CONFIG;
import static io.okxconnect.oauth.FastApiScene.CREATE;
import static io.okxconnect.oauth.FastApiScene.DELETE;
import static io.okxconnect.oauth.FastApiScene.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.Connection;
import io.okxconnect.ConnectionState;
import io.okxconnect.DuplicatePolicy;
import io.okxconnect.canary.Canary;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.DuplicateAccountException;
import io.okxconnect.error.ExchangeError;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.error.FastApiException;
import io.okxconnect.oauth.error.FastApiException.KeyAtOkx;
import io.okxconnect.oauth.error.FastApiException.Step;
import io.okxconnect.oauth.error.FastApiReason;
import io.okxconnect.oauth.internal.PassphraseForm;
import io.okxconnect.oauth.internal.SecretText;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.SandboxRequest;
import io.okxconnect.testkit.SandboxSwitch;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases K1 to K17 of the list of key cases, against the sandbox on a socket. */
class FastApiKeyCasesTest {
    private static final AccountId BOB = AccountId.of("bob");

    private static void assertFailed(FastApiException failure, Step step, FastApiReason reason, KeyAtOkx left) {
        assertThat(failure.step()).isEqualTo(step);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.keyAtOkx()).isEqualTo(left);
    }

    private static String code(FastApiException failure) {
        return failure.error().map(ExchangeError::code).orElse("");
    }

    @Test
    void k1_demo_callsTokenDeleteCreateWithTheDocumentedFields() {
        try (FastApiScene scene = new FastApiScene(
                builder -> {},
                builder -> builder.passphrases(FastApiScene.canary()).label("MyApp1"))) {
            scene.okx.nextAuthorizationCode(Canary.AUTHORIZATION_CODE);
            scene.okx.nextTokens(Canary.ACCESS_TOKEN, Canary.REFRESH_TOKEN);
            scene.okx.nextApiKey(Canary.API_KEY, Canary.SECRET_KEY);

            Connection connection = scene.connect();

            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE);
            assertThat(scene.posts().get(0).headerNames()).doesNotContain("authorization", "x-simulated-trading");
            for (SandboxRequest call : scene.posts().subList(1, 3)) {
                assertThat(call.revealHeader("Authorization")).contains("Bearer " + Canary.ACCESS_TOKEN);
                assertThat(call.header("x-simulated-trading")).contains("1");
                assertThat(call.header("Content-Type")).contains("application/json");
                assertThat(call.headerNames()).noneMatch(name -> name.startsWith("ok-access-"));
            }
            JsonValue body = scene.body(0, CREATE);
            assertThat(body.members().keySet()).containsExactlyInAnyOrder("label", "passphrase", "perm", "bindApp");
            assertThat(body.requiredText("label")).isEqualTo("MyApp1");
            assertThat(body.requiredText("passphrase")).isEqualTo(Canary.PASSPHRASE);
            assertThat(body.requiredText("perm")).isEqualTo("trade");
            assertThat(body.member("bindApp").orElseThrow().kind()).isEqualTo(JsonValue.Kind.BOOLEAN);
            assertThat(body.bool("bindApp")).contains(true);

            assertThat(connection.status().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(connection.environment()).isEqualTo(TradingEnvironment.DEMO);
            assertThat(connection.maskedApiKey()).isEqualTo("7c1e…13");
            assertThat(scene.stored(ALICE).origin()).isEqualTo(CredentialOrigin.FAST_API);
            assertThat(scene.stored(ALICE).uid()).contains(scene.alice.uid());
            assertThat(scene.stored(ALICE).label()).contains("MyApp1");
            assertThat(connection.balance().currencies()).isNotEmpty();
        }
    }

    @Test
    void k2_live_sendsNoEnvironmentHeaderAtAll() {
        try (FastApiScene scene =
                new FastApiScene(builder -> builder.environment(TradingEnvironment.LIVE), builder -> {})) {
            scene.connect();
            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE);
            assertThat(scene.okx.journal().requests())
                    .allSatisfy(each -> assertThat(each.headerNames()).doesNotContain("x-simulated-trading"));
        }
    }

    @Test
    void k3_delete59506_goesOn() {
        for (SandboxSwitch statuses :
                List.of(SandboxSwitch.UNDOCUMENTED_STATUSES_SWAPPED, SandboxSwitch.RATE_LIMITS_OFF)) {
            try (FastApiScene scene = new FastApiScene(statuses)) {
                scene.connect();
                assertThat(scene.okx.journal().find("POST", DELETE).get(0).code())
                        .contains("59506");
                assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE);
            }
        }
    }

    @Test
    void k4_deleteRateLimited_isRepeatedThreeTimesAndCreatesNothing() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.on(DELETE).always().code("50011");
            FastApiException failure = scene.failed();
            assertFailed(failure, Step.DELETE, FastApiReason.OTHER, KeyAtOkx.UNTOUCHED);
            assertThat(code(failure)).isEqualTo("50011");
            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, DELETE, DELETE, DELETE);
            assertThat(scene.pauses).hasSize(3);
            assertThat(scene.connector.connections()).isEmpty();
        }
    }

    @Test
    void k4_deleteRefused_createsNothingAndLeavesTheOldKey() {
        try (FastApiScene scene = new FastApiScene()) {
            Connection connection = scene.connect();
            scene.on(DELETE).code("53000");
            FastApiException failure = scene.failed();
            assertFailed(failure, Step.DELETE, FastApiReason.OTHER, KeyAtOkx.UNTOUCHED);
            assertThat(code(failure)).isEqualTo("53000");
            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE, TOKEN, DELETE);
            assertThat(connection.status().state()).isEqualTo(ConnectionState.CONNECTED);
            connection.check();
        }
    }

    @Test
    void k5_create50116_isMendedOnce() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.on(CREATE).code("50116");
            scene.connect();
            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE, DELETE, CREATE);
        }
    }

    @Test
    void k5_create50116Again_isTyped() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.on(CREATE).always().code("50116");
            FastApiException failure = scene.failed();
            assertFailed(failure, Step.CREATE, FastApiReason.KEY_EXISTS, KeyAtOkx.UNTOUCHED);
            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE, DELETE, CREATE);
        }
    }

    @Test
    void k5_keyOfTheOtherEnvironment_isNotDeleted() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.connect();
            try (FastApiConnector live =
                    scene.fast(scene.connector, builder -> builder.environment(TradingEnvironment.LIVE))) {
                URI callback = scene.alice.agreeTo(
                        live.begin(BOB, FastApiScene.SESSION).uri());
                assertThatExceptionOfType(FastApiException.class)
                        .isThrownBy(() -> live.complete(callback, FastApiScene.SESSION))
                        .satisfies(e -> assertFailed(e, Step.CREATE, FastApiReason.KEY_EXISTS, KeyAtOkx.UNTOUCHED))
                        .satisfies(e -> assertThat(e.nextStep()).contains("live or demo"));
            }
            scene.connector.connection(ALICE).check();
        }
    }

    @Test
    void k6_create50118_isTypedAndNeverUnbound() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.app.setKeyIps();
            FastApiException failure = scene.failed();
            assertFailed(failure, Step.CREATE, FastApiReason.IP_LIST_MISSING, KeyAtOkx.UNTOUCHED);
            assertThat(code(failure)).isEqualTo("50118");
            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE);
            assertThat(scene.body(0, CREATE).bool("bindApp")).contains(true);
            assertThat(scene.alice.apiKeyIds()).isEmpty();
        }
    }

    @Test
    void k6_unbound_isSentOnlyIfTheAppSaysSo() {
        try (FastApiScene scene =
                new FastApiScene(builder -> {}, builder -> builder.keyBinding(FastApiKeyBinding.UNBOUND))) {
            scene.app.setKeyIps();
            scene.connect();
            assertThat(scene.body(0, CREATE).bool("bindApp")).contains(false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"50117", "53017"})
    void k7_notEnabled_isTypedAndNotRepeated(String code) {
        try (FastApiScene scene = new FastApiScene()) {
            scene.on(CREATE).code(code);
            FastApiException failure = scene.failed();
            assertFailed(failure, Step.CREATE, FastApiReason.NOT_ENABLED, KeyAtOkx.UNTOUCHED);
            assertThat(code(failure)).isEqualTo(code);
            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE);
        }
    }

    @Test
    void k8_createAnswerLost_deletesAndCreatesWithAnotherPassphrase() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.on(CREATE).resetBeforeResponse();
            Connection connection = scene.connect();
            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE, DELETE, CREATE);
            assertThat(scene.body(0, CREATE).requiredText("passphrase"))
                    .isNotEqualTo(scene.body(1, CREATE).requiredText("passphrase"));
            assertThat(scene.alice.apiKeyIds()).hasSize(1);
            connection.check();
        }
    }

    @Test
    void k8_createTimesOut_deletesAndCreatesAgain() {
        try (FastApiScene scene = new FastApiScene(builder -> {}, builder -> builder.timeout(Duration.ofSeconds(2)))) {
            scene.on(CREATE).hang();
            scene.connect();
            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE, DELETE, CREATE);
            assertThat(scene.alice.apiKeyIds()).hasSize(1);
        }
    }

    @Test
    void k8_createAnswersStayLost_leavesNoKeyBehind() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.on(CREATE).always().resetMidBody();
            FastApiException failure = scene.failed();
            assertFailed(failure, Step.CREATE, FastApiReason.OTHER, KeyAtOkx.GONE);
            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE, DELETE, CREATE, DELETE, CREATE, DELETE);
            assertThat(scene.alice.apiKeyIds()).isEmpty();
        }
    }

    @Test
    void k8_tokenExpiredMeanwhile_saysThatTheKeyIsUnknown() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.on(CREATE).resetBeforeResponse();
            scene.on(DELETE).skipping(1).always().code("53002");
            FastApiException failure = scene.failed();
            assertFailed(failure, Step.DELETE, FastApiReason.OTHER, KeyAtOkx.UNKNOWN);
            assertThat(code(failure)).isEqualTo("53002");
        }
    }

    @Test
    void k9_createFailsForGood_theStoredKeyIsNotLeftConnected() {
        try (FastApiScene scene = new FastApiScene()) {
            Connection connection = scene.connect();
            scene.on(CREATE).code("50118");
            FastApiException failure = scene.failed();
            assertFailed(failure, Step.CREATE, FastApiReason.IP_LIST_MISSING, KeyAtOkx.GONE);
            assertThat(connection.status().state()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);
            assertThat(scene.stored(ALICE).status()).contains("REAUTHORIZATION_REQUIRED");
            assertThat(scene.connector.connections().get(0).lastState())
                    .isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);

            assertThat(scene.connect()).isSameAs(connection);
            assertThat(connection.status().state()).isEqualTo(ConnectionState.CONNECTED);
        }
    }

    @Test
    void k9_okxCannotBeAskedEither_theDeleteThatItConfirmedCounts() {
        try (FastApiScene scene = new FastApiScene()) {
            Connection connection = scene.connect();
            scene.on(CREATE).code("50118");
            scene.on(CONFIG).always().status(503);
            scene.failed();
            assertThat(connection.status().state()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);
            assertThat(scene.stored(ALICE).status()).contains("REAUTHORIZATION_REQUIRED");
        }
    }

    @Test
    void k10_answerWithoutPassphrase_storesTheSentOne() {
        try (FastApiScene scene = new FastApiScene(SandboxSwitch.FAST_API_HIDES_PASSPHRASE)) {
            Connection connection = scene.connect();
            assertThat(scene.stored(ALICE).permissions()).contains("read_only,trade");
            connection.check();
        }
        try (FastApiScene scene = new FastApiScene(SandboxSwitch.FAST_API_ECHOES_PERM)) {
            scene.connect();
            assertThat(scene.stored(ALICE).permissions()).contains("read_only,trade");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aB3!xyz",
                "aB3!xyzwaB3!xyzwaB3!xyzwaB3!xyzwq",
                "aBcdefg!",
                "ab3defg!",
                "AB3DEFG!",
                "aB3defgh",
                "        ",
                "aB3! xyz",
                "aB3!xyzü",
                "aB3!xyz\t"
            })
    void k11_passphraseThatBreaksTheRule_isRejectedBeforeAnyCall(String passphrase) {
        try (FastApiScene scene =
                new FastApiScene(builder -> {}, builder -> builder.passphrases(() -> Secret.of(passphrase)))) {
            URI callback = scene.agreed(ALICE, scene.alice);
            scene.okx.journal().clear();
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> scene.fast.complete(callback, FastApiScene.SESSION))
                    .satisfies(e -> assertThat(e.argument()).isEqualTo("passphrases"))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain(passphrase));
            assertThat(scene.okx.journal().count()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aB3!xyzw", "aB3!xyzwaB3!xyzwaB3!xyzwaB3!xyzw"})
    void k11_shortestAndLongest_areAccepted(String passphrase) {
        try (FastApiScene scene =
                new FastApiScene(builder -> {}, builder -> builder.passphrases(() -> Secret.of(passphrase)))) {
            scene.connect().check();
        }
    }

    @Test
    void k12_tenThousandPassphrases_keepTheRuleAndDiffer() {
        FastApiPassphrases passphrases = FastApiPassphrases.random(new SecureRandom());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            try (Secret next = passphrases.next()) {
                String text = SecretText.of(next);
                assertThat(PassphraseForm.isKept(text)).isTrue();
                assertThat(text).matches("[A-Za-z0-9!@#$%]{24}");
                assertThat(seen.add(text)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "with space", "ümlaut", "a-b"})
    void k13_label_isRejectedUnlessTheRuleIsReplaced(String label) {
        try (FastApiScene scene = new FastApiScene()) {
            FastApiConnectorBuilder builder = FastApiConnector.builder(scene.connector)
                    .client("CID123", Canary.CLIENT_SECRET)
                    .redirectUri(Desk.REDIRECT)
                    .label(label);
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(builder::build)
                    .satisfies(e -> assertThat(e.argument()).isEqualTo("label"));
            builder.labelRule(any -> true).build().close();
            assertThat(scene.okx.journal().count()).isZero();
        }
    }

    @Test
    void k13_replacedRule_sendsTheLabel() {
        try (FastApiScene scene = new FastApiScene(
                builder -> {},
                builder -> builder.label("My App").labelRule(label -> label.length() < 20),
                SandboxSwitch.FREE_FAST_API_LABELS)) {
            scene.connect();
            assertThat(scene.body(0, CREATE).requiredText("label")).isEqualTo("My App");
        }
    }

    @Test
    void k14_withdraw_cannotBeAskedFor() {
        assertThat(FastApiPermission.values())
                .extracting(FastApiPermission::word)
                .containsExactly("read_only", "trade");
        assertThat(FastApiPermission.values())
                .allSatisfy(each -> assertThat(each.allowed()).doesNotContain("withdraw"));
    }

    @Test
    void k14_readOnly_isSentAsSuch() {
        try (FastApiScene scene =
                new FastApiScene(builder -> {}, builder -> builder.permission(FastApiPermission.READ_ONLY))) {
            scene.connect();
            assertThat(scene.body(0, CREATE).requiredText("perm")).isEqualTo("read_only");
            assertThat(scene.stored(ALICE).permissions()).contains("read_only");
        }
    }

    @Test
    void k15_sameOkxAccountForAnotherUser_isRefusedBeforeTheDelete() {
        try (FastApiScene scene = new FastApiScene(SandboxSwitch.TOKEN_ANSWER_TELLS_UID_AND_SCOPE)) {
            Connection connection = scene.connect();
            FastApiException failure = scene.failed(BOB, scene.alice);
            assertFailed(failure, Step.ACCOUNT, FastApiReason.DUPLICATE_ACCOUNT, KeyAtOkx.UNTOUCHED);
            assertThat(failure).hasCauseInstanceOf(DuplicateAccountException.class);
            assertThat(failure.getMessage())
                    .contains("connected to this app already")
                    .doesNotContain("alice");
            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE, TOKEN);
            connection.check();
        }
    }

    @Test
    void k15_policy_isAskedBeforeTheDelete() {
        AtomicInteger deletesWhenAsked = new AtomicInteger(-1);
        FastApiScene[] scenes = new FastApiScene[1];
        DuplicatePolicy policy = duplicate -> {
            deletesWhenAsked.compareAndSet(-1, scenes[0].okx.journal().count("POST", DELETE));
            return DuplicatePolicy.Decision.ALLOW;
        };
        try (FastApiScene scene = new FastApiScene(
                builder -> builder.duplicatePolicy(policy),
                builder -> {},
                SandboxSwitch.TOKEN_ANSWER_TELLS_UID_AND_SCOPE)) {
            scenes[0] = scene;
            Connection first = scene.connect();
            Connection second = scene.connect(BOB, scene.alice);
            assertThat(deletesWhenAsked).hasValue(1);
            second.check();
            // OKX allows one key: the app allowed the second account, so the first one has lost its own.
            assertThat(first.status().state()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);
            assertThat(scene.stored(ALICE).status()).contains("REAUTHORIZATION_REQUIRED");
        }
    }

    @Test
    void k15_uidIsLearntTooLate_theFreshKeyIsDeletedAndTheOtherAccountSaysSo() {
        try (FastApiScene scene = new FastApiScene()) {
            Connection connection = scene.connect();
            FastApiException failure = scene.failed(BOB, scene.alice);
            assertFailed(failure, Step.CONNECT, FastApiReason.DUPLICATE_ACCOUNT, KeyAtOkx.GONE);
            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE, TOKEN, DELETE, CREATE, DELETE);
            assertThat(scene.alice.apiKeyIds()).isEmpty();
            assertThat(scene.connector.connections()).hasSize(1);
            assertThat(connection.status().state()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);
        }
    }

    @Test
    void k15_accountConfigLookup_asksBeforeTheDelete() {
        try (FastApiScene scene =
                new FastApiScene(builder -> {}, builder -> builder.uidLookup(FastApiUidLookup.ACCOUNT_CONFIG))) {
            String config = "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"uid\":\"" + scene.alice.uid()
                    + "\",\"mainUid\":\"" + scene.alice.uid()
                    + "\",\"acctLv\":\"2\",\"posMode\":\"net_mode\",\"perm\":\"read_only\"}]}";
            scene.on(CONFIG).body(config);
            Connection connection = scene.connect();
            SandboxRequest asked = scene.okx.journal().find("GET", CONFIG).get(0);
            assertThat(asked.headerNames()).contains("authorization").doesNotContain("ok-access-key");

            scene.on(CONFIG).body(config);
            FastApiException failure = scene.failed(BOB, scene.alice);
            assertFailed(failure, Step.ACCOUNT, FastApiReason.DUPLICATE_ACCOUNT, KeyAtOkx.UNTOUCHED);
            connection.check();
        }
    }

    @Test
    void k15_accountConfigLookupRefused_deletesNothing() {
        try (FastApiScene scene =
                new FastApiScene(builder -> {}, builder -> builder.uidLookup(FastApiUidLookup.ACCOUNT_CONFIG))) {
            FastApiException failure = scene.failed();
            assertFailed(failure, Step.ACCOUNT, FastApiReason.OTHER, KeyAtOkx.UNTOUCHED);
            assertThat(code(failure)).isEqualTo("53013");
            assertThat(scene.posted()).containsExactly(TOKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}",
                "{\"code\":\"0\",\"msg\":\"\"}",
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{}]}",
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[\"x\"]}",
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"apiKey\":\"" + Canary.API_KEY + "\"}]}",
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"apiKey\":\"" + Canary.API_KEY + "\",\"secretKey\":\"\"}]}",
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"apiKey\":\"" + Canary.API_KEY
                        + "\",\"secretKey\":\"a\\nb\"}]}"
            })
    void k16_successWithoutAKey_isAFailureAndStoresNothing(String body) {
        try (FastApiScene scene = new FastApiScene()) {
            scene.on(CREATE).carriedOut().body(body);
            FastApiException failure = scene.failed();
            assertFailed(failure, Step.CREATE, FastApiReason.NO_KEY, KeyAtOkx.GONE);
            assertThat(scene.connector.connections()).isEmpty();
            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE, DELETE);
            assertThat(scene.alice.apiKeyIds()).isEmpty();
        }
    }

    @Test
    void k17_delete_isAPostWithoutABody() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.connect();
            SandboxRequest delete = scene.okx.journal().find("POST", DELETE).get(0);
            assertThat(delete.bodyLength()).isZero();
            assertThat(delete.header("Content-Length").orElse("0")).isEqualTo("0");
            assertThat(delete.headerNames()).doesNotContain("transfer-encoding");
        }
    }
}
