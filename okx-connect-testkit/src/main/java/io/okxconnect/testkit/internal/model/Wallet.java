package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The money of one account: trading, funding, and what is borrowed. Guarded by the account's lock. */
public final class Wallet {
    private final Map<String, BigDecimal> trading = new TreeMap<>();
    private final Map<String, BigDecimal> funding = new TreeMap<>();
    private final Map<String, BigDecimal> borrowed = new TreeMap<>();

    Wallet() {}

    public BigDecimal cash(String ccy) {
        return trading.getOrDefault(ccy, BigDecimal.ZERO);
    }

    public void cash(String ccy, BigDecimal amount) {
        trading.put(ccy, amount);
    }

    void add(String ccy, BigDecimal amount) {
        trading.merge(ccy, amount, BigDecimal::add);
    }

    public Map<String, BigDecimal> funding() {
        return Map.copyOf(funding);
    }

    public void funding(String ccy, BigDecimal amount) {
        funding.put(ccy, amount);
    }

    public BigDecimal borrowed(String ccy) {
        return borrowed.getOrDefault(ccy, BigDecimal.ZERO);
    }

    public void borrowed(String ccy, BigDecimal amount) {
        borrowed.put(ccy, amount);
    }

    boolean hasBorrowings() {
        return borrowed.values().stream().anyMatch(amount -> amount.signum() > 0);
    }

    Set<String> currencies() {
        Set<String> all = new TreeSet<>(trading.keySet());
        all.addAll(borrowed.keySet());
        return all;
    }
}
