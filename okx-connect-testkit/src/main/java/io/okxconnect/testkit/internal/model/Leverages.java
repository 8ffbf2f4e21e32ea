package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The leverage set per instrument, margin mode and side. Guarded by the account's lock. */
public final class Leverages {
    private static final BigDecimal UNSET = new BigDecimal("3");

    private final Map<Slot, BigDecimal> set = new HashMap<>();

    Leverages() {}

    public BigDecimal of(Instrument instrument, String marginMode, String side) {
        return set.getOrDefault(slot(instrument, marginMode, side), UNSET);
    }

    public void set(Instrument instrument, String marginMode, String side, BigDecimal leverage) {
        set.put(slot(instrument, marginMode, side), leverage);
    }

    private static Slot slot(Instrument instrument, String marginMode, String side) {
        // Cross leverage belongs to the contract: both sides share it.
        return new Slot(instrument.instId(), marginMode, marginMode.equals("cross") ? "net" : side);
    }

    private record Slot(String instId, String marginMode, String side) {}
}
