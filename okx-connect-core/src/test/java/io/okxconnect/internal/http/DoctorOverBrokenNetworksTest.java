package io.okxconnect.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.ExchangeConnector;
import io.okxconnect.canary.Canary;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.doctor.Cause;
import io.okxconnect.doctor.ConnectFailedException;
import io.okxconnect.doctor.Diagnosis;
import io.okxconnect.site.Site;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong below OKX, on the real transport. The key looks odd as well: the network is the more basic fault. */
class DoctorOverBrokenNetworksTest {

    /** What a connect fails with; a diagnosis says the same. */
    private static Diagnosis diagnosisOf(HttpClientTransport transport, URI base) {
        try (transport;
                ExchangeConnector okx = ExchangeConnector.okx()
                        .site(Site.custom("broken", base))
                        .transport(transport)
                        .build();
                ApiKeyCredential swapped = ApiKeyCredential.of(Canary.SECRET_KEY, Canary.API_KEY, Canary.PASSPHRASE)) {
            ConnectFailedException failed = Assertions.catchThrowableOfType(
                    ConnectFailedException.class, () -> okx.connect(AccountId.of("alice"), swapped));
            Diagnosis diagnosis = okx.diagnose(swapped);
            assertThat(failed.diagnosis().toString()).isEqualTo(diagnosis.toString());
            return diagnosis;
        }
    }

    private static void assertSays(Diagnosis diagnosis, Cause cause, List<String> english, List<String> chinese) {
        assertThat(diagnosis.cause()).isEqualTo(cause);
        assertThat(diagnosis.evidence(Locale.ENGLISH)).containsExactly(english.get(0));
        assertThat(diagnosis.nextStep(Locale.ENGLISH)).isEqualTo(english.get(1));
        assertThat(diagnosis.evidence(Locale.CHINA)).containsExactly(chinese.get(0));
        assertThat(diagnosis.nextStep(Locale.CHINA)).isEqualTo(chinese.get(1));
    }

    @Test
    void diagnose_nameIsUnknown_isADnsFailure() {
        HttpClientTransport transport = HttpClientTransport.builder()
                .resolver(host -> {
                    throw new UnknownHostException();
                })
                .build();
        assertSays(
                diagnosisOf(transport, URI.create("https://www.okx.test")),
                Cause.DNS_FAILURE,
                List.of(
                        "The name www.okx.test could not be looked up.",
                        "Check this machine's network and DNS settings, then try again."),
                List.of("无法解析域名 www.okx.test。", "请检查本机的网络和 DNS 设置，然后重试。"));
    }

    @Test
    void diagnose_nobodyListens_isNoNetwork() throws Exception {
        URI closed;
        try (RawServer server = new RawServer(null, (peer, number) -> {})) {
            closed = server.uri();
            server.stopListening();
        }
        assertSays(
                diagnosisOf(HttpClientTransport.builder().build(), closed),
                Cause.NO_NETWORK,
                List.of(
                        "No connection to 127.0.0.1 could be opened.",
                        "Check this machine's network and firewall, then try again."),
                List.of("无法与 127.0.0.1 建立连接。", "请检查本机的网络和防火墙，然后重试。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOOD", "EXPIRED", "OTHER_HOST"})
    void diagnose_certificateThatNobodyTrusts_isATlsFailureAndTheKeyStays(String certificate) throws Exception {
        try (RawServer server = new RawServer(
                TestCertificates.valueOf(certificate).server(), (peer, number) -> peer.answerAll(RawPeer.OK))) {
            assertSays(
                    diagnosisOf(HttpClientTransport.builder().build(), server.uri()),
                    Cause.TLS_FAILURE,
                    List.of(
                            "No TLS connection to 127.0.0.1 could be agreed on.",
                            "Check this machine's date and whether a proxy or virus scanner opens TLS; never switch the"
                                    + " certificate check off."),
                    List.of("无法与 127.0.0.1 建立 TLS 连接。", "请检查本机的日期，以及是否有代理或安全软件拦截 TLS；切勿关闭证书校验。"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n",
                "no http\r\n\r\n",
                ""
            })
    void diagnose_proxyRefusesTheTunnel_isAProxyFailure(String answer) throws Exception {
        try (RawServer proxy = new RawServer(null, (peer, number) -> {
            peer.readRequest();
            peer.write(answer);
        })) {
            assertProxyFailure(proxy.port());
        }
    }

    @Test
    void diagnose_proxyDoesNotRun_isAProxyFailure() throws Exception {
        int closed;
        try (RawServer proxy = new RawServer(null, (peer, number) -> {})) {
            closed = proxy.port();
            proxy.stopListening();
        }
        assertProxyFailure(closed);
    }

    private static void assertProxyFailure(int port) {
        Diagnosis diagnosis = diagnosisOf(
                HttpClientTransport.builder().proxy("127.0.0.1", port).build(), URI.create("https://www.okx.test"));
        String proxy = "127.0.0.1:" + port;
        assertSays(
                diagnosis,
                Cause.PROXY_FAILURE,
                List.of(
                        "The proxy " + proxy + " could not be reached, or opened no tunnel to www.okx.test.",
                        "Check the proxy's address and port, that it runs, and that it may connect to www.okx.test."),
                List.of(
                        "无法连接代理 " + proxy + "，或代理未能建立到 www.okx.test 的隧道。",
                        "请检查代理的地址和端口、代理是否正在运行，以及是否允许访问 www.okx.test。"));
        assertThat(diagnosis.summary(Locale.ENGLISH)).isEqualTo("The HTTP proxy " + proxy + " opens no way to OKX.");
        assertThat(diagnosis.summary(Locale.CHINA)).isEqualTo("HTTP 代理 " + proxy + " 无法连通 OKX。");
    }

    @Test
    void diagnose_serverHangsUp_isALostConnection() throws Exception {
        try (RawServer server = new RawServer(null, (peer, number) -> peer.readRequest())) {
            assertSays(
                    diagnosisOf(HttpClientTransport.builder().build(), server.uri()),
                    Cause.CONNECTION_LOST,
                    List.of(
                            "The connection to 127.0.0.1 broke before the answer was complete.",
                            "Try again; if it stays so, check the proxies and firewalls on the way."),
                    List.of("在收到完整回复之前，与 127.0.0.1 的连接中断。", "请重试；如果仍然失败，请检查途中的代理和防火墙。"));
        }
    }

    @Test
    void diagnose_redirectToALoginPage_isAnEdgeBlock() throws Exception {
        try (RawServer server = new RawServer(
                null,
                (peer, number) -> peer.answerAll(
                        "HTTP/1.1 302 Found\r\nLocation: http://login.test/\r\nContent-Length: 0\r\n\r\n"))) {
            assertSays(
                    diagnosisOf(HttpClientTransport.builder().build(), server.uri()),
                    Cause.EDGE_BLOCKED,
                    List.of(
                            "127.0.0.1 answered HTTP 302 with something that is not OKX's answer.",
                            "Try from another network or server: 127.0.0.1 must be reachable without a block page or a"
                                    + " login page."),
                    List.of("127.0.0.1 返回 HTTP 302，但内容不是 OKX 的回复。", "请换一个网络或服务器重试：访问 127.0.0.1 时不能出现拦截页或登录页。"));
        }
    }
}
