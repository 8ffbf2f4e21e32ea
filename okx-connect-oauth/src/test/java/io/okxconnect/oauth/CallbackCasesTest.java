package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.canary.Canary;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.oauth.error.CallbackRejectedException.Reason;
import io.okxconnect.oauth.error.OAuthErrorException;
import io.okxconnect.oauth.internal.SecretText;
import io.okxconnect.site.Site;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cases B1 to B10 of the list of callback cases. */
class CallbackCasesTest {
    private final Desk desk = new Desk();
    private final String state = desk.begin();

    private void assertRejected(Reason reason, String query) {
        assertRejected(reason, () -> desk.complete(query));
    }

    private void assertRejected(Reason reason, Callable<?> completing) {
        int calls = desk.transport.asked().size();
        int pending = desk.memory.size();
        assertThatExceptionOfType(CallbackRejectedException.class)
                .isThrownBy(completing::call)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
        assertThat(desk.transport.asked()).hasSize(calls);
        assertThat(desk.memory.size()).isEqualTo(pending);
    }

    @Test
    void b1_genuineCallback_goesToTheNamedSite() {
        assertThat(SecretText.of(desk.complete(desk.genuine(state)).accessToken()))
                .isEqualTo(Canary.ACCESS_TOKEN);
        assertThat(desk.transport.asked()).hasSize(1);
        assertThat(desk.transport.asked().get(0).request().base()).hasToString("https://www.okx.com");
    }

    @Test
    void b2_sameCallbackAgain_isRejected() {
        desk.complete(desk.genuine(state));
        assertRejected(Reason.STATE_NOT_PENDING, desk.genuine(state));
    }

    @Test
    void b2_sixteenThreadsWithOneCallback_makeOneCall() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            Callable<Boolean> attempt = () -> {
                try {
                    desk.complete(desk.genuine(state));
                    return true;
                } catch (CallbackRejectedException e) {
                    return false;
                }
            };
            long successes = 0;
            for (var outcome :
                    threads.invokeAll(Stream.generate(() -> attempt).limit(64).toList())) {
                successes += outcome.get() ? 1 : 0;
            }
            assertThat(successes).isEqualTo(1);
            assertThat(desk.transport.asked()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void b3_wrongMissingExpiredOrForeignState_isRejected() {
        assertRejected(Reason.STATE_NOT_PENDING, desk.genuine(Canary.STATE));
        assertRejected(Reason.STATE_MISSING, "code=" + Canary.AUTHORIZATION_CODE);
        assertRejected(
                Reason.OTHER_SESSION,
                () -> desk.complete(
                        AuthorizationCallback.parseQuery(desk.genuine(state)),
                        OAuthProfile.FAST_API,
                        Desk.OTHER_SESSION));
        desk.clock.advance(Duration.ofMinutes(10));
        assertRejected(Reason.STATE_EXPIRED, desk.genuine(state));
    }

    @Test
    void b3_lastMillisecond_isInTime() {
        desk.clock.advance(Duration.ofMinutes(10).minusMillis(1));
        desk.complete(desk.genuine(state));
        assertThat(desk.transport.asked()).hasSize(1);
    }

    @Test
    void b4_domainThatOnlyLooksLikeOkx_isRejected() {
        for (String domain : List.of(
                "https://evil.example",
                "https://www.okx.com.evil.example",
                "https://www.okx.com@evil.example",
                "http://www.okx.com",
                "https://www.okx.com:8443",
                "https://WWW.OKX.COM/path")) {
            assertRejected(Reason.DOMAIN_UNKNOWN, with(domain));
        }
    }

    @Test
    void b4_caseAlone_isAccepted() {
        desk.complete(with("HTTPS://WWW.OKX.COM/"));
        assertThat(desk.transport.asked().get(0).request().base()).hasToString("https://www.okx.com");
    }

    @Test
    void b5_noDomain_usesTheSiteOfTheFlow() {
        desk.complete("code=" + Canary.AUTHORIZATION_CODE + "&state=" + state);
        assertThat(desk.transport.asked().get(0).request().base()).hasToString("https://www.okx.com");
    }

    @Test
    void b6_domainOfTheEeaSite_goesThere() {
        String begunAtEea =
                Queries.of(desk.begin(OAuthProfile.FAST_API, desk.eea).uri()).get("state");
        desk.complete("code=" + Canary.AUTHORIZATION_CODE + "&state=" + begunAtEea + "&domain=https://eea.okx.com/");
        assertThat(desk.transport.asked().get(0).request().base()).hasToString("https://eea.okx.com");
    }

    @Test
    void b7_siteNotEnabled_isRejected() {
        assertRejected(Reason.SITE_NOT_ENABLED, with("https://tr.okx.com"));
        assertRejected(Reason.SITE_NOT_ENABLED, with("https://app.okx.com"));
        assertRejected(Reason.OTHER_SITE, with("https://eea.okx.com"));
    }

    @Test
    void b8_declined_isTypedAndOver() {
        for (String refusal : List.of("error=access_denied", "error_msg=no", "error_description=nope")) {
            String begun = desk.begin();
            assertThatExceptionOfType(OAuthErrorException.class)
                    .isThrownBy(() -> desk.complete(refusal + "&state=" + begun))
                    .satisfies(e -> assertThat(e.isDeclined()).isEqualTo(refusal.startsWith("error=")));
            assertRejected(Reason.STATE_NOT_PENDING, desk.genuine(begun));
        }
        assertThat(desk.transport.asked()).isEmpty();
    }

    @Test
    void b9_twoCodes_areMalformed() {
        assertRejected(Reason.MALFORMED, desk.genuine(state) + "&code=C2");
        assertRejected(Reason.MALFORMED, desk.genuine(state) + "&c%6Fde=C2");
    }

    @Test
    void b10_callbackOfAnotherProfile_isRejected() {
        String pkce =
                Queries.of(desk.begin(OAuthProfile.PKCE, desk.global).uri()).get("state");
        assertRejected(Reason.OTHER_FLOW, desk.genuine(pkce));
    }

    @Test
    void confirm_siteDisabledMeanwhile_isRejected() {
        PendingAuthorization trPending = Records.pending(state + "tr", "tr");
        desk.memory.save(trPending);
        assertRejected(Reason.SITE_NOT_ENABLED, desk.genuine(state + "tr"));
    }

    @Test
    void siteOf_everyBuiltInSite_hasItsKnownHosts() {
        assertThat(OAuthSite.of(Site.GLOBAL)
                        .tokenEndpoint(OAuthSite.of(Site.GLOBAL).tokenBase()))
                .hasToString("https://www.okx.com/v5/users/oauth/token");
        assertThat(OAuthSite.of(Site.EEA).authorizeEndpoint()).hasToString("https://my.okx.com/account/oauth");
        assertThat(Stream.of(Site.GLOBAL, Site.EEA, Site.US, Site.TR)
                        .flatMap(site -> OAuthSite.of(site).callbackOrigins().stream())
                        .map(Object::toString))
                .containsExactly(
                        "https://www.okx.com",
                        "https://eea.okx.com",
                        "https://my.okx.com",
                        "https://us.okx.com",
                        "https://app.okx.com",
                        "https://tr.okx.com");
        assertThat(OAuthSite.of(Site.EEA)
                        .withCallbackOrigins(Set.of(Site.TR.webOrigin()))
                        .callbackOrigins())
                .containsExactly(Site.TR.webOrigin());
    }

    @Test
    void siteOf_sameSettings_areEqual() {
        OAuthSite site = OAuthSite.of(Site.GLOBAL);
        assertThat(site).isEqualTo(OAuthSite.of(Site.GLOBAL)).hasSameHashCodeAs(OAuthSite.of(Site.GLOBAL));
        assertThat(Stream.of(
                        OAuthSite.of(Site.EEA),
                        site.withAuthorizePath("/a"),
                        site.withTokenPath("/a"),
                        site.withTokenPathFallback("/a"),
                        site.withTokenBase(Site.TR.webOrigin()),
                        site.withCallbackOrigins(Set.of(Site.TR.webOrigin())),
                        site.withExtraParameters(Map.of("a", "b"))))
                .doesNotContain(site)
                .doesNotHaveDuplicates();
    }

    @Test
    void siteOf_badSetting_isRefusedAtItsCall() {
        OAuthSite site = OAuthSite.of(Site.GLOBAL);
        for (String path : List.of("", "a", "/a/", "/a//b", "/a?b", "/../a", "/a/./b", "/%61")) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .as(path)
                    .isThrownBy(() -> site.withTokenPath(path));
        }
        for (String origin :
                List.of("https://www.okx.com/", "https://WWW.okx.com", "http://www.okx.com", "https://a/b")) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .as(origin)
                    .isThrownBy(() -> site.withCallbackOrigins(Set.of(URI.create(origin))));
        }
    }

    @Test
    void genuineValues_areNeverPrinted() {
        AuthorizationRequest request = desk.begin(OAuthProfile.FAST_API, desk.global);
        Map<String, String> query = Queries.of(request.uri());
        assertThat(request.toString() + AuthorizationCallback.parseQuery(desk.genuine(state)))
                .doesNotContain(query.get("state"))
                .doesNotContain(Canary.AUTHORIZATION_CODE);
    }

    private String with(String domain) {
        return "code=" + Canary.AUTHORIZATION_CODE + "&state=" + state + "&domain=" + Queries.encode(domain);
    }
}
