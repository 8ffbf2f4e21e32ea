package io.okxconnect;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The one monitor that a connector may have at a time: two would look at everything twice. */
final class Monitors {
    private final StoredConnections watched;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ConnectionMonitor last;
    private boolean ended;

    Monitors(ExchangeConnector connector) {
        this.watched = new StoredConnections(connector);
    }

    ConnectionMonitor start(MonitorSettings settings) {
        return start(settings, MonitorSeams.system());
    }

    ConnectionMonitor start(MonitorSettings settings, MonitorSeams seams) {
        lock.lock();
        try {
            if (ended) {
                throw new IllegalStateException("The connector is closed; build a new one.");
            }
            if (last != null && !last.isClosed()) {
                throw new IllegalStateException(
                        "This connector's monitor is running; close it before starting another.");
            }
            ConnectionMonitor started = ConnectionMonitor.start(watched, settings, seams);
            last = started;
            return started;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the running monitor, without waiting, and lets none start any more. */
    void stop() {
        lock.lock();
        try {
            ended = true;
            if (last != null) {
                last.stop();
            }
        } finally {
            lock.unlock();
        }
    }
}
