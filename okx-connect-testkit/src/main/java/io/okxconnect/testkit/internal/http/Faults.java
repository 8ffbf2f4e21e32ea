package io.okxconnect.testkit.internal.http;

import io.okxconnect.testkit.internal.rest.ApiRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults that are armed; the first one added goes first. Safe to use from several threads. */
public final class Faults {
    private final List<FaultRule> rules = new CopyOnWriteArrayList<>();

    public Faults() {}

    public void add(FaultRule rule) {
        rules.add(rule);
    }

    public void remove(FaultRule rule) {
        rules.remove(rule);
        rule.release();
    }

    public void clear() {
        rules.forEach(this::remove);
    }

    Optional<FaultRule> take(ApiRequest request) {
        return rules.stream().filter(rule -> rule.take(request)).findFirst();
    }
}
