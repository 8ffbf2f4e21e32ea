package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;

/** A stop-loss order that waits for its trigger; the sandbox lists it and never triggers it. */
public record AlgoOrder(String algoId, Instrument instrument, BigDecimal size, long createdAt) {}
