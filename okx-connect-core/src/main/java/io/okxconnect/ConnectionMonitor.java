package io.okxconnect;

import io.okxconnect.credential.AccountId;
import io.okxconnect.error.OkxConnectException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Looks at every stored account again and again, in the background: calls {@link Connection#check()}, which updates the account's
 * status and what is stored about it, and tells the connector's listeners of what changed. Started with {@link
 * ExchangeConnector#monitor}.
 *
 * <p>Each account that is fine is looked at at least once in {@link MonitorSettings#interval()}. While looks at an account fail for
 * a reason that passes, the next come after 2, then 4 intervals; once its key is refused, after 24 intervals (but at least once a
 * day), until it is repaired. First looks are spread over an interval, and so is what has become due while the process was
 * paused. Accounts that are connected or disconnected later, here or by another process on the same store, are noticed within a
 * quarter of an interval. A slow account holds up one thread and no other account; OKX's limits are kept as for all calls.
 *
 * <p>A key that was opened for a look alone does not stay in memory. The threads are daemons. Safe for use by many threads. Closing
 * the connector closes its monitor.
 */
public final class ConnectionMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionMonitor.class);

    private final WatchedAccounts watched;
    private final MonitorSettings settings;
    private final MonitorSeams seams;
    private final List<Thread> threads = new ArrayList<>();
    /** Guards all that follows; held for bookkeeping only. */
    private final ReentrantLock lock = new ReentrantLock();

    private final LookSchedule schedule;
    private final Deque<Thread> idle = new ArrayDeque<>();
    /** The idle thread that waits for the next thing to become due; the others sleep until they are needed. */
    private @Nullable Thread leader;

    private long leaderWakes;
    private boolean closed;
    /** A store that stays broken is worth one warning. */
    private volatile boolean listingWorks = true;

    private ConnectionMonitor(WatchedAccounts watched, MonitorSettings settings, MonitorSeams seams) {
        this.watched = watched;
        this.settings = settings;
        this.seams = seams;
        LookPace pace = new LookPace(settings.interval(), seams.random());
        this.schedule = new LookSchedule(pace, settings.interval(), now());
    }

    static ConnectionMonitor start(WatchedAccounts watched, MonitorSettings settings, MonitorSeams seams) {
        ConnectionMonitor monitor = new ConnectionMonitor(watched, settings, seams);
        for (int i = 0; i < settings.threads(); i++) {
            monitor.threads.add(seams.threads().newThread(monitor::work));
        }
        monitor.threads.forEach(Thread::start);
        return monitor;
    }

    /**
     * How many accounts are watched.
     *
     * @return as of the last listing; 0 until the first one
     */
    public int accounts() {
        lock.lock();
        try {
            return schedule.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether it was closed.
     *
     * @return true once it or its connector was closed
     */
    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends it: no look begins any more, and looks under way are waited for, for 5 s at most. Those that take longer end by
     * themselves within their time limits. Closing twice has no effect.
     */
    @Override
    public void close() {
        stop();
        long end = System.nanoTime() + seams.closeLimit().toNanos();
        try {
            for (Thread thread : threads) {
                long left = end - System.nanoTime();
                if (thread != Thread.currentThread() && left > 0) {
                    TimeUnit.NANOSECONDS.timedJoin(thread, left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets no look begin any more, and waits for none. */
    void stop() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        threads.forEach(seams.parking()::unpark);
    }

    private void work() {
        for (Runnable job = job(); job != null; job = job()) {
            try {
                job.run();
            } catch (Throwable e) {
                // What was to be done again is planned already; one broken look must not end all others.
                LOG.warn("The monitor goes on after a failure: {}", e.getClass().getName());
            }
        }
    }

    /** The next thing to do, waited for; null at the end. */
    private @Nullable Runnable job() {
        Thread me = Thread.currentThread();
        while (true) {
            long wait;
            lock.lock();
            try {
                idle.remove(me);
                Runnable job = closed ? null : due();
                if (job != null || closed) {
                    leaveTheLead(me);
                    return job;
                }
                idle.addFirst(me);
                wait = waitAsLeader(me);
            } finally {
                lock.unlock();
            }
            seams.parking().park(wait);
        }
    }

    private @Nullable Runnable due() {
        long now = now();
        if (schedule.takeListing(now)) {
            return this::list;
        }
        LookSchedule.Account account = schedule.takeDue(now);
        return account == null ? null : () -> look(account);
    }

    private long waitAsLeader(Thread me) {
        long wait = schedule.untilDue(now());
        if (leader == null || leader == me || leaderWakes - now() > wait) {
            leader = me;
            leaderWakes = now() + wait;
            return wait;
        }
        return Long.MAX_VALUE;
    }

    private void leaveTheLead(Thread me) {
        if (leader == null || leader == me) {
            leader = null;
            Thread next = idle.peekFirst();
            if (next != null) {
                seams.parking().unpark(next);
            }
        }
    }

    private void list() {
        @Nullable Map<AccountId, Boolean> stored = null;
        try {
            stored = watched.list();
        } catch (OkxConnectException | IllegalStateException e) {
            String text = "The stored accounts could not be listed ({}); those known are still watched";
            LOG.atLevel(listingWorks ? Level.WARN : Level.DEBUG)
                    .log(text, e.getClass().getSimpleName());
        } finally {
            listed(stored);
        }
    }

    private void listed(@Nullable Map<AccountId, Boolean> stored) {
        lock.lock();
        try {
            listingWorks = stored != null;
            if (stored == null) {
                schedule.listingFailed(now());
            } else {
                schedule.listed(stored, now());
            }
        } finally {
            lock.unlock();
        }
    }

    private void look(LookSchedule.Account account) {
        LookResult result = LookResult.FAILED_FOR_NOW;
        try {
            result = watched.look(account.id());
        } finally {
            lock.lock();
            try {
                schedule.looked(account, result, now());
            } finally {
                lock.unlock();
            }
        }
    }

    private long now() {
        return seams.nanoTime().getAsLong();
    }

    /** {@return settings and number of accounts} */
    @Override
    public String toString() {
        return "ConnectionMonitor[" + accounts() + " accounts, " + settings + "]";
    }
}
