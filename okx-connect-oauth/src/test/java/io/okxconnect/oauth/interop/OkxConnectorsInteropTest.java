package io.okxconnect.oauth.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.Connection;
import io.okxconnect.ConnectionState;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.oauth.FastApiConnector;
import io.okxconnect.oauth.OAuthConnector;
import io.okxconnect.oauth.SessionBinding;
import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.oauth.error.FastApiException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The connectors as an app uses them: a real server judges the authorization, the sandbox does the rest of OKX. */
@Tag("interop")
class OkxConnectorsInteropTest {
    private static final AccountId ALICE = AccountId.of("alice");
    private static final SessionBinding SESSION = SessionBinding.of("session-of-the-user-000001");

    private static final Pattern CODE = Pattern.compile("code=([^&]*)");

    @AutoClose
    private static OidcProvider judge;

    @AutoClose
    private final SandboxOkx rest = new SandboxOkx();

    @AutoClose
    private OkxFacade facade;

    @AutoClose
    private ExchangeConnector okx;

    @BeforeAll
    static void startJudge() {
        judge = OidcProvider.start();
    }

    @BeforeEach
    void start() throws Exception {
        facade = new OkxFacade(judge, rest);
        okx = ExchangeConnector.okx()
                .site(Site.custom("facade", facade.uri()))
                .environment(TradingEnvironment.DEMO)
                .credentialStore(new InMemoryCredentialStore())
                .build();
    }

    private FastApiConnector fastApi(String clientSecret) {
        return FastApiConnector.builder(okx)
                .client("okx-fast-api", clientSecret)
                .redirectUri(RealServer.WEB_REDIRECT)
                .build();
    }

    @Test
    void fastApi_userAgrees_isConnectedWithAKeyThatReplacesItselfNextTime() {
        try (FastApiConnector connector = fastApi(RealServer.CLIENT_SECRET)) {
            URI callback = facade.approve(connector.begin(ALICE, SESSION).uri());
            Connection connection = connector.complete(callback, SESSION);
            assertThat(connection.status().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(connection.balance()).isNotNull();
            List<String> first = rest.keys();
            assertThat(first).hasSize(1);

            assertThatExceptionOfType(CallbackRejectedException.class)
                    .isThrownBy(() -> connector.complete(callback, SESSION));
            assertThat(rest.keys()).isEqualTo(first);

            URI again = facade.approve(connector.begin(ALICE, SESSION).uri());
            assertThat(connector.complete(again, SESSION)).isSameAs(connection);
            assertThat(rest.keys()).hasSize(1).doesNotContainAnyElementsOf(first);
        }
    }

    @Test
    void fastApi_codeThatTheJudgeRefuses_makesNoKey() {
        try (FastApiConnector connector = fastApi(RealServer.CLIENT_SECRET)) {
            URI forged =
                    URI.create(facade.approve(connector.begin(ALICE, SESSION).uri())
                            .toString()
                            .replaceAll("code=[^&]*", "code=made-up-by-somebody-else"));
            assertRefusedAtToken(connector, forged, "53012");
        }
    }

    @Test
    void fastApi_wrongClientSecret_makesNoKey() {
        try (FastApiConnector connector = fastApi(RealServer.CLIENT_SECRET + "x")) {
            assertRefusedAtToken(
                    connector, facade.approve(connector.begin(ALICE, SESSION).uri()), "53010");
        }
    }

    private OAuthConnector code() {
        return OAuthConnector.code(okx)
                .client("okx-code", RealServer.CLIENT_SECRET)
                .redirectUri(RealServer.WEB_REDIRECT)
                .build();
    }

    private OAuthConnector pkce() {
        return OAuthConnector.pkce(okx)
                .clientId("okx-pkce")
                .deviceId(() -> Secret.of(SandboxOkx.DEVICE_ID))
                .redirectUri(RealServer.WEB_REDIRECT)
                .build();
    }

    @Test
    void code_userAgrees_isConnectedAndRefreshes() {
        assertConnectsAndRefreshes(code());
    }

    @Test
    void pkce_userAgrees_isConnectedAndRefreshes() {
        assertConnectsAndRefreshes(pkce());
    }

    private void assertConnectsAndRefreshes(OAuthConnector unclosed) {
        try (OAuthConnector connector = unclosed) {
            URI callback = facade.approve(connector.begin(ALICE, SESSION).uri());
            Connection connection = connector.complete(callback, SESSION);
            assertThat(connection.status().state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(rest.refreshTokens()).hasSize(1);
            assertThat(connector.keepFresh(Duration.ZERO).fresh()).containsExactly(ALICE);
            assertThat(connector.keepFresh(Duration.ZERO).fresh()).containsExactly(ALICE);
            assertThat(rest.refreshTokens()).hasSize(3).doesNotHaveDuplicates();
            assertThat(connection.balance()).isNotNull();
        }
    }

    @Test
    void pkce_codeOfAnotherAuthorization_isRefused() {
        try (OAuthConnector connector = pkce()) {
            URI own = facade.approve(connector.begin(ALICE, SESSION).uri());
            URI strangers = facade.approve(connector.begin(ALICE, SESSION).uri());
            URI injected = URI.create(own.toString().replaceAll("code=[^&]*", "code=" + code(strangers)));
            assertThatExceptionOfType(AuthenticationRejectedException.class)
                    .isThrownBy(() -> connector.complete(injected, SESSION))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("53012"));
            assertThat(okx.connections()).isEmpty();
        }
    }

    @Test
    void code_judgeHasEndedTheGrant_needsANewConsent() {
        try (OAuthConnector connector = code()) {
            URI callback = facade.approve(connector.begin(ALICE, SESSION).uri());
            Connection connection = connector.complete(callback, SESSION);
            try (Secret refreshToken = Secret.of(rest.refreshTokens().get(0))) {
                judge.endGrant("okx-code", refreshToken);
            }
            assertThat(connector.keepFresh(Duration.ZERO).reauthorizationRequired())
                    .containsExactly(ALICE);
            assertThat(connection.status().state()).isEqualTo(ConnectionState.REAUTHORIZATION_REQUIRED);

            URI again = facade.approve(connector.begin(ALICE, SESSION).uri());
            assertThat(connector.complete(again, SESSION)).isSameAs(connection);
            assertThat(connection.status().state()).isEqualTo(ConnectionState.CONNECTED);
        }
    }

    private static String code(URI callback) {
        Matcher matcher = CODE.matcher(callback.getRawQuery());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private void assertRefusedAtToken(FastApiConnector connector, URI callback, String code) {
        assertThatExceptionOfType(FastApiException.class)
                .isThrownBy(() -> connector.complete(callback, SESSION))
                .satisfies(e -> assertThat(e.step()).isEqualTo(FastApiException.Step.TOKEN))
                .satisfies(e -> assertThat(e.error().orElseThrow().code()).isEqualTo(code));
        assertThat(rest.keys()).isEmpty();
        assertThat(okx.connections()).isEmpty();
    }
}
