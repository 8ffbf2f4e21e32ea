package io.okxconnect.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.TransportException;
import io.okxconnect.internal.http.HttpClientTransport;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxKeyRequest;
import io.okxconnect.testkit.SandboxSwitch;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way over real sockets, against a sandbox that computes every signature with code of its own. */
class PipelineOverHttpTest {
    private static final RestRequest CONFIG =
            RestRequest.get("/api/v5/account/config").build();

    private final HttpClientTransport transport = HttpClientTransport.builder().build();
    private OkxSandbox okx;
    private ApiKeyHeaders key;
    private CallTarget target;

    @BeforeEach
    void start() {
        okx = OkxSandbox.builder().seed(3).with(SandboxSwitch.RATE_LIMITS_OFF).start();
        okx.clock().stopAt(Instant.parse("2026-11-22T12:00:00Z"));
        SandboxApiKey made = okx.createUser("alice")
                .createApiKey(SandboxKeyRequest.named("key")
                        .environment(SandboxEnvironment.DEMO)
                        .passphrase(Canary.PASSPHRASE)
                        .read()
                        .trade());
        key = ApiKeyHeaders.of(ApiKeyCredential.of(made.apiKey(), made.secretKey(), made.passphrase()));
        target = new CallTarget(Site.custom("sandbox", okx.uri()), TradingEnvironment.DEMO, key);
    }

    @AfterEach
    void stop() {
        key.close();
        transport.close();
        okx.close();
    }

    private OkxCalls calls(Duration ahead) {
        Clock wall = Clock.offset(okx.clock(), ahead);
        return new OkxCalls(transport, new CallSeams(wall, System::nanoTime, wait -> {}, () -> 0.5));
    }

    @Test
    void call_readsAndWrites_areAcceptedWithTheirSignatures() {
        OkxCalls calls = calls(Duration.ZERO);

        RestResponse config = calls.call(target, CONFIG);
        RestResponse balance = calls.call(
                target,
                RestRequest.get("/api/v5/account/balance")
                        .query("ccy", "BTC,ETH")
                        .build());
        calls.call(
                target,
                RestRequest.post("/api/v5/account/set-position-mode")
                        .body(Map.of("posMode", "net_mode"))
                        .build());

        assertThat(config.row().text("uid")).isPresent();
        assertThat(balance.code()).isEqualTo("0");
        assertThat(okx.journal().count("POST", "/api/v5/account/set-position-mode"))
                .isEqualTo(1);
    }

    @Test
    void call_clock40SecondsOff_isRepairedWithOneRepeat() {
        OkxCalls calls = calls(Duration.ofSeconds(40));

        calls.call(target, CONFIG);

        assertThat(okx.journal().count("GET", "/api/v5/account/config")).isEqualTo(2);
        assertThat(calls.clock(target.site())
                        .skew()
                        .orElseThrow()
                        .offset()
                        .plusSeconds(40)
                        .abs())
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void call_wrongEnvironment_isRefusedOnce() {
        CallTarget live = new CallTarget(target.site(), TradingEnvironment.LIVE, key);

        assertThatThrownBy(() -> calls(Duration.ZERO).call(live, CONFIG))
                .isInstanceOfSatisfying(
                        AuthenticationRejectedException.class,
                        e -> assertThat(e.code()).isEqualTo("50101"));
        assertThat(okx.journal().count("GET", "/api/v5/account/config")).isEqualTo(1);
    }

    @Test
    void call_redirect_isNotFollowed() {
        okx.faults()
                .on("GET", "/api/v5/account/config")
                .always()
                .redirect(URI.create(okx.uri() + "/api/v5/public/time"));

        assertThatThrownBy(() -> calls(Duration.ZERO).call(target, CONFIG)).isInstanceOf(TransportException.class);
        assertThat(okx.journal().count()).isEqualTo(1);
    }

    @Test
    void call_readResetTwice_isRepeatedUntilItAnswers() {
        okx.faults().on("GET", "/api/v5/account/config").times(2).resetBeforeResponse();

        assertThat(calls(Duration.ZERO).call(target, CONFIG).row().text("uid")).isPresent();
        assertThat(okx.journal().count("GET", "/api/v5/account/config")).isEqualTo(3);
    }
}
