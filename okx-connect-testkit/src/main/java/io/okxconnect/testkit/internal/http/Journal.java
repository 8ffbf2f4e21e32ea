package io.okxconnect.testkit.internal.http;

import io.okxconnect.testkit.internal.rest.ApiRequest;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers the latest requests, oldest first. Safe to use from several threads. */
public final class Journal {
    private final Clock clock;
    private final int capacity;
    private final Deque<Visit> visits = new ArrayDeque<>();
    private long total;

    public Journal(Clock clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    synchronized Visit arrived(ApiRequest request) {
        total++;
        Visit visit = new Visit(total, clock.instant(), request);
        if (visits.size() >= capacity) {
            visits.removeFirst();
        }
        visits.addLast(visit);
        return visit;
    }

    public synchronized List<Visit> visits() {
        return List.copyOf(visits);
    }

    public synchronized void clear() {
        visits.clear();
    }
}
