package io.okxconnect.oauth;

import static io.okxconnect.oauth.FastApiScene.ALICE;
import static io.okxconnect.oauth.FastApiScene.CONFIG;
import static io.okxconnect.oauth.FastApiScene.CREATE;
import static io.okxconnect.oauth.FastApiScene.DELETE;
import static io.okxconnect.oauth.FastApiScene.SESSION;
import static io.okxconnect.oauth.FastApiScene.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.okxconnect.Connection;
import io.okxconnect.ConnectionState;
import io.okxconnect.canary.Canary;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.DifferentAccountException;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.Outcome;
import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.oauth.error.CallbackRejectedException.Reason;
import io.okxconnect.oauth.error.FastApiException;
import io.okxconnect.oauth.error.FastApiException.KeyAtOkx;
import io.okxconnect.oauth.error.FastApiException.Step;
import io.okxconnect.oauth.error.FastApiReason;
import io.okxconnect.oauth.error.OAuthErrorException;
import io.okxconnect.oauth.error.TokenEndpointException;
import io.okxconnect.oauth.internal.SecretText;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxKeyRequest;
import io.okxconnect.testkit.SandboxOAuthClientRequest;
import io.okxconnect.testkit.SandboxSite;
import io.okxconnect.testkit.SandboxSwitch;
import io.okxconnect.testkit.SandboxUser;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Fast API connector around its key cases: callbacks, tokens, sites, replacing, and what it leaves behind. */
class FastApiConnectorTest {

    private static void assertRejected(FastApiScene scene, Reason reason, Runnable completing) {
        int requests = scene.okx.journal().count();
        assertThatExceptionOfType(CallbackRejectedException.class)
                .isThrownBy(completing::run)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
        assertThat(scene.okx.journal().count()).isEqualTo(requests);
    }

    @Test
    void complete_urlOrQueryAsText_connects() {
        try (FastApiScene scene = new FastApiScene()) {
            URI first = scene.agreed(ALICE, scene.alice);
            Connection connection = scene.fast.complete(first.toString(), SESSION);
            URI second = scene.agreed(ALICE, scene.alice);
            assertThat(scene.fast.complete(second.getRawQuery(), SESSION)).isSameAs(connection);
            URI third = scene.agreed(ALICE, scene.alice);
            assertThat(scene.fast.complete("?" + third.getRawQuery(), SESSION)).isSameAs(connection);
            assertRejected(scene, Reason.MALFORMED, () -> scene.fast.complete(first + "#x", SESSION));
        }
    }

    @Test
    void complete_again_keepsAccountIdAndConnection() {
        try (FastApiScene scene = new FastApiScene()) {
            Connection connection = scene.connect();
            String before = connection.maskedApiKey();
            List<String> keys = scene.alice.apiKeyIds();

            assertThat(scene.connect()).isSameAs(connection);

            assertThat(scene.connector.connection(ALICE)).isSameAs(connection);
            assertThat(connection.maskedApiKey()).isNotEqualTo(before);
            assertThat(scene.alice.apiKeyIds()).hasSize(1).doesNotContainAnyElementsOf(keys);
            assertThat(scene.connector.connections()).hasSize(1);
            assertThat(connection.balance().currencies()).isNotEmpty();
        }
    }

    @Test
    void complete_overAPastedKey_replacesItInPlace() {
        try (FastApiScene scene = new FastApiScene()) {
            Connection connection = pasted(scene);
            assertThat(scene.connect()).isSameAs(connection);
            assertThat(scene.stored(ALICE).origin()).isEqualTo(CredentialOrigin.FAST_API);
            assertThat(scene.alice.apiKeyIds()).hasSize(2);
        }
    }

    @Test
    void createFails_aPastedKeyStaysConnected() {
        try (FastApiScene scene = new FastApiScene()) {
            Connection connection = pasted(scene);
            scene.on(CREATE).code("50118");
            scene.failed();
            assertThat(connection.status().state()).isEqualTo(ConnectionState.CONNECTED);
            connection.check();
        }
    }

    private static Connection pasted(FastApiScene scene) {
        SandboxApiKey key = scene.alice.createApiKey(SandboxKeyRequest.named("byhand")
                .environment(SandboxEnvironment.DEMO)
                .read()
                .trade());
        try (ApiKeyCredential credential = ApiKeyCredential.of(key.apiKey(), key.secretKey(), key.passphrase())) {
            return scene.connector.connect(ALICE, credential);
        }
    }

    @Test
    void callback_usedForeignOrExpired_isRejectedWithoutACall() {
        try (FastApiScene scene = new FastApiScene()) {
            URI callback = scene.agreed(ALICE, scene.alice);
            assertRejected(scene, Reason.OTHER_SESSION, () -> scene.fast.complete(callback, Desk.OTHER_SESSION));
            Connection connection = scene.fast.complete(callback, SESSION);
            assertRejected(scene, Reason.STATE_NOT_PENDING, () -> scene.fast.complete(callback, SESSION));
            assertRejected(scene, Reason.STATE_MISSING, () -> scene.fast.complete("code=" + Canary.STATE, SESSION));
            connection.check();
        }
    }

    @Test
    void callback_ofAnotherProfile_isRejected() {
        InMemoryPendingAuthorizationStore shared = new InMemoryPendingAuthorizationStore();
        try (FastApiScene scene = new FastApiScene(builder -> {}, builder -> builder.pendingAuthorizations(shared))) {
            PendingAuthorization other = Records.pending(Canary.STATE, "sandbox");
            shared.save(new PendingAuthorization(
                    other.id(),
                    OAuthProfile.AUTHORIZATION_CODE,
                    other.accountId(),
                    other.siteName(),
                    other.environment(),
                    other.redirectUri(),
                    other.sessionDigest(),
                    other.createdAt(),
                    other.expiresAt(),
                    null,
                    other.attributes()));
            assertRejected(
                    scene,
                    Reason.OTHER_FLOW,
                    () -> scene.fast.complete("code=" + Canary.AUTHORIZATION_CODE + "&state=" + Canary.STATE, SESSION));
        }
    }

    @Test
    void anyNodeOfTheApp_completes() {
        BytesStore shared = new BytesStore();
        try (FastApiScene scene = new FastApiScene(builder -> {}, builder -> builder.pendingAuthorizations(shared));
                FastApiConnector otherNode =
                        scene.fast(scene.connector, builder -> builder.pendingAuthorizations(shared.otherNode()))) {
            otherNode.complete(scene.agreed(ALICE, scene.alice), SESSION).check();
        }
    }

    @Test
    void user_declines_isTypedAndNothingChanges() {
        try (FastApiScene scene = new FastApiScene()) {
            Connection connection = scene.connect();
            int requests = scene.okx.journal().count();
            URI callback = scene.alice.decline(scene.fast.begin(ALICE, SESSION).uri());
            assertThatExceptionOfType(OAuthErrorException.class)
                    .isThrownBy(() -> scene.fast.complete(callback, SESSION))
                    .satisfies(e -> assertThat(e.isDeclined()).isTrue());
            assertThat(scene.okx.journal().count()).isEqualTo(requests);
            connection.check();
        }
    }

    @Test
    void domainAbsent_usesTheSiteThatWasBegunAt() {
        try (FastApiScene scene = new FastApiScene(SandboxSwitch.CALLBACK_WITHOUT_DOMAIN)) {
            assertThat(scene.agreed(ALICE, scene.alice).toString()).doesNotContain("domain");
            scene.connect().check();
        }
    }

    @Test
    void otherSite_getsTokenAndKeyAtItsTokenHost_andTradesAtItsOwn() {
        try (FastApiScene scene = new FastApiScene()) {
            URI eea = scene.okx.uri(SandboxSite.EEA);
            Site site = Site.EEA.withRestBase(eea);
            OAuthSite oauth = OAuthSite.of(site).withTokenBase(eea).withCallbackOrigins(Set.of(eea));
            SandboxUser bob = scene.okx.createUser("bob", SandboxSite.EEA);
            AccountId id = AccountId.of("bob");
            try (FastApiConnector fast =
                    scene.fast(scene.connector, builder -> builder.sites(OAuthSite.of(scene.site), oauth))) {
                AuthorizationRequest begun = fast.begin(id, Site.EEA, SESSION);
                assertThat(begun.uri().toString()).startsWith("https://my.okx.com/account/oauth?");
                Connection connection = fast.complete(bob.agreeTo(begun.uri()), SESSION);

                assertThat(connection.site().name()).isEqualTo("eea");
                assertThat(connection.site().restBase()).isEqualTo(eea);
                assertThat(connection.site().webSocketBase(TradingEnvironment.LIVE))
                        .contains(URI.create("wss://wseea.okx.com:8443"));
                assertThat(scene.posts())
                        .hasSize(3)
                        .allSatisfy(each -> assertThat(each.site()).isEqualTo(SandboxSite.EEA));
                assertThat(scene.stored(id).siteName()).isEqualTo("eea");

                assertThatExceptionOfType(DifferentAccountException.class)
                        .isThrownBy(() -> fast.begin(id, scene.site, SESSION))
                        .withMessageContaining("OKX site");
                assertThatExceptionOfType(InvalidArgumentException.class)
                        .isThrownBy(() -> fast.begin(id, Site.TR, SESSION));
            }
        }
    }

    @Test
    void begin_forAnAccountOfTheOtherEnvironment_isRefused() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.connect();
            try (FastApiConnector live =
                    scene.fast(scene.connector, builder -> builder.environment(TradingEnvironment.LIVE))) {
                assertThatExceptionOfType(DifferentAccountException.class)
                        .isThrownBy(() -> live.begin(ALICE, SESSION))
                        .withMessageContaining("environment");
            }
        }
    }

    @Test
    void codeRefused_isTypedWithTheStep_andTheOldKeyWorks() {
        try (FastApiScene scene = new FastApiScene()) {
            Connection connection = scene.connect();
            scene.on(TOKEN).code("53012");
            FastApiException failure = scene.failed();
            assertThat(failure.step()).isEqualTo(Step.TOKEN);
            assertThat(failure.keyAtOkx()).isEqualTo(KeyAtOkx.UNTOUCHED);
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
            assertThat(failure.error().orElseThrow().code()).isEqualTo("53012");
            assertThat(failure.isRetryable()).isFalse();
            connection.check();
        }
    }

    @Test
    void tokenAnswerLost_codeIsNotSentTwice() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.on(TOKEN).always().resetBeforeResponse();
            FastApiException failure = scene.failed();
            assertThat(failure.step()).isEqualTo(Step.TOKEN);
            assertThat(failure)
                    .cause()
                    .isInstanceOfSatisfying(
                            TokenEndpointException.class,
                            e -> assertThat(e.reason()).isEqualTo(TokenEndpointException.Reason.OUTCOME_UNKNOWN));
            assertThat(scene.posted()).containsExactly(TOKEN);
        }
    }

    @Test
    void tokenCallRateLimited_isSentOnceMore() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.on(TOKEN).code("50011");
            scene.connect();
            assertThat(scene.posted()).containsExactly(TOKEN, TOKEN, DELETE, CREATE);
            assertThat(scene.pauses).containsExactly(Duration.ofSeconds(2));
        }
    }

    @Test
    void tokenPathFallback_isUsedIfConfigured() {
        try (FastApiScene scene = new FastApiScene(SandboxSwitch.TOKEN_PATH_UNDER_API);
                FastApiConnector fast = scene.fast(
                        scene.connector,
                        builder -> builder.sites(
                                OAuthSite.of(scene.site).withTokenPathFallback("/api/v5/users/oauth/token")))) {
            URI callback = scene.alice.agreeTo(fast.begin(ALICE, SESSION).uri());
            fast.complete(callback, SESSION).check();
        }
    }

    @Test
    void deleteAnswerLost_isRepeated() {
        try (FastApiScene scene = new FastApiScene()) {
            Connection connection = scene.connect();
            scene.on(DELETE).times(2).resetBeforeResponse();
            assertThat(scene.connect()).isSameAs(connection);
            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE, TOKEN, DELETE, DELETE, DELETE, CREATE);
        }
    }

    @Test
    void deleteAnswersStayLost_saysThatTheKeyIsUnknown() {
        try (FastApiScene scene = new FastApiScene()) {
            Connection connection = scene.connect();
            scene.on(DELETE).always().resetBeforeResponse();
            FastApiException failure = scene.failed();
            assertThat(failure.step()).isEqualTo(Step.DELETE);
            assertThat(failure.keyAtOkx()).isEqualTo(KeyAtOkx.UNKNOWN);
            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            // OKX was asked with the old key, and does not know it.
            assertThat(connection.status().state()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);
        }
    }

    @Test
    void freshKeyRefusedForItsAddress_saysWhoseListIsMeant_andIsDeleted() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.app.setKeyIps("203.0.113.7");
            FastApiException failure = scene.failed();
            assertThat(failure.step()).isEqualTo(Step.CONNECT);
            assertThat(failure.reason()).isEqualTo(FastApiReason.SERVER_IP_NOT_LISTED);
            assertThat(failure.keyAtOkx()).isEqualTo(KeyAtOkx.GONE);
            assertThat(failure.nextStep()).contains("the app's IP list");
            assertThat(scene.alice.apiKeyIds()).isEmpty();
        }
    }

    @Test
    void okxFailsForAMoment_afterTheKeyIsMade_isWaitedFor() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.on(CONFIG).times(4).status(503);
            scene.connect().check();
            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE);
            assertThat(scene.pauses).hasSize(1);
        }
    }

    @Test
    void freshKeyCannotBeDeleted_saysThatItIsLeft() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.on(CONFIG).always().status(503);
            scene.on(DELETE).skipping(1).always().code("53002");
            FastApiException failure = scene.failed();
            assertThat(failure.step()).isEqualTo(Step.CONNECT);
            assertThat(failure.keyAtOkx()).isEqualTo(KeyAtOkx.LEFT_BEHIND);
            assertThat(failure.getMessage()).contains("lives on at OKX");
            assertThat(scene.alice.apiKeyIds()).hasSize(1);
            assertThat(scene.connector.connections()).isEmpty();
        }
    }

    @Test
    void freshKeySupplantedByAnotherConnect_isNotDeletedAgain() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.on(CONFIG).code("50119");
            FastApiException failure = scene.failed();
            assertThat(failure.step()).isEqualTo(Step.CONNECT);
            assertThat(failure.keyAtOkx()).isEqualTo(KeyAtOkx.UNKNOWN);
            assertThat(scene.posted()).containsExactly(TOKEN, DELETE, CREATE);
        }
    }

    @Test
    void refusalThatRepeatsThePassphrase_isKeptWithoutIt() {
        try (FastApiScene scene =
                new FastApiScene(builder -> {}, builder -> builder.passphrases(FastApiScene.canary()))) {
            scene.on(CREATE).code(200, "59505", "Passphrase " + Canary.PASSPHRASE + " has the wrong form");
            FastApiException failure = scene.failed();
            assertThat(failure.error().orElseThrow().serverMessage()).isEqualTo("Passphrase *** has the wrong form");
            assertThat(failure.getMessage()).doesNotContain(Canary.PASSPHRASE);
        }
    }

    @Test
    void everySecret_isWipedAfterwards() {
        List<Secret> given = new ArrayList<>();
        FastApiPassphrases kept = () -> {
            Secret next = Secret.of(Canary.PASSPHRASE);
            given.add(next);
            return next;
        };
        try (FastApiScene scene = new FastApiScene(builder -> {}, builder -> builder.passphrases(kept))) {
            scene.on(CREATE).code("50116");
            AuthorizationCallback callback = AuthorizationCallback.parse(scene.agreed(ALICE, scene.alice));
            scene.fast.complete(callback, SESSION);
            assertThat(given).hasSize(2).allMatch(Secret::isDestroyed);
            assertThat(((AuthorizationCallback.Code) callback).code().isDestroyed())
                    .isTrue();
        }
    }

    @Test
    void closedConnector_refusesAndLeavesAccountsAlone() {
        try (FastApiScene scene = new FastApiScene()) {
            Connection connection = scene.connect();
            URI callback = scene.agreed(ALICE, scene.alice);
            scene.fast.close();
            assertThatIllegalStateException().isThrownBy(() -> scene.fast.begin(ALICE, SESSION));
            assertThatIllegalStateException().isThrownBy(() -> scene.fast.complete(callback, SESSION));
            connection.check();
        }
    }

    @Test
    void closedExchangeConnector_refusesBeforeTheConsentIsUsedUp() {
        try (FastApiScene scene = new FastApiScene()) {
            URI callback = scene.agreed(ALICE, scene.alice);
            int requests = scene.okx.journal().count();
            scene.connector.close();
            assertThatIllegalStateException().isThrownBy(() -> scene.fast.begin(ALICE, SESSION));
            assertThatIllegalStateException().isThrownBy(() -> scene.fast.complete(callback, SESSION));
            assertThat(scene.okx.journal().count()).isEqualTo(requests);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // What an app passes whose environment lacks the variable.
    void builder_clientMissingInTheEnvironment_isNamed() {
        try (FastApiScene scene = new FastApiScene()) {
            FastApiConnectorBuilder builder = FastApiConnector.builder(scene.connector);
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> builder.client(null, Canary.CLIENT_SECRET))
                    .satisfies(e -> assertThat(e.argument()).isEqualTo("clientId"));
            for (String secret : new String[] {null, ""}) {
                assertThatExceptionOfType(InvalidArgumentException.class)
                        .isThrownBy(() -> builder.client("CID", secret))
                        .satisfies(e -> assertThat(e.argument()).isEqualTo("clientSecret"));
            }
        }
    }

    @Test
    void builder_missingOrWrongSettings_areNamed() {
        try (FastApiScene scene = new FastApiScene()) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> FastApiConnector.builder(scene.connector).build())
                    .satisfies(e -> assertThat(e.argument()).isEqualTo("client, redirectUri"));
            FastApiConnectorBuilder builder = FastApiConnector.builder(scene.connector);
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> builder.client("with blank", Canary.CLIENT_SECRET));
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> builder.client("CID", new char[0]));
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> builder.redirectUri(URI.create("https%3A%2F%2Fapp.example.com")));
            assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(builder::sites);
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> builder.sites(OAuthSite.of(Site.EEA), OAuthSite.of(Site.EEA)));
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> builder.lifetime(Duration.ofMinutes(11)));
            assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> builder.timeout(Duration.ZERO));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc123!", "ABC123!", "ABCabc!", "ABCabc123", "ABCabc123! ", "AABCabc123!", "ABCabc1!ü"})
    void alphabet_withoutAllKindsOrWithOthers_isRejected(String alphabet) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> FastApiPassphrases.random(new java.security.SecureRandom(), alphabet, 24))
                .satisfies(e -> assertThat(e.argument()).isEqualTo("alphabet"));
    }

    @Test
    void alphabet_ofOneEach_isDrawnFromAlone() {
        try (Secret next = FastApiPassphrases.random(new java.security.SecureRandom(), "Aa1!", 8)
                .next()) {
            assertThat(SecretText.of(next)).matches("[Aa1!]{8}");
        }
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> FastApiPassphrases.random(new java.security.SecureRandom(), "Aa1!", 7));
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> FastApiPassphrases.random(new java.security.SecureRandom(), "Aa1!", 33));
    }

    @Test
    void consentPage_opensWithTheUrl() throws Exception {
        try (FastApiScene scene = new FastApiScene()) {
            URI uri = scene.fast.begin(ALICE, SESSION).uri();
            assertThat(uri.toString()).startsWith(scene.okx.uri() + "/account/oauth?");
            assertThat(Queries.of(uri))
                    .containsEntry("scope", "fast_api")
                    .containsEntry("access_type", "offline")
                    .containsEntry("client_id", scene.app.clientId())
                    .containsEntry("redirect_uri", Desk.REDIRECT.toString())
                    .doesNotContainKeys("code_challenge", "channelId", "client_secret");
        }
    }

    @Test
    void clientOfTwoApps_haveAKeyEach() {
        try (FastApiScene scene = new FastApiScene()) {
            Connection first = scene.connect();
            var other = scene.okx.registerOAuthClient(SandboxOAuthClientRequest.confidential("Other")
                    .redirectUri(Desk.REDIRECT.toString())
                    .keyIps("127.0.0.1")
                    .fastApi());
            try (FastApiConnector fast = scene.fast(
                    scene.connector(builder -> builder.duplicatePolicy(io.okxconnect.DuplicatePolicy.allowAll())),
                    builder -> builder.client(other.clientId(), other.clientSecret())
                            .label("other"))) {
                AccountId id = AccountId.of("alice2");
                fast.complete(scene.alice.agreeTo(fast.begin(id, SESSION).uri()), SESSION)
                        .check();
            }
            assertThat(first.status().state()).isEqualTo(ConnectionState.CONNECTED);
            first.check();
        }
    }
}
