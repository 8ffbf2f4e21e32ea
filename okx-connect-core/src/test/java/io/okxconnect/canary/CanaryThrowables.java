package io.okxconnect.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Records the message of every exception that is created in this JVM, caught or not, with the flight recorder, and searches
 * them at the end.
 *
 * <p>Two kinds are left out. Those created on the exchange's side (sandbox, WireMock, Jetty), which may quote the requests that
 * it rightly got. And those of Jackson, whose parser quotes the text it cannot read: okx-connect replaces them where they
 * are thrown, which the tests of the parser prove, and a log line or an exception of ours that repeats one is still found.
 */
final class CanaryThrowables implements AutoCloseable {
    private static final List<String> EXCHANGE_SIDE =
            List.of("io.okxconnect.testkit.", "org.eclipse.jetty.", "wiremock.", "com.github.tomakehurst.");
    private static final List<String> LEFT_OUT = List.of(
            "com.fasterxml.jackson.",
            // A failed assertion repeats what it compared, and is reported anyway.
            "java.lang.AssertionError",
            "org.opentest4j.",
            "org.assertj.");

    private final Recording recording = new Recording();
    private final CanaryHits hits;

    private CanaryThrowables(CanaryHits hits) {
        this.hits = hits;
    }

    static CanaryThrowables start(CanaryHits hits) {
        CanaryThrowables throwables = new CanaryThrowables(hits);
        for (String event : List.of("jdk.JavaExceptionThrow", "jdk.JavaErrorThrow")) {
            throwables.recording.enable(event).withStackTrace().with("throttle", "off");
        }
        throwables.recording.start();
        return throwables;
    }

    /** Ends the recording and searches it. */
    @Override
    public void close() {
        try {
            recording.stop();
            Path file = Files.createTempFile("canary", ".jfr");
            try {
                recording.dump(file);
                search(file);
            } finally {
                recording.close();
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void search(Path file) throws IOException {
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                search(events.readEvent());
            }
        }
    }

    private void search(RecordedEvent event) {
        if (!event.hasField("message") || event.getString("message") == null) {
            return;
        }
        hits.scanner().find(event.getString("message")).ifPresent(what -> {
            String thrown = event.getClass("thrownClass").getName();
            if (LEFT_OUT.stream().noneMatch(thrown::startsWith) && !isOfExchangeSide(event)) {
                hits.add("the message of " + thrown + " created in " + origin(event), what);
            }
        });
    }

    private static boolean isOfExchangeSide(RecordedEvent event) {
        return EXCHANGE_SIDE.stream().anyMatch(origin(event)::startsWith);
    }

    /** The innermost method that is ours or the exchange's. */
    private static String origin(RecordedEvent event) {
        if (event.getStackTrace() == null) {
            return "an unknown place";
        }
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            String type = frame.getMethod().getType().getName();
            if (type.startsWith("io.okxconnect.") || EXCHANGE_SIDE.stream().anyMatch(type::startsWith)) {
                return type + "." + frame.getMethod().getName() + ":" + frame.getLineNumber();
            }
        }
        return "a place outside okx-connect";
    }
}
