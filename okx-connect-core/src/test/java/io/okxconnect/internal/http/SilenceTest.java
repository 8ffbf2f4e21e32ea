package io.okxconnect.internal.http;

import static io.okxconnect.internal.http.TransportHarness.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.canary.Canary;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** No secret gets into the log, whatever the app's log level; HttpClient as it comes would write them all. */
class SilenceTest {
    /** HttpCore quotes a line that it cannot read in an exception of its own, which must go no further. */
    private static final String ECHO = "echoed-by-the-server";

    private static final String[] SECRETS = {Canary.API_KEY, Canary.PASSPHRASE, Canary.STATE};

    @BeforeAll
    static void readTheLogger() {
        // The module under test has no business with a logging implementation, so it does not read it by itself.
        Module own = SilenceTest.class.getModule();
        Module logback = LoggerFactory.getILoggerFactory().getClass().getModule();
        own.addReads(logback);
        if (logback.getLayer() != null) {
            logback.getLayer().findModule("ch.qos.logback.core").ifPresent(own::addReads);
        }
    }

    @Test
    void execute_atTrace_logsNoSecretInSuccessOrFailure() throws Exception {
        try (LogCapture log = new LogCapture();
                RawServer good = new RawServer(
                        TestCertificates.GOOD.server(),
                        (peer, number) -> peer.answerAll("HTTP/1.1 200 OK\r\nX-Echo: " + Canary.PASSPHRASE
                                + "\r\nContent-Length: 2\r\n\r\n{}"));
                RawServer bad = new RawServer(null, (peer, number) -> {
                    peer.readRequest();
                    peer.write("HTTP/1.1 " + ECHO + "\r\n\r\n");
                    peer.reset();
                });
                TransportHarness harness = new TransportHarness()) {
            harness.transport.execute(TransportHarness.post(good.uri()));
            harness.transport.execute(TransportHarness.post(good.uri()));
            for (int i = 0; i < 3; i++) {
                assertThat(failureOf(harness.start(TransportHarness.post(bad.uri())))
                                .toString())
                        .doesNotContain(ECHO);
            }
            assertThat(log.messages()).as("HttpClient's pool does log").isNotEmpty();
            assertThat(log.messages())
                    .allSatisfy(
                            message -> assertThat(message).doesNotContain(ECHO).doesNotContain(SECRETS));
        }
    }

    /** Shows that the test above can fail. The app's own keys stay out of it, since the whole suite is watched for them. */
    @Test
    void httpClientAsItComes_atTrace_logsHeadersAndBody() throws Exception {
        try (LogCapture log = new LogCapture();
                RawServer server = new RawServer(null, (peer, number) -> peer.answerAll(RawPeer.OK));
                CloseableHttpClient client = HttpClients.createDefault()) {
            HttpPost post = new HttpPost(server.uri() + "/api/v5/trade/order");
            post.addHeader("OK-ACCESS-PASSPHRASE", "in-a-header");
            post.setEntity(new StringEntity("in-a-body"));
            client.execute(post, response -> null);
            assertThat(log.messages())
                    .anySatisfy(message -> assertThat(message).contains("in-a-header"))
                    .anySatisfy(message -> assertThat(message).contains("in-a-body"));
        }
    }
}
