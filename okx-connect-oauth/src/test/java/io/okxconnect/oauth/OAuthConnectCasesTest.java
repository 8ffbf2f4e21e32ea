package io.okxconnect.oauth;

import static io.okxconnect.oauth.OAuthScene.ALICE;
import static io.okxconnect.oauth.OAuthScene.READ;
import static io.okxconnect.oauth.OAuthScene.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.Connection;
import io.okxconnect.ConnectionState;
import io.okxconnect.canary.Canary;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.DifferentAccountException;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.oauth.error.OAuthErrorException;
import io.okxconnect.oauth.error.TokenEndpointException;
import io.okxconnect.oauth.error.TokenEndpointException.Reason;
import io.okxconnect.site.Site;
import io.okxconnect.testkit.SandboxRequest;
import io.okxconnect.testkit.SandboxSwitch;
import io.okxconnect.testkit.SandboxUser;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cases of the lists "authorize", "callback", "token exchange" and "using credentials" that concern OAuth connectors. */
class OAuthConnectCasesTest {
    private static OAuthScene codeScene(SandboxSwitch... switches) {
        return new OAuthScene(OAuthProfile.AUTHORIZATION_CODE, switches);
    }

    @ParameterizedTest
    @EnumSource(value = OAuthProfile.class, names = "FAST_API", mode = EnumSource.Mode.EXCLUDE)
    void connect_userAgrees_isConnectedAndStored(OAuthProfile kind) {
        try (OAuthScene scene = new OAuthScene(kind)) {
            Connection connection = scene.connect();

            assertThat(scene.tokenCalls()).isEqualTo(1);
            assertThat(connection.status().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(connection.balance().currencies()).isNotEmpty();
            assertThat(scene.metadata().origin()).isEqualTo(CredentialOrigin.OAUTH);
            assertThat(scene.metadata().toString() + connection + scene.oauth)
                    .doesNotContain(scene.storedAccessToken());
            assertThat(scene.connect()).isSameAs(connection);
        }
    }

    @Test
    void closedExchangeConnector_refusesToBegin() {
        try (OAuthScene scene = codeScene()) {
            scene.connector.close();
            assertThatThrownBy(() -> scene.oauth.begin(ALICE, SESSION)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void build_pkceWithoutDeviceId_saysWhereOneComesFrom() {
        try (OAuthScene scene = codeScene()) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() ->
                            OAuthConnector.pkce(scene.connector).clientId("CID").build())
                    .withMessageContaining("deviceId: must be set")
                    .withMessageContaining("DeviceId.inFile");
        }
    }

    @Test
    void a4_codeProfile_joinsScopesByComma() {
        try (OAuthScene scene = codeScene()) {
            Map<String, String> query =
                    Queries.of(scene.oauth.begin(ALICE, SESSION).uri());
            assertThat(query)
                    .containsEntry("scope", "read_only,trade")
                    .containsEntry("access_type", "offline")
                    .doesNotContainKeys("code_challenge", "channelId", "client_secret");
        }
    }

    @Test
    void a5_pkceProfile_hasTheChallengeAndNoSecret() {
        try (OAuthScene scene = new OAuthScene(OAuthProfile.PKCE)) {
            assertThat(Queries.of(scene.oauth.begin(ALICE, SESSION).uri()))
                    .hasEntrySatisfying(
                            "code_challenge", text -> assertThat(text).matches("[A-Za-z0-9_-]{43}"))
                    .containsEntry("code_challenge_method", "S256")
                    .doesNotContainKeys("code_verifier", "term_id", "client_secret");
        }
    }

    @Test
    void a5_deviceIdWantedEverywhere_standsThere() {
        try (OAuthScene scene = new OAuthScene(OAuthProfile.PKCE, SandboxSwitch.TERM_ID_ON_AUTHORIZE);
                OAuthConnector oauth = ((OAuthPkceConnectorBuilder) scene.builder(scene.connector))
                        .redirectUri(Desk.REDIRECT)
                        .termIdPlacement(Set.of(TermIdPlacement.values()))
                        .build()) {
            URI url = oauth.begin(ALICE, SESSION).uri();
            assertThat(Queries.of(url)).containsEntry("term_id", OAuthScene.DEVICE);

            oauth.complete(scene.alice.agreeTo(url), SESSION);
            oauth.keepFresh(Duration.ZERO);

            assertThat(scene.tokenBody(0)).containsKey("term_id");
            assertThat(scene.tokenBody(1)).containsKey("term_id");
        }
    }

    @Test
    void a6_agentProfile_addsFlowAndResource() {
        try (OAuthScene scene = new OAuthScene(OAuthProfile.AGENT)) {
            assertThat(Queries.of(scene.oauth.begin(ALICE, SESSION).uri()))
                    .containsEntry("flow", "code")
                    .containsEntry("scope", "demo:read demo:trade")
                    .containsEntry("resource", scene.okx.uri() + "/api/v1/mcp/trading");
        }
    }

    @Test
    void a7_otherPathAndExtraParameters_areUsed() {
        try (OAuthScene scene = codeScene(SandboxSwitch.AUTHORIZE_AT_AUTHLOGIN);
                OAuthConnector oauth = scene.builder(scene.connector)
                        .redirectUri(Desk.REDIRECT)
                        .sites(OAuthSite.of(scene.site)
                                .withAuthorizePath("/account/authlogin")
                                .withExtraParameters(Map.of("authLogout", "1")))
                        .build()) {
            URI url = oauth.begin(ALICE, SESSION).uri();
            assertThat(url.getPath()).isEqualTo("/account/authlogin");
            assertThat(Queries.of(url)).containsEntry("authLogout", "1");
            assertThat(oauth.complete(scene.alice.agreeTo(url), SESSION)
                            .status()
                            .state())
                    .isEqualTo(ConnectionState.CONNECTED);
        }
    }

    @Test
    void a8_thousandStates_areDistinctAndLongAndPlain() {
        try (OAuthScene scene = codeScene()) {
            Set<String> states = new HashSet<>();
            for (int i = 0; i < 1_000; i++) {
                states.add(Queries.of(scene.oauth.begin(ALICE, SESSION).uri()).get("state"));
            }
            assertThat(states).hasSize(1_000).allMatch(state -> state.matches("[A-Za-z0-9_-]{43}"));
        }
    }

    @Test
    void b2_sameCallbackAgain_isRejectedWithoutACall() {
        try (OAuthScene scene = codeScene()) {
            URI callback = scene.agreed();
            Connection connection = scene.oauth.complete(callback, SESSION);
            scene.okx.journal().clear();

            assertThatExceptionOfType(CallbackRejectedException.class)
                    .isThrownBy(() -> scene.oauth.complete(callback, SESSION));

            assertThat(scene.okx.journal().count()).isZero();
            assertThat(connection.status().state()).isEqualTo(ConnectionState.CONNECTED);
        }
    }

    @Test
    void b3_otherSession_isRejectedAndTheGenuineOneStillWorks() {
        try (OAuthScene scene = codeScene()) {
            URI callback = scene.agreed();
            assertThatExceptionOfType(CallbackRejectedException.class)
                    .isThrownBy(() -> scene.oauth.complete(callback, Desk.OTHER_SESSION))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(CallbackRejectedException.Reason.OTHER_SESSION));
            assertThat(scene.tokenCalls()).isZero();
            assertThat(scene.oauth.complete(callback, SESSION)).isNotNull();
        }
    }

    @Test
    void b8_userDeclines_isToldAsThat() {
        try (OAuthScene scene = codeScene()) {
            URI callback = scene.alice.decline(scene.oauth.begin(ALICE, SESSION).uri());
            assertThatExceptionOfType(OAuthErrorException.class)
                    .isThrownBy(() -> scene.oauth.complete(callback, SESSION))
                    .satisfies(e -> assertThat(e.isDeclined()).isTrue());
            assertThat(scene.tokenCalls()).isZero();
        }
    }

    @Test
    void b10_stateOfPkceAtFastApi_isRejected() {
        InMemoryPendingAuthorizationStore pending = new InMemoryPendingAuthorizationStore(new SettableClock(), 10);
        try (OAuthScene scene = new OAuthScene(OAuthProfile.PKCE);
                OAuthConnector oauth = scene.builder(scene.connector)
                        .redirectUri(Desk.REDIRECT)
                        .pendingAuthorizations(pending)
                        .build();
                FastApiConnector fast = FastApiConnector.builder(scene.connector)
                        .client(scene.clientId, Canary.CLIENT_SECRET)
                        .redirectUri(Desk.REDIRECT)
                        .pendingAuthorizations(pending)
                        .build()) {
            URI callback = scene.alice.agreeTo(oauth.begin(ALICE, SESSION).uri());
            assertThatExceptionOfType(CallbackRejectedException.class)
                    .isThrownBy(() -> fast.complete(callback, SESSION))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(CallbackRejectedException.Reason.OTHER_FLOW));
            assertThat(scene.tokenCalls()).isZero();
        }
    }

    @Test
    void t1_codeExchange_sendsExactlyItsFields() {
        try (OAuthScene scene = codeScene()) {
            scene.connect();
            assertThat(scene.tokenBody(0).keySet())
                    .containsExactlyInAnyOrder("grant_type", "code", "client_id", "client_secret");
        }
    }

    @Test
    void t3_code53012_isTypedAndNotRepeated() {
        try (OAuthScene scene = codeScene()) {
            scene.onToken().code("53012");
            assertThatExceptionOfType(AuthenticationRejectedException.class)
                    .isThrownBy(scene::connect)
                    .satisfies(e -> assertThat(e.code()).isEqualTo("53012"));
            assertThat(scene.tokenCalls()).isEqualTo(1);
        }
    }

    @Test
    void t7_answerLost_theCodeIsNotSentTwice() {
        try (OAuthScene scene = codeScene()) {
            scene.onToken().resetBeforeResponse();
            assertThatExceptionOfType(TokenEndpointException.class)
                    .isThrownBy(scene::connect)
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN));
            assertThat(scene.tokenCalls()).isEqualTo(1);
            assertThat(scene.connector.connections()).isEmpty();
        }
    }

    @Test
    void t7_refusedAtTheDoor_isSentOnceMore() {
        try (OAuthScene scene = codeScene()) {
            scene.onToken().code("50011");
            assertThat(scene.connect()).isNotNull();
            assertThat(scene.tokenCalls()).isEqualTo(2);
        }
    }

    @Test
    void t7_okxBusyAfterTheExchange_theConsentIsNotInVain() {
        try (OAuthScene scene = codeScene()) {
            scene.okx.faults().on("GET", "/api/v5/account/config").times(2).code("50001");

            assertThat(scene.connect().status().state()).isEqualTo(ConnectionState.CONNECTED);

            assertThat(scene.tokenCalls()).isEqualTo(1);
        }
    }

    @Test
    void t8_pkceExchange_hasTheVerifierAndNeverASecret() {
        try (OAuthScene scene = new OAuthScene(OAuthProfile.PKCE)) {
            scene.connect();
            assertThat(scene.tokenBody(0).keySet())
                    .containsExactlyInAnyOrder("grant_type", "code", "client_id", "code_verifier", "term_id");
        }
    }

    @Test
    void t9_agentExchange_isAFormWithResourceAndRedirectUri() {
        try (OAuthScene scene = new OAuthScene(OAuthProfile.AGENT)) {
            scene.connect();
            assertThat(scene.tokenText(0))
                    .contains("grant_type=authorization_code")
                    .contains("redirect_uri=https%3A%2F%2Fapp.example.com%2Fokx%2Fcallback")
                    .contains("code_verifier=")
                    .contains("resource=http%3A%2F%2F127.0.0.1");
        }
    }

    @Test
    void t9_resourceRefused_isATypedOAuthError() {
        try (OAuthScene scene = new OAuthScene(OAuthProfile.AGENT)) {
            scene.onToken()
                    .body(
                            400,
                            "application/json",
                            "{\"error\":\"invalid_grant\",\"error_description\":\"resource does not match\"}"
                                    .getBytes());
            assertThatExceptionOfType(OAuthErrorException.class)
                    .isThrownBy(scene::connect)
                    .satisfies(e -> assertThat(e.code()).isEqualTo("invalid_grant"));
        }
    }

    @Test
    void row37_moreScopesThanAskedFor_areNotTaken() {
        try (OAuthScene scene = codeScene()) {
            scene.onToken()
                    .body(
                            "{\"access_token\":\"" + Canary.ACCESS_TOKEN
                                    + "\",\"token_type\":\"bearer\",\"expires_in\":3600,\"scope\":\"read_only trade withdraw\"}");
            assertThatExceptionOfType(TokenEndpointException.class)
                    .isThrownBy(scene::connect)
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.SCOPE_WIDER));
            assertThat(scene.connector.connections()).isEmpty();
        }
    }

    @Test
    void row39_otherUserAtTheReconnect_isRefusedAndTheAccountGoesOn() {
        try (OAuthScene scene = codeScene()) {
            Connection connection = scene.connect();
            SandboxUser mallory = scene.okx.createUser("mallory");
            URI callback = mallory.agreeTo(scene.oauth.begin(ALICE, SESSION).uri());

            assertThatExceptionOfType(DifferentAccountException.class)
                    .isThrownBy(() -> scene.oauth.complete(callback, SESSION));

            assertThat(connection.call(READ).data()).isNotEmpty();
        }
    }

    @Test
    void u3_codeProfile_callsCarryTheTokenAlone() {
        try (OAuthScene scene = codeScene()) {
            Connection connection = scene.connected();
            connection.call(READ);
            SandboxRequest call =
                    scene.okx.journal().find("GET", OAuthScene.BALANCE).get(0);
            assertThat(call.revealHeader("Authorization")).contains("Bearer " + scene.storedAccessToken());
            assertThat(call.headerNames())
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("ok-access-"))
                    .noneMatch(name -> name.equalsIgnoreCase("TERMID"));
            assertThat(call.revealHeader("x-simulated-trading")).contains("1");
        }
    }

    @Test
    void u4_pkceProfile_everyCallCarriesTheDevice() {
        try (OAuthScene scene = new OAuthScene(OAuthProfile.PKCE)) {
            Connection connection = scene.connect();
            connection.call(READ);
            List<SandboxRequest> calls = scene.okx
                    .journal()
                    .find(each -> each.revealHeader("Authorization").isPresent());
            assertThat(calls)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(call -> assertThat(call.revealHeader("TERMID")).contains(OAuthScene.DEVICE));
        }
    }

    @Test
    void begin_siteNotEnabled_isRefused() {
        try (OAuthScene scene = codeScene()) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> scene.oauth.begin(ALICE, Site.TR, SESSION));
        }
    }

    @Test
    void begin_noRedirectUri_isRefused() {
        try (OAuthScene scene = new OAuthScene(OAuthProfile.PKCE);
                OAuthConnector oauth = scene.builder(scene.connector).build()) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> oauth.begin(ALICE, SESSION))
                    .withMessageContaining("redirectUri");
        }
    }

    @Test
    void build_missingSettings_namesThem() {
        try (OAuthScene scene = codeScene()) {
            assertThatThrownBy(() -> OAuthConnector.code(scene.connector).build())
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("client, redirectUri");
            assertThatThrownBy(() -> OAuthConnector.pkce(scene.connector).build())
                    .hasMessageContaining("clientId, deviceId");
            assertThatThrownBy(() -> OAuthConnector.agent(scene.connector).build())
                    .hasMessageContaining("clientId, resource, scopes");
        }
    }

    @Test
    void close_wipesTheSecretAndEndsTheConnector() {
        try (OAuthScene scene = codeScene()) {
            try (Secret secret = Secret.of(Canary.CLIENT_SECRET)) {
                OAuthConnector oauth = OAuthConnector.code(scene.connector)
                        .client("other", secret)
                        .redirectUri(Desk.REDIRECT)
                        .build();
                oauth.close();
                oauth.close();
                assertThatThrownBy(() -> oauth.begin(ALICE, SESSION)).isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(oauth::keepFresh).isInstanceOf(IllegalStateException.class);
            }
        }
    }
}
