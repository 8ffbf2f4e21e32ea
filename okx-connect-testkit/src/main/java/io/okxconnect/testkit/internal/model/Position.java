package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;

/** An open contract position. Guarded by the account's lock. */
public final class Position {
    private static final BigDecimal MAINTENANCE_RATE = new BigDecimal("0.004");

    private final String id;
    private final Instrument instrument;
    private final String marginMode;
    private final String side;
    private final long createdAt;
    private long updatedAt;
    private BigDecimal size = BigDecimal.ZERO;
    private BigDecimal averagePrice = BigDecimal.ZERO;
    private BigDecimal leverage;
    private BigDecimal margin = BigDecimal.ZERO;
    private BigDecimal pnl = BigDecimal.ZERO;
    private BigDecimal fee = BigDecimal.ZERO;

    Position(String id, Instrument instrument, String marginMode, String side, BigDecimal leverage, long now) {
        this.id = id;
        this.instrument = instrument;
        this.marginMode = marginMode;
        this.side = side;
        this.leverage = leverage;
        this.createdAt = now;
        this.updatedAt = now;
    }

    public String id() {
        return id;
    }

    public Instrument instrument() {
        return instrument;
    }

    /** {@code cross} or {@code isolated}. */
    public String marginMode() {
        return marginMode;
    }

    public boolean isIsolated() {
        return marginMode.equals("isolated");
    }

    /** {@code net}, {@code long} or {@code short}. */
    public String side() {
        return side;
    }

    /** The size with its direction: below zero for a short position, whatever the side says. */
    public BigDecimal size() {
        return size;
    }

    /** The size as OKX shows it: signed for {@code net}, else without a sign. */
    public BigDecimal shownSize() {
        return side.equals("net") ? size : size.abs();
    }

    public BigDecimal averagePrice() {
        return averagePrice;
    }

    public BigDecimal leverage() {
        return leverage;
    }

    public BigDecimal margin() {
        return margin;
    }

    public BigDecimal pnl() {
        return pnl;
    }

    public BigDecimal fee() {
        return fee;
    }

    public long createdAt() {
        return createdAt;
    }

    public long updatedAt() {
        return updatedAt;
    }

    public BigDecimal worth(BigDecimal price) {
        return instrument.worth(size.abs(), price);
    }

    public BigDecimal unrealized(BigDecimal price) {
        return instrument.gain(size, averagePrice, price);
    }

    public BigDecimal initialMargin(BigDecimal price) {
        return Decimals.divide(worth(price), leverage);
    }

    public BigDecimal maintenanceMargin(BigDecimal price) {
        return worth(price).multiply(MAINTENANCE_RATE);
    }

    void leverage(BigDecimal newLeverage) {
        leverage = newLeverage;
    }

    void charge(BigDecimal charged) {
        fee = fee.add(charged);
    }

    /** Adds in the position's own direction and returns the margin that an isolated position takes for it. */
    BigDecimal increase(BigDecimal change, BigDecimal price, long now) {
        BigDecimal total = size.add(change);
        averagePrice = size.signum() == 0
                ? price
                : instrument.contract() == Instrument.Contract.INVERSE
                        ? Decimals.divide(
                                total, Decimals.divide(size, averagePrice).add(Decimals.divide(change, price)))
                        : Decimals.divide(size.multiply(averagePrice).add(change.multiply(price)), total);
        size = total;
        updatedAt = now;
        BigDecimal taken =
                isIsolated() ? Decimals.divide(instrument.worth(change.abs(), price), leverage) : BigDecimal.ZERO;
        margin = margin.add(taken);
        return taken;
    }

    /** Closes {@code amount} (without a sign) and returns the money that comes free: profit or loss, and margin. */
    BigDecimal reduce(BigDecimal amount, BigDecimal price, long now) {
        BigDecimal signed = size.signum() < 0 ? amount.negate() : amount;
        BigDecimal gained = instrument.gain(signed, averagePrice, price);
        BigDecimal released = Decimals.divide(margin.multiply(amount), size.abs());
        size = size.subtract(signed);
        margin = margin.subtract(released);
        pnl = pnl.add(gained);
        updatedAt = now;
        return gained.add(released);
    }
}
