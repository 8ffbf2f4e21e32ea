package io.okxconnect;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a listener hears; complete when the connector is closed. */
final class EventRecorder implements ConnectionListener {
    private final List<ConnectionEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void onChange(ConnectionEvent event) {
        events.add(event);
    }

    List<ConnectionEvent> events() {
        return List.copyOf(events);
    }

    /** One word a step: the kind and the state it led to. */
    List<String> story() {
        return events.stream()
                .map(event -> event.kind() + " " + event.after().state())
                .toList();
    }
}
