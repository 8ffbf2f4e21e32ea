package io.okxconnect.oauth.internal.loopback;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Alarms that ring when a test says so. */
public final class ManualAlarms implements Alarms {
    private record Entry(Duration delay, Runnable ring) {}

    private final List<Entry> set = new CopyOnWriteArrayList<>();

    @Override
    public Alarm schedule(Duration delay, Runnable ring) {
        Entry entry = new Entry(delay, ring);
        set.add(entry);
        return () -> set.remove(entry);
    }

    /** How many alarms of that delay are set. */
    public long count(Duration delay) {
        return set.stream().filter(entry -> entry.delay().equals(delay)).count();
    }

    /** Rings all alarms of that delay. */
    public void ring(Duration delay) {
        set.stream()
                .filter(entry -> entry.delay().equals(delay))
                .forEach(entry -> entry.ring().run());
    }

    @Override
    public void close() {
        set.clear();
    }
}
