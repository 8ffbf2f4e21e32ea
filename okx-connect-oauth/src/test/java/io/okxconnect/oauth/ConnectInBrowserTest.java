package io.okxconnect.oauth;

import static io.okxconnect.oauth.OAuthScene.ALICE;
import static io.okxconnect.oauth.OAuthScene.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.Connection;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.Unpaced;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.error.LoopbackException;
import io.okxconnect.oauth.error.OAuthErrorException;
import io.okxconnect.oauth.internal.loopback.ManualAlarms;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxOAuthClient;
import io.okxconnect.testkit.SandboxOAuthClientRequest;
import io.okxconnect.testkit.SandboxSwitch;
import io.okxconnect.testkit.SandboxUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A desktop app: the browser is a thread that agrees, or not, and visits the address it is sent to. */
class ConnectInBrowserTest {
    private final OkxSandbox okx =
            OkxSandbox.builder().with(SandboxSwitch.RATE_LIMITS_OFF).start();
    private final SandboxUser alice = okx.createUser("alice");
    private final Site site = Site.custom("sandbox", okx.uri());
    private final int port = freePort();
    private final SandboxOAuthClient app = okx.registerOAuthClient(SandboxOAuthClientRequest.publicClient("App")
            .redirectUri("http://127.0.0.1:" + port + "/okx")
            .read()
            .trade());
    private final ExchangeConnector connector = Unpaced.okx(okx.clock())
            .site(site)
            .environment(TradingEnvironment.DEMO)
            .sharedCredentialStore(new InMemoryCredentialStore())
            .build();
    private final ExecutorService browser = Executors.newSingleThreadExecutor();
    private final List<String> pages = new CopyOnWriteArrayList<>();
    private final ManualAlarms alarms = new ManualAlarms();

    @AfterEach
    void stop() throws Exception {
        browser.shutdown();
        assertThat(browser.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        connector.close();
        okx.close();
    }

    /** OKX compares ports, so one has to be known before. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private OAuthConnector oauth(BrowserOpener opener) {
        return OAuthConnector.pkce(connector)
                .clientId(app.clientId())
                .deviceId(DeviceId.inMemory())
                .loopback(receiver ->
                        receiver.port(port).path("/okx").browser(opener).alarms(() -> alarms))
                .build();
    }

    /** The user does something with the consent page; the browser goes where that leads. */
    private BrowserOpener user(UnaryOperator<URI> deed) {
        return page -> {
            browser.execute(() -> {
                URI callback = deed.apply(page);
                pages.add(LoopbackVisit.get(callback, callback.getRawQuery()));
            });
            return true;
        };
    }

    @Test
    void userAgrees_isConnectedAndSeesAFriendlyPage() throws Exception {
        try (OAuthConnector oauth = oauth(user(alice::agreeTo))) {
            Connection connection = oauth.connectInBrowser(ALICE);

            assertThat(connection.call(READ).data()).isNotEmpty();
            browser.submit(() -> {}).get(30, TimeUnit.SECONDS);
            assertThat(pages).singleElement().asString().startsWith("HTTP/1.1 200").contains("You can go back to the app");
        }
    }

    @Test
    void userDeclines_isToldAsThat() {
        try (OAuthConnector oauth = oauth(user(alice::decline))) {
            assertThatExceptionOfType(OAuthErrorException.class)
                    .isThrownBy(() -> oauth.connectInBrowser(ALICE))
                    .satisfies(e -> assertThat(e.isDeclined()).isTrue());
            assertThat(connector.connections()).isEmpty();
        }
    }

    @Test
    void userDoesNothing_timesOutAndThePortIsFreeAgain() throws Exception {
        BrowserOpener nobody = page -> true;
        try (OAuthConnector oauth = oauth(nobody)) {
            browser.execute(() -> {
                while (alarms.count(Duration.ofMinutes(5)) == 0) {
                    Thread.onSpinWait();
                }
                alarms.ring(Duration.ofMinutes(5));
            });
            assertThatExceptionOfType(LoopbackException.class)
                    .isThrownBy(() -> oauth.connectInBrowser(ALICE, site, Duration.ofMinutes(5)))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(LoopbackException.Reason.TIMED_OUT));
        }
        try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(again.isBound()).isTrue();
        }
    }

    @Test
    void noBrowser_theUrlIsShown() throws Exception {
        List<URI> shown = new CopyOnWriteArrayList<>();
        OAuthConnector oauth = OAuthConnector.pkce(connector)
                .clientId(app.clientId())
                .deviceId(DeviceId.inMemory())
                .loopback(receiver -> receiver.port(port)
                        .path("/okx")
                        .browser(page -> false)
                        .whenNoBrowser(page -> {
                            shown.add(page);
                            user(alice::agreeTo).open(page);
                        }))
                .build();
        try (oauth) {
            assertThat(oauth.connectInBrowser(ALICE)).isNotNull();
            assertThat(shown).singleElement().satisfies(page -> assertThat(page.getPath()).isEqualTo("/account/oauth"));
        }
    }

    @Test
    void portTaken_isToldBeforeAnythingIsBegun() throws Exception {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
                OAuthConnector oauth = oauth(user(alice::agreeTo))) {
            assertThat(taken.isBound()).isTrue();
            assertThatExceptionOfType(LoopbackException.class)
                    .isThrownBy(() -> oauth.connectInBrowser(ALICE))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(LoopbackException.Reason.CANNOT_LISTEN));
        }
    }

    @Test
    void clientSecret_belongsOnAServer() {
        try (OAuthConnector oauth = OAuthConnector.code(connector)
                .client("CID123", "a secret of a server")
                .redirectUri(Desk.REDIRECT)
                .build()) {
            assertThatThrownBy(() -> oauth.connectInBrowser(ALICE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("pkce");
        }
    }

    @Test
    void timeLimitOutOfRange_isRefused() {
        try (OAuthConnector oauth = oauth(page -> true)) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> oauth.connectInBrowser(ALICE, site, Duration.ofHours(1)));
        }
    }
}
