package io.okxconnect.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Leaks on purpose, one channel at a time, and expects to be caught: a search that finds nothing here finds nothing at all. */
class CanaryChannelsTest {
    private final CanaryHits hits = new CanaryHits(Decoy.SCANNER);
    private final CanaryAppender appender = new CanaryAppender(hits);
    private final Logger log = (Logger) LoggerFactory.getLogger("io.okxconnect.leaky");

    /** What a careless credential looks like: a record, with the generated toString. */
    record LeakyCredential(String apiKey, String passphrase) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Prints nothing, but has a getter. */
    static final class LeakyGetter {
        public String getApiKey() {
            return Decoy.KEY;
        }
    }

    /** Prints nothing and has no getter. */
    static final class LeakyField {
        private final byte[] key = Decoy.KEY.getBytes(java.nio.charset.StandardCharsets.UTF_8);

        int length() {
            return key.length;
        }
    }

    /** Carries the request that failed. */
    static final class LeakyException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Map<String, List<String>> headers =
                Map.of("OK-ACCESS-PASSPHRASE", List.of(Decoy.PASSPHRASE));

        LeakyException() {
            super("The request failed.");
        }

        int headerCount() {
            return headers.size();
        }
    }

    @BeforeEach
    void attach() {
        appender.setContext(log.getLoggerContext());
        appender.start();
        log.addAppender(appender);
    }

    @AfterEach
    void detach() {
        log.detachAppender(appender);
    }

    @Test
    void log_atEveryLevel_isCaught() {
        log.trace("headers {}", Decoy.KEY);
        assertCaught("at TRACE");
        log.debug("headers {}", Decoy.KEY);
        assertCaught("at DEBUG");
        log.info("headers {}", Decoy.KEY);
        assertCaught("at INFO");
        assertThat(log.getEffectiveLevel()).isEqualTo(Level.TRACE);
    }

    @Test
    void log_exceptionBelowAnException_isCaught() {
        log.debug("failed", new IllegalStateException("outer", new IllegalArgumentException(Decoy.KEY)));
        assertCaught("exception");
    }

    @Test
    void log_contextAndKeyValuePairs_areCaught() {
        MDC.put("key", Decoy.KEY);
        log.debug("in context");
        MDC.remove("key");
        assertCaught("context");
        log.atDebug().addKeyValue("key", Decoy.KEY).log("with a pair");
        assertCaught("key-value");
    }

    @Test
    void log_nothingSecret_isNotCaught() {
        log.debug("GET {} {} {} ms", "/api/v5/account/config", 200, 12);
        assertThat(hits.take()).isEmpty();
        hits.failOnAny("never");
    }

    @Test
    void output_inPieces_isCaughtAndPassedOn() {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        PrintStream out = CanaryOutput.around(new PrintStream(received, true), "System.out", hits);
        out.print(Decoy.KEY.substring(0, 5));
        out.print(Decoy.KEY.substring(5));
        assertCaught("System.out");
        assertThat(received.toString().equals(Decoy.KEY)).isTrue();
    }

    @Test
    void throwables_caughtAndForgotten_areCaught() {
        CanaryThrowables throwables = CanaryThrowables.start(hits);
        try {
            throw new IllegalArgumentException("invalid header value: " + Decoy.PASSPHRASE);
        } catch (IllegalArgumentException swallowed) {
            new PrintStream(OutputStream.nullOutputStream()).print(swallowed.getMessage());
        }
        throwables.close();
        assertCaught("IllegalArgumentException created in io.okxconnect.canary.CanaryChannelsTest");
    }

    @Test
    void throwables_nothingSecret_isNotCaught() {
        CanaryThrowables throwables = CanaryThrowables.start(hits);
        assertThatThrownBy(() -> Integer.parseInt("x")).isInstanceOf(NumberFormatException.class);
        throwables.close();
        assertThat(hits.take()).isEmpty();
    }

    @Test
    void graph_headersInsideAnException_areCaught() {
        LeakyException leaky = new LeakyException();
        assertThat(leaky.headerCount()).isEqualTo(1);
        assertThat(CanaryGraph.find(leaky, Decoy.SCANNER)).get().asString().contains("LeakyException.headers.values");
        Exception outer = new IllegalStateException("outer");
        outer.addSuppressed(new RuntimeException("inner", leaky));
        assertThat(CanaryGraph.find(outer, Decoy.SCANNER)).get().asString().contains("suppressed");
        assertThat(CanaryGraph.find(new IllegalStateException("nothing"), Decoy.SCANNER))
                .isEmpty();
    }

    @Test
    void graph_optionalArrayAndBytes_areCaught() {
        assertThat(CanaryGraph.find(Optional.of(Decoy.KEY), Decoy.SCANNER)).isPresent();
        assertThat(CanaryGraph.find(new Object[] {1, Decoy.KEY.toCharArray()}, Decoy.SCANNER))
                .isPresent();
        LeakyField field = new LeakyField();
        assertThat(field.length()).isEqualTo(36);
        assertThat(CanaryGraph.find(field, Decoy.SCANNER)).get().asString().contains("LeakyField.key");
    }

    @Test
    void rendering_leakyCredential_isCaughtInEachWay() {
        assertThat(CanaryRendering.find(new LeakyCredential(Decoy.KEY, Decoy.PASSPHRASE), Decoy.SCANNER))
                .get()
                .asString()
                .contains("toString");
        assertThat(CanaryRendering.find(new LeakyGetter(), Decoy.SCANNER))
                .get()
                .asString()
                .contains("JSON of getters");
        assertThat(CanaryRendering.find(new LeakyField(), Decoy.SCANNER))
                .get()
                .asString()
                .contains("JSON of fields");
        LeakySerial serial = new LeakySerial();
        assertThat(CanaryRendering.find(serial, Decoy.SCANNER)).get().asString().contains("Java serialisation");
        assertThat(CanaryRendering.find("harmless", Decoy.SCANNER)).isEmpty();
    }

    /** Hidden from JSON by name, but not from Java's own serialisation. */
    @com.fasterxml.jackson.annotation.JsonIgnoreType
    @com.fasterxml.jackson.annotation.JsonIgnoreProperties("hidden")
    static final class LeakySerial implements Serializable {
        private static final long serialVersionUID = 1L;
        private final String hidden = Decoy.KEY;

        int length() {
            return hidden.length();
        }
    }

    @Test
    void failOnAny_afterAHit_failsAndNamesIt() {
        hits.search("a place", Decoy.KEY);
        assertThatThrownBy(() -> hits.failOnAny("in this test"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("DECOY_KEY")
                .hasMessageContaining("a place");
    }

    @Test
    void suite_isWatched() {
        assertThat(((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).getAppender("CANARY"))
                .isInstanceOf(CanaryAppender.class);
        assertThat(CanaryExtension.isWatching()).isTrue();
    }

    private void assertCaught(String where) {
        assertThat(hits.take()).anyMatch(hit -> hit.contains("DECOY_") && hit.contains(where));
    }
}
