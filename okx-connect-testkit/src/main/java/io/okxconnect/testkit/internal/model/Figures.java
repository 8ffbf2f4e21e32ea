package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** The sums of an account, worked out from its money, positions and orders. Guarded by the account's lock. */
public final class Figures {
    private final Wallet wallet;
    private final PositionBook positions;
    private final OrderBook orders;
    private final Prices prices;

    Figures(Wallet wallet, PositionBook positions, OrderBook orders, Prices prices) {
        this.wallet = wallet;
        this.positions = positions;
        this.orders = orders;
        this.prices = prices;
    }

    /** The currencies that OKX lists: those where cash or equity is not zero. */
    public List<String> currencies() {
        return wallet.currencies().stream()
                .filter(ccy -> wallet.cash(ccy).signum() != 0 || equity(ccy).signum() != 0)
                .toList();
    }

    public BigDecimal frozenByOrders(String ccy) {
        return orders.pending().stream()
                .filter(order -> order.frozenCcy().equals(ccy))
                .map(Order::frozen)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal isolatedEquity(String ccy) {
        return sum(ccy, "isolated", it -> it.margin().add(it.unrealized(price(it))));
    }

    public BigDecimal isolatedGain(String ccy) {
        return sum(ccy, "isolated", it -> it.unrealized(price(it)));
    }

    public BigDecimal crossGain(String ccy) {
        return sum(ccy, "cross", it -> it.unrealized(price(it)));
    }

    public BigDecimal crossInitialMargin(String ccy) {
        return sum(ccy, "cross", it -> it.initialMargin(price(it)));
    }

    public BigDecimal crossMaintenanceMargin(String ccy) {
        return sum(ccy, "cross", it -> it.maintenanceMargin(price(it)));
    }

    public BigDecimal crossWorth(String ccy) {
        return sum(ccy, "cross", it -> it.worth(price(it)));
    }

    public BigDecimal equity(String ccy) {
        return wallet.cash(ccy).add(crossGain(ccy)).add(isolatedEquity(ccy)).subtract(wallet.borrowed(ccy));
    }

    public BigDecimal frozen(String ccy) {
        return frozenByOrders(ccy).add(isolatedEquity(ccy)).add(crossInitialMargin(ccy));
    }

    public BigDecimal availableBalance(String ccy) {
        return wallet.cash(ccy)
                .subtract(frozenByOrders(ccy))
                .subtract(crossInitialMargin(ccy))
                .max(BigDecimal.ZERO);
    }

    public BigDecimal availableEquity(String ccy) {
        return wallet.cash(ccy)
                .add(crossGain(ccy))
                .subtract(frozenByOrders(ccy))
                .subtract(crossInitialMargin(ccy))
                .max(BigDecimal.ZERO);
    }

    public BigDecimal inDollars(String ccy, BigDecimal amount) {
        return amount.multiply(prices.dollars(ccy));
    }

    /** The sum of one figure over all currencies, in US dollars. */
    public BigDecimal totalInDollars(Function<String, BigDecimal> figure) {
        return wallet.currencies().stream()
                .map(ccy -> inDollars(ccy, figure.apply(ccy)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal price(Position position) {
        return prices.of(position.instrument());
    }

    private BigDecimal sum(String ccy, String marginMode, Function<Position, BigDecimal> figure) {
        return positions.open().stream()
                .filter(it -> it.marginMode().equals(marginMode)
                        && it.instrument().settleCcy().equals(ccy))
                .map(figure)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
