package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An order of one account. It fills whole or not at all. Guarded by the account's lock. */
public final class Order {
    private final String id;
    private final OrderTicket ticket;
    private final String posSide;
    private final BigDecimal leverage;
    private final long createdAt;
    private long updatedAt;
    private String state = "live";
    private String cancelSource = "";
    private String tradeId = "";
    private @Nullable BigDecimal fillPrice;
    private BigDecimal filled = BigDecimal.ZERO;
    private BigDecimal fee = BigDecimal.ZERO;
    private String feeCcy = "";

    Order(String id, OrderTicket ticket, String posSide, BigDecimal leverage, long now) {
        this.id = id;
        this.ticket = ticket;
        this.posSide = posSide;
        this.leverage = leverage;
        this.createdAt = now;
        this.updatedAt = now;
    }

    public String id() {
        return id;
    }

    public OrderTicket ticket() {
        return ticket;
    }

    /** {@code net}, {@code long} or {@code short} for contracts, {@code ""} for spot. */
    public String posSide() {
        return posSide;
    }

    public BigDecimal leverage() {
        return leverage;
    }

    public long createdAt() {
        return createdAt;
    }

    public long updatedAt() {
        return updatedAt;
    }

    public String state() {
        return state;
    }

    public boolean isPending() {
        return state.equals("live");
    }

    public String cancelSource() {
        return cancelSource;
    }

    public String tradeId() {
        return tradeId;
    }

    public @Nullable BigDecimal fillPrice() {
        return fillPrice;
    }

    public BigDecimal filled() {
        return filled;
    }

    public BigDecimal fee() {
        return fee;
    }

    public String feeCcy() {
        return feeCcy;
    }

    /** The currency that the order keeps back while it is pending. */
    String frozenCcy() {
        Instrument instrument = ticket.instrument();
        return instrument.isDerivative()
                ? instrument.settleCcy()
                : ticket.isBuy() ? instrument.quoteCcy() : instrument.baseCcy();
    }

    /** How much of it the order keeps back. */
    BigDecimal frozen() {
        return ticket.price() == null ? BigDecimal.ZERO : needs(ticket, leverage, ticket.price());
    }

    /** What {@code ticket} needs when it trades at {@code price}, in its frozen currency. */
    static BigDecimal needs(OrderTicket ticket, BigDecimal leverage, BigDecimal price) {
        Instrument instrument = ticket.instrument();
        if (ticket.isReduceOnly()) {
            return BigDecimal.ZERO;
        }
        if (instrument.isDerivative()) {
            return Decimals.divide(instrument.worth(ticket.size(), price), leverage);
        }
        return ticket.isBuy() ? instrument.worth(ticket.size(), price) : ticket.size();
    }

    void fill(BigDecimal price, BigDecimal size, BigDecimal charged, String chargedCcy, String trade, long now) {
        state = "filled";
        fillPrice = price;
        filled = size;
        fee = charged;
        feeCcy = chargedCcy;
        tradeId = trade;
        updatedAt = now;
    }

    void cancel(String source, long now) {
        state = "canceled";
        cancelSource = source;
        updatedAt = now;
    }
}
