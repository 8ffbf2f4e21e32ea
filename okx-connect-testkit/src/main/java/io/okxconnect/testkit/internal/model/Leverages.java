package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The leverage set per instrument or currency, margin mode and side. Guarded by the account's lock. */
public final class Leverages {
    private static final BigDecimal UNSET = new BigDecimal("3");

    private final Map<Slot, BigDecimal> set = new HashMap<>();

    Leverages() {}

    /** {@code name} is an instrument, or a currency where margin is set per currency. */
    public BigDecimal of(String name, String marginMode, String side) {
        return set.getOrDefault(slot(name, marginMode, side), UNSET);
    }

    public void set(String name, String marginMode, String side, BigDecimal leverage) {
        set.put(slot(name, marginMode, side), leverage);
    }

    private static Slot slot(String name, String marginMode, String side) {
        // Cross leverage belongs to the contract: both sides share it.
        return new Slot(name, marginMode, marginMode.equals("cross") ? "net" : side);
    }

    private record Slot(String name, String marginMode, String side) {}
}
