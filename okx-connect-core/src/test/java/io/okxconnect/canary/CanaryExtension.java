package io.okxconnect.canary;

import java.io.PrintStream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * Watches the whole suite for {@link Canary} secrets: log events at every level and standard output, checked after each test
 * class, and the messages of all exceptions, checked at the end. Found by JUnit through {@code META-INF/services}.
 */
public final class CanaryExtension implements BeforeAllCallback, AfterAllCallback {

    private static volatile boolean watching;

    /** Whether JUnit found this extension; a suite that runs without it must not look clean. */
    static boolean isWatching() {
        return watching;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.create(CanaryExtension.class))
                .getOrComputeIfAbsent(Watch.class, ignored -> new Watch(), Watch.class);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Watch watch = context.getRoot()
                .getStore(Namespace.create(CanaryExtension.class))
                .get(Watch.class, Watch.class);
        String when = "while " + context.getDisplayName() + " ran";
        CanaryAppender.suite().failOnAny(when);
        watch.output.failOnAny(when);
    }

    @SuppressWarnings("deprecation") // AutoCloseable in its place is closed only from JUnit 5.13 on.
    private static final class Watch implements CloseableResource {
        private final CanaryHits output = new CanaryHits(CanaryScanner.canaries());
        private final CanaryHits messages = new CanaryHits(CanaryScanner.canaries());
        private final CanaryThrowables throwables = CanaryThrowables.start(messages);
        private final PrintStream standardOutput = System.out;
        private final PrintStream standardError = System.err;

        Watch() {
            watching = true;
            System.setOut(CanaryOutput.around(standardOutput, "System.out", output));
            System.setErr(CanaryOutput.around(standardError, "System.err", output));
        }

        @Override
        public void close() {
            System.setOut(standardOutput);
            System.setErr(standardError);
            throwables.close();
            CanaryAppender.suite().failOnAny("after the last test");
            output.failOnAny("after the last test");
            messages.failOnAny("in the course of the suite");
        }
    }
}
