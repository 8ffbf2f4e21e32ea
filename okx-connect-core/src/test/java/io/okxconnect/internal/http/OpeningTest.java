package io.okxconnect.internal.http;

import static io.okxconnect.internal.http.TransportHarness.CONNECT_LIMIT;
import static io.okxconnect.internal.http.TransportHarness.DEADLINE;
import static io.okxconnect.internal.http.TransportHarness.answerOf;
import static io.okxconnect.internal.http.TransportHarness.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.error.TransportTimeoutException;
import io.okxconnect.spi.TransportResponse;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names, addresses and certificates. */
class OpeningTest {
    private static RawServer ok(TestCertificates certificate) throws Exception {
        return new RawServer(
                certificate == null ? null : certificate.server(), (peer, number) -> peer.answerAll(RawPeer.OK));
    }

    private static InetAddress address(int lastByte) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) lastByte});
    }

    @Test
    void execute_unknownName_wasNotSentAndNamesTheHost() throws Exception {
        try (TransportHarness harness = new TransportHarness(builder -> builder.resolver(host -> {
            throw new UnknownHostException("secret detail");
        }))) {
            TransportException failure =
                    failureOf(harness.start(TransportHarness.post(URI.create("https://www.okx.test"))));
            assertThat(failure.phase()).isEqualTo(TransportPhase.RESOLVE);
            assertThat(failure.requestMayHaveBeenSent()).isFalse();
            assertThat(failure.retryAdvice()).isEqualTo(RetryAdvice.WAIT);
            assertThat(failure).hasMessageContaining("www.okx.test").hasMessageNotContaining("secret detail");
        }
    }

    @Test
    void execute_resolverHangs_endsAtTheDeadlineAndSharesOneLookup() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger lookups = new AtomicInteger();
        try (TransportHarness harness = new TransportHarness(builder -> builder.resolver(host -> {
            lookups.incrementAndGet();
            try {
                never.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException();
        }))) {
            List<CompletableFuture<TransportResponse>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(harness.start(TransportHarness.post(URI.create("https://www.okx.test"))));
            }
            for (int i = 0; i < 20; i++) {
                harness.awaitPhase(TransportPhase.RESOLVE);
            }
            harness.timer.advance(DEADLINE);
            for (CompletableFuture<TransportResponse> call : calls) {
                assertThat(failureOf(call)).isInstanceOfSatisfying(TransportTimeoutException.class, timeout -> {
                    assertThat(timeout.phase()).isEqualTo(TransportPhase.RESOLVE);
                    assertThat(timeout.requestMayHaveBeenSent()).isFalse();
                    assertThat(timeout.limit()).isEqualTo(DEADLINE);
                });
            }
            assertThat(lookups.get()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void execute_firstAddressRefuses_triesTheNext() throws Exception {
        try (RawServer server = ok(null);
                TransportHarness harness = new TransportHarness(
                        builder -> builder.resolver(host -> new InetAddress[] {address(2), address(1)}))) {
            URI base = URI.create("http://okx.test:" + server.port());
            assertThat(answerOf(harness.start(TransportHarness.post(base))).status())
                    .isEqualTo(200);
            assertThat(server.posts()).isEqualTo(1);
        }
    }

    @Test
    void execute_addressSwallowsEverything_endsAtTheConnectLimit() throws Exception {
        try (BlackHole hole = new BlackHole(address(2));
                TransportHarness harness =
                        new TransportHarness(builder -> builder.resolver(host -> new InetAddress[] {address(2)}))) {
            CompletableFuture<TransportResponse> call =
                    harness.start(TransportHarness.post(URI.create("http://okx.test:" + hole.port())));
            harness.awaitPhase(TransportPhase.CONNECT);
            harness.timer.awaitWaiting(2);
            harness.timer.advance(CONNECT_LIMIT);
            assertThat(failureOf(call)).isInstanceOfSatisfying(TransportTimeoutException.class, timeout -> {
                assertThat(timeout.phase()).isEqualTo(TransportPhase.CONNECT);
                assertThat(timeout.requestMayHaveBeenSent()).isFalse();
                assertThat(timeout.limit()).isEqualTo(CONNECT_LIMIT);
            });
        }
    }

    @Test
    void execute_deadlineShorterThanTheConnectLimit_ends() throws Exception {
        try (BlackHole hole = new BlackHole(address(1));
                TransportHarness harness =
                        new TransportHarness(builder -> builder.connectTimeout(DEADLINE.plusSeconds(1)))) {
            CompletableFuture<TransportResponse> call =
                    harness.start(TransportHarness.post(URI.create("http://127.0.0.1:" + hole.port())));
            harness.awaitPhase(TransportPhase.CONNECT);
            harness.timer.awaitWaiting(2);
            harness.timer.advance(DEADLINE);
            assertThat(failureOf(call)).isInstanceOfSatisfying(TransportTimeoutException.class, timeout -> {
                assertThat(timeout.phase()).isEqualTo(TransportPhase.CONNECT);
                assertThat(timeout.limit()).isEqualTo(DEADLINE);
            });
        }
    }

    @Test
    void execute_trustedCertificate_isAnswered() throws Exception {
        try (RawServer server = ok(TestCertificates.GOOD);
                TransportHarness harness = new TransportHarness()) {
            assertThat(answerOf(harness.start(TransportHarness.post(server.uri())))
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(TestCertificates.class)
    void execute_certificateOfUnknownIssuer_isRefusedBeforeAnythingIsSent(TestCertificates certificate)
            throws Exception {
        try (RawServer server = ok(certificate);
                TransportHarness harness = new TransportHarness(builder -> HttpClientTransport.builder())) {
            assertRefusedCertificate(server, harness);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestCertificates.class,
            names = {"EXPIRED", "OTHER_HOST"})
    void execute_trustedButExpiredOrForeignCertificate_isRefused(TestCertificates certificate) throws Exception {
        try (RawServer server = ok(certificate);
                TransportHarness harness = new TransportHarness(builder -> builder.extraTrust(certificate.trust()))) {
            assertRefusedCertificate(server, harness);
        }
    }

    private static void assertRefusedCertificate(RawServer server, TransportHarness harness) throws Exception {
        TransportException failure = failureOf(harness.start(TransportHarness.post(server.uri())));
        assertThat(failure.phase()).isEqualTo(TransportPhase.TLS);
        assertThat(failure.requestMayHaveBeenSent()).isFalse();
        assertThat(failure.retryAdvice()).isEqualTo(RetryAdvice.FIX);
        assertThat(failure).hasMessageContaining("certificate of 127.0.0.1");
        assertThat(server.posts()).isZero();
    }
}
