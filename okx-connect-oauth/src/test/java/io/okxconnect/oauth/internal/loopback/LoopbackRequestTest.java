package io.okxconnect.oauth.internal.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackRequestTest {
    private static final String HOST = "127.0.0.1:4000";
    private static final String PATH = "/callback";

    private static LoopbackRequest.Judged judge(String head) {
        return LoopbackRequest.judge(InetAddress.getLoopbackAddress(), head, HOST, PATH);
    }

    @Test
    void judge_theRequestOfABrowser_givesItsQuery() {
        LoopbackRequest.Judged judged = judge("GET /callback?code=a&state=b HTTP/1.1\r\nHost: 127.0.0.1:4000\r\n"
                + "User-Agent: Mozilla/5.0\r\nAccept: */*\r\nCookie: a=b; c=\"\u00fc\"\r\n\r\n");
        assertThat(judged.isRefused()).isFalse();
        assertThat(judged.query()).isEqualTo("code=a&state=b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | get /callback?a HTTP/1.1 | Host: 127.0.0.1:4000",
                "400 | GET  /callback?a HTTP/1.1 | Host: 127.0.0.1:4000",
                "400 | GET /callback?a HTTP/2.0 | Host: 127.0.0.1:4000",
                "400 | GET http://127.0.0.1:4000/callback?a HTTP/1.1 | Host: 127.0.0.1:4000",
                "400 | GET * HTTP/1.1 | Host: 127.0.0.1:4000",
                "400 | GET /callback?a b HTTP/1.1 | Host: 127.0.0.1:4000",
                "400 | GET /callback?a#b HTTP/1.1 | Host: 127.0.0.1:4000",
                "400 | GET /callback HTTP/1.1 | Host: 127.0.0.1:4000",
                "404 | GET /callback/?a HTTP/1.1 | Host: 127.0.0.1:4000",
                "404 | GET /Callback?a HTTP/1.1 | Host: 127.0.0.1:4000",
                "404 | GET /x/../callback?a HTTP/1.1 | Host: 127.0.0.1:4000",
                "404 | GET /%63allback?a HTTP/1.1 | Host: 127.0.0.1:4000",
                "404 | GET //callback?a HTTP/1.1 | Host: 127.0.0.1:4000",
                "405 | POST /callback?a HTTP/1.1 | Host: 127.0.0.1:4000",
                "405 | HEAD /callback?a HTTP/1.1 | Host: 127.0.0.1:4000",
                "421 | GET /callback?a HTTP/1.1 | Host: evil.example:4000",
                "421 | GET /callback?a HTTP/1.1 | Host: localhost:4000",
                "421 | GET /callback?a HTTP/1.1 | Host: 127.0.0.1",
                "421 | GET /callback?a HTTP/1.1 | Host: 127.0.0.1:4000.evil.example",
                "400 | GET /callback?a HTTP/1.1 | X-Host: 127.0.0.1:4000",
                "400 | GET /callback?a HTTP/1.1 | Host : 127.0.0.1:4000",
                "400 | GET /callback?a HTTP/1.1 | Transfer-Encoding: chunked",
                "400 | GET /callback?a HTTP/1.1 | Content-Length: 5",
                "400 | GET /callback?a HTTP/1.1 | no colon"
            })
    void judge_anyOtherRequest_isRefused(int status, String line, String field) {
        assertThat(judge(line + "\r\n" + field + "\r\n\r\n").refusal()).isEqualTo(status);
    }

    @Test
    void judge_twoHosts_isRefused() {
        assertThat(judge("GET /callback?a HTTP/1.1\r\nHost: 127.0.0.1:4000\r\nhost: 127.0.0.1:4000\r\n\r\n")
                        .refusal())
                .isEqualTo(400);
    }

    @Test
    void judge_peerOnAnotherMachine_isRefused() throws Exception {
        String head = "GET /callback?a HTTP/1.1\r\nHost: 127.0.0.1:4000\r\n\r\n";
        assertThat(LoopbackRequest.judge(InetAddress.getByAddress(new byte[] {10, 0, 0, 7}), head, HOST, PATH)
                        .refusal())
                .isEqualTo(403);
        assertThat(LoopbackRequest.judge(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), head, HOST, PATH)
                        .refusal())
                .isZero();
    }
}
