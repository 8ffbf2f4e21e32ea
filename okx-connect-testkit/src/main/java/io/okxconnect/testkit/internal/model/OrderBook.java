package io.okxconnect.testkit.internal.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The orders of one account, pending and done. Guarded by the account's lock. */
public final class OrderBook {
    private static final int REMEMBERED = 10_000;

    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final List<AlgoOrder> algos = new ArrayList<>();

    OrderBook() {}

    void add(Order order) {
        if (orders.size() >= REMEMBERED) {
            orders.values().stream()
                    .filter(it -> !it.isPending())
                    .findFirst()
                    .ifPresent(oldest -> orders.remove(oldest.id()));
        }
        orders.put(order.id(), order);
    }

    void add(AlgoOrder order) {
        algos.add(0, order);
    }

    void cancelAlgos() {
        algos.clear();
    }

    /** Newest first. */
    public List<AlgoOrder> pendingAlgos() {
        return List.copyOf(algos);
    }

    /** Newest first, as OKX lists them. */
    public List<Order> pending() {
        return orders.values().stream()
                .filter(Order::isPending)
                .sorted(Comparator.comparingLong(Order::createdAt).reversed())
                .toList();
    }

    public Optional<Order> find(String ordId) {
        return Optional.ofNullable(orders.get(ordId));
    }

    /** The latest order with this client order id. */
    public Optional<Order> findByClientId(String clOrdId) {
        return orders.values().stream()
                .filter(it -> it.ticket().clOrdId().equals(clOrdId))
                .reduce((first, second) -> second);
    }

    public boolean hasPending() {
        return orders.values().stream().anyMatch(Order::isPending);
    }

    boolean hasPending(Instrument instrument, String tdMode) {
        return orders.values().stream()
                .anyMatch(it -> it.isPending()
                        && it.ticket().instrument().equals(instrument)
                        && it.ticket().tdMode().equals(tdMode));
    }
}
