package io.okxconnect;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to the app's listeners, in the order in which they were published, on one daemon thread. The thread is
 * made for the first event and ends when there was nothing to do for a while.
 */
final class StatusEvents implements AutoCloseable {
    /** How long closing waits for listeners that are behind. */
    static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(StatusEvents.class);

    private final List<ConnectionListener> listeners;
    private final Duration closeLimit;
    private final ThreadPoolExecutor thread;
    private volatile @Nullable Thread delivering;

    StatusEvents(List<ConnectionListener> listeners, Duration closeLimit) {
        this.listeners = List.copyOf(listeners);
        this.closeLimit = closeLimit;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                10,
                SECONDS,
                new LinkedBlockingQueue<>(),
                StatusEvents::newThread,
                // After closing: nobody listens any more.
                new ThreadPoolExecutor.DiscardPolicy());
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread newThread(Runnable work) {
        // Without the thread-locals of whoever happened to cause the first event.
        Thread thread = new Thread(null, work, "okx-connect-events", 0, false);
        thread.setDaemon(true);
        return thread;
    }

    /** Queues an event; waits for nobody. */
    void publish(ConnectionEvent event) {
        if (!listeners.isEmpty()) {
            thread.execute(() -> deliver(event));
        }
    }

    private void deliver(ConnectionEvent event) {
        delivering = Thread.currentThread();
        for (ConnectionListener listener : listeners) {
            tell(listener, event);
        }
    }

    private static void tell(ConnectionListener listener, ConnectionEvent event) {
        try {
            listener.onChange(event);
        } catch (Throwable e) {
            // All of it: a listener in another language throws checked ones too, and the next event must still be
            // delivered.
            LOG.warn(
                    "A ConnectionListener failed with {}; the others were still told",
                    e.getClass().getName());
        }
    }

    /** Delivers what is queued, for a limited time, and nothing that is published later. */
    @Override
    public void close() {
        thread.shutdown();
        if (Thread.currentThread() == delivering) {
            // A listener closes the connector: what is queued follows when it returns.
            return;
        }
        try {
            if (thread.awaitTermination(closeLimit.toNanos(), NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int left = thread.shutdownNow().size();
        LOG.warn("Closed while a ConnectionListener was still busy; {} later events were not delivered", left);
    }
}
