package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.Addresses;
import io.okxconnect.oauth.internal.AuthorizationUrl;
import io.okxconnect.oauth.internal.FastApiProfile;
import io.okxconnect.oauth.internal.PkceProfile;
import io.okxconnect.oauth.internal.TermIdFields;
import io.okxconnect.site.Site;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cases A1 to A8 of the list of authorization cases. */
class AuthorizeCasesTest {
    private static final String RFC_VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String RFC_CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final Desk desk = new Desk();

    @Test
    void a1_fastApi_hasEverythingEncodedOnce() {
        URI redirect = URI.create("https://app.example.com/okx/callback?x=1");
        URI url = AuthorizationUrl.of(
                desk.global.authorizeEndpoint(),
                new FastApiProfile("CID123", Secret.of(Canary.CLIENT_SECRET)).authorize(redirect, Canary.STATE, null));
        assertThat(url.toString())
                .startsWith("https://www.okx.com/account/oauth?")
                .contains("redirect_uri=https%3A%2F%2Fapp.example.com%2Fokx%2Fcallback%3Fx%3D1")
                .doesNotContain("%25")
                .doesNotContain(Canary.CLIENT_SECRET);
        assertThat(Queries.of(url))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "response_type", "code",
                        "access_type", "offline",
                        "client_id", "CID123",
                        "scope", "fast_api",
                        "state", Canary.STATE,
                        "redirect_uri", redirect.toString()));
    }

    @Test
    void a2_redirectEncodedAlready_isRefusedAsDoubleEncoding() {
        for (String encoded : List.of(
                "https%3A%2F%2Fapp.example.com%2Fcallback", "https%253A%252F%252Fapp.example.com", "HTTPS%3a//x")) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> Addresses.redirect("redirectUri", URI.create(encoded)))
                    .withMessageContaining("double encoding");
        }
    }

    @Test
    void a4_codeProfile_joinsScopesByComma() {
        Map<String, String> query = Queries.of(
                desk.begin(OAuthProfile.AUTHORIZATION_CODE, desk.global).uri());
        assertThat(query).containsEntry("scope", "read_only,trade").doesNotContainKey("code_challenge");
    }

    @Test
    void a5_pkceProfile_sendsTheS256ChallengeAndNeverTheVerifier() {
        URI url = AuthorizationUrl.of(
                desk.global.authorizeEndpoint(),
                new PkceProfile("CID123", List.of("trade"), "device-1", TermIdFields.DEFAULT)
                        .authorize(Desk.REDIRECT, Canary.STATE, RFC_VERIFIER));
        assertThat(Queries.of(url))
                .containsEntry("code_challenge", RFC_CHALLENGE)
                .containsEntry("code_challenge_method", "S256")
                .doesNotContainKeys("term_id", "access_type");
        assertThat(url.toString()).doesNotContain(RFC_VERIFIER);
    }

    @Test
    void a5_termIdWantedOnTheUrl_standsThere() {
        URI url = AuthorizationUrl.of(
                desk.global.authorizeEndpoint(),
                new PkceProfile("CID123", List.of("trade"), "device-1", new TermIdFields(true, true, true, true))
                        .authorize(Desk.REDIRECT, Canary.STATE, RFC_VERIFIER));
        assertThat(Queries.of(url)).containsEntry("term_id", "device-1");
    }

    @Test
    void a6_agentProfile_addsFlowAndResourceAndJoinsScopesByBlank() {
        URI url = desk.begin(OAuthProfile.AGENT, desk.global).uri();
        assertThat(Queries.of(url))
                .containsEntry("flow", "code")
                .containsEntry("resource", "https://www.okx.com/api/v1/mcp/x")
                .containsEntry("scope", "live:read live:trade")
                .containsEntry("code_challenge_method", "S256");
        assertThat(url.toString()).contains("live%3Aread%20live%3Atrade");
    }

    @Test
    void a7_otherPathAndExtraParameters_areUsed() {
        OAuthSite site = OAuthSite.of(Site.GLOBAL)
                .withAuthorizePath("/account/authlogin")
                .withExtraParameters(Map.of("authLogout", "1"));
        URI url = AuthorizationUrl.of(
                site.authorizeEndpoint(),
                Desk.profile(OAuthProfile.FAST_API)
                        .authorize(Desk.REDIRECT, Canary.STATE, null)
                        .with(site.extraParameters()));
        assertThat(url.getPath()).isEqualTo("/account/authlogin");
        assertThat(Queries.of(url)).containsEntry("authLogout", "1");
    }

    @Test
    void a8_thousandStates_areDistinctAndLongAndPlain() {
        Set<String> states = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            states.add(desk.begin());
        }
        assertThat(states).hasSize(1_000).allMatch(state -> state.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void begin_siteNotEnabled_isRefusedAndNothingIsStored() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> desk.begin(OAuthProfile.FAST_API, OAuthSite.of(Site.TR)));
        assertThat(desk.memory.size()).isZero();
    }

    @Test
    void requireFree_parameterOfOurs_isRefused() {
        for (String name : List.of("state", "code_challenge_method", "redirect_uri", "response_mode", "a b", "")) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> OAuthSite.of(Site.GLOBAL).withExtraParameters(Map.of(name, "x")));
        }
    }
}
