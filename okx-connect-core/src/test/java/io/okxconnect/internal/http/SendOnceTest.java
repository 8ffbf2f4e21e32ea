package io.okxconnect.internal.http;

import static io.okxconnect.internal.http.TransportHarness.answerOf;
import static io.okxconnect.internal.http.TransportHarness.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.canary.Canary;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.TransportException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.error.TransportTimeoutException;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A write leaves at most once, wherever the call breaks, and the caller learns the truth about it in time. */
class SendOnceTest {
    private enum Pool {
        COLD,
        WARM
    }

    static Stream<Arguments> faults() {
        return Stream.of(WireFault.values())
                .flatMap(fault -> Stream.of(Pool.values())
                        .flatMap(pool -> Stream.of("http", "https")
                                .filter(scheme -> !fault.needsTls() || scheme.equals("https"))
                                .map(scheme -> Arguments.of(fault, pool, scheme))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("faults")
    void execute_postBreaks_isSentOnceAndEndsInTime(WireFault fault, Pool pool, String scheme) throws Exception {
        boolean warm = pool == Pool.WARM;
        CountDownLatch answerWasRead = new CountDownLatch(1);
        try (RawServer server = new RawServer(
                        scheme.equals("https") ? TestCertificates.GOOD.server() : null, (peer, number) -> {
                            if (warm && number == 1) {
                                peer.readRequest();
                                peer.write(RawPeer.OK);
                                if (fault.isWhileOpening()) {
                                    return;
                                }
                                answerWasRead.await();
                            }
                            fault.behaviour.serve(peer);
                        });
                TransportHarness harness = new TransportHarness()) {
            if (warm) {
                assertThat(answerOf(harness.start(TransportHarness.get(server.uri())))
                                .status())
                        .isEqualTo(200);
                answerWasRead.countDown();
                harness.forgetPhases();
                // So that the pool looks at its idle connection before it trusts it.
                harness.timer.advance(Duration.ofSeconds(2));
            }
            if (fault == WireFault.CONNECT_REFUSED) {
                server.stopListening();
            }

            CompletableFuture<TransportResponse> call = harness.start(request(fault, server));
            if (fault.limit != null) {
                passTheLimit(fault, server, harness, call);
            }

            TransportException failure = failureOf(call);
            assertThat(fault.phases).contains(failure.phase());
            assertThat(failure.requestMayHaveBeenSent()).isEqualTo(fault.mayHaveBeenSent);
            assertThat(failure.outcome()).isEqualTo(fault.mayHaveBeenSent ? Outcome.UNKNOWN : Outcome.NOT_DONE);
            assertThat(server.posts()).isLessThanOrEqualTo(fault.mayHaveBeenSent ? 1 : 0);
            assertThat(server.connections()).isLessThanOrEqualTo(warm ? 2 : 1);
            assertThat(failure.getCause()).isNull();
            assertThat(failure.toString()).doesNotContain(Canary.all());
            assertThat(harness.timer.waiting()).as("alarms left").isZero();
        }
    }

    private static TransportRequest request(WireFault fault, RawServer server) {
        boolean mustNotFitAnyBuffer = fault == WireFault.STOPS_READING;
        byte[] body = (mustNotFitAnyBuffer ? "x".repeat(16 * 1024 * 1024) : "{\"p\":\"" + Canary.PASSPHRASE + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        return TransportHarness.request("POST", server.uri(), body);
    }

    private static void passTheLimit(
            WireFault fault, RawServer server, TransportHarness harness, CompletableFuture<TransportResponse> call)
            throws Exception {
        TransportPhase phase = fault.phases.iterator().next();
        harness.awaitPhase(phase);
        if (fault.isWhileOpening()) {
            harness.timer.awaitWaiting(2);
        } else {
            server.awaitPost();
        }
        harness.timer.advance(fault.limit.minusMillis(1));
        assertThat(call).as("before the limit").isNotDone();
        harness.timer.advance(Duration.ofMillis(1));
        assertThat(failureOf(call))
                .isInstanceOfSatisfying(
                        TransportTimeoutException.class,
                        timeout -> assertThat(timeout.limit()).isEqualTo(fault.limit));
    }
}
