package io.okxconnect.canary;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;

/**
 * Searches every log event at every level: message, arguments, exceptions, context, thread name. Named in
 * {@code logback-test.xml}. An event is searched when it is logged and not kept.
 */
public final class CanaryAppender extends AppenderBase<ILoggingEvent> {
    private static final CanaryHits SUITE = new CanaryHits(CanaryScanner.canaries());

    private final CanaryHits hits;

    /** For the configuration file. */
    public CanaryAppender() {
        this(SUITE);
    }

    CanaryAppender(CanaryHits hits) {
        this.hits = hits;
    }

    /** What the appender of the configuration file finds. */
    static CanaryHits suite() {
        return SUITE;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String where = "a log event of " + event.getLoggerName() + " at " + event.getLevel();
        hits.search(where, event.getFormattedMessage());
        hits.search(where + " (context)", String.valueOf(event.getMDCPropertyMap()));
        hits.search(where + " (key-value pairs)", String.valueOf(event.getKeyValuePairs()));
        hits.search(where + " (thread name)", event.getThreadName());
        searchThrowable(where + " (exception)", event.getThrowableProxy(), 0);
    }

    private void searchThrowable(String where, IThrowableProxy thrown, int depth) {
        if (thrown != null && depth < 16) {
            hits.search(where, String.valueOf(thrown.getMessage()));
            searchThrowable(where, thrown.getCause(), depth + 1);
            for (IThrowableProxy suppressed : thrown.getSuppressed()) {
                searchThrowable(where, suppressed, depth + 1);
            }
        }
    }
}
