package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;
import java.time.Clock;

/** Takes, fills and cancels the orders of one account. Guarded by the account's lock. */
public final class OrderDesk {
    private static final BigDecimal SPOT_FEE = new BigDecimal("0.001");
    private static final BigDecimal CONTRACT_FEE = new BigDecimal("0.0005");

    private final Account account;
    private final Prices prices;
    private final Ids ids;
    private final Clock clock;
    private final OrderRules rules;

    OrderDesk(Account account, Exchange exchange) {
        this.account = account;
        this.prices = exchange.prices();
        this.ids = exchange.ids();
        this.clock = exchange.clock();
        this.rules = new OrderRules(account, exchange);
    }

    /** Takes an order, or refuses it; what it can trade against the current price trades at once. */
    public Order place(OrderTicket ticket) {
        rules.check(ticket);
        Instrument instrument = ticket.instrument();
        String side = instrument.isDerivative() ? (ticket.posSide().isEmpty() ? "net" : ticket.posSide()) : "";
        BigDecimal leverage = instrument.isDerivative()
                ? account.leverages().of(instrument.instId(), ticket.tdMode(), side)
                : BigDecimal.ONE;
        long now = clock.millis();
        Order order = new Order(ids.number(19), ticket, side, leverage, now);
        BigDecimal price = prices.of(instrument);
        rules.requireFunds(order, price);
        account.orders().add(order);
        boolean takes = ticket.isMarket() || reaches(ticket, price);
        switch (ticket.ordType()) {
            case "post_only" -> {
                if (takes) {
                    order.cancel("31", now);
                }
            }
            case "ioc" -> fillOrCancel(order, price, takes, "14");
            case "fok" -> fillOrCancel(order, price, takes, "13");
            default -> {
                if (takes) {
                    fill(order, price);
                }
            }
        }
        return order;
    }

    public void cancel(Order order) {
        if (!order.isPending()) {
            throw ErrorCode.ORDER_NOT_THERE.refusal();
        }
        order.cancel("1", clock.millis());
    }

    /** Notes a stop-loss order of the smallest size. */
    public AlgoOrder placeAlgo(Instrument instrument) {
        AlgoOrder order = new AlgoOrder(ids.number(18), instrument, instrument.minSize(), clock.millis());
        account.orders().add(order);
        return order;
    }

    /** Cancels every pending order and algo order, as the customer would. */
    public void cancelAll() {
        account.orders().pending().forEach(this::cancel);
        account.orders().cancelAlgos();
    }

    /** Closes every position at the current price. */
    public void closeAll() {
        for (Position it : account.positions().open()) {
            trade(it.instrument(), it.marginMode(), it.side(), it.size().negate());
        }
    }

    /** Opens or changes a position without an order: below zero sells. */
    public Position trade(Instrument instrument, String marginMode, String side, BigDecimal change) {
        BigDecimal leverage = account.leverages().of(instrument.instId(), marginMode, side);
        PositionBook.Holding holding = new PositionBook.Holding(instrument, marginMode, side, leverage);
        return account.positions().trade(holding, change, prices.of(instrument), BigDecimal.ZERO, clock.millis());
    }

    public BigDecimal price(Instrument instrument) {
        return prices.of(instrument);
    }

    void priceMoved(Instrument instrument) {
        BigDecimal price = prices.of(instrument);
        for (Order order : account.orders().pending()) {
            if (order.ticket().instrument().equals(instrument) && reaches(order.ticket(), price)) {
                fill(order, price);
            }
        }
    }

    private static boolean reaches(OrderTicket ticket, BigDecimal price) {
        BigDecimal limit = ticket.price();
        return limit != null && (ticket.isBuy() ? limit.compareTo(price) >= 0 : limit.compareTo(price) <= 0);
    }

    private void fillOrCancel(Order order, BigDecimal price, boolean takes, String cancelSource) {
        if (takes) {
            fill(order, price);
        } else {
            order.cancel(cancelSource, clock.millis());
        }
    }

    private void fill(Order order, BigDecimal price) {
        if (order.ticket().instrument().isDerivative()) {
            fillContract(order, price);
        } else {
            fillSpot(order, price);
        }
    }

    private void fillSpot(Order order, BigDecimal price) {
        Instrument instrument = order.ticket().instrument();
        BigDecimal size = order.ticket().size();
        BigDecimal paid = instrument.worth(size, price);
        Wallet wallet = account.wallet();
        boolean buy = order.ticket().isBuy();
        String feeCcy = buy ? instrument.baseCcy() : instrument.quoteCcy();
        BigDecimal fee = (buy ? size : paid).multiply(SPOT_FEE).negate();
        wallet.add(instrument.baseCcy(), buy ? size : size.negate());
        wallet.add(instrument.quoteCcy(), buy ? paid.negate() : paid);
        wallet.add(feeCcy, fee);
        order.fill(price, size, fee, feeCcy, ids.number(9), clock.millis());
    }

    private void fillContract(Order order, BigDecimal price) {
        OrderTicket ticket = order.ticket();
        Instrument instrument = ticket.instrument();
        BigDecimal change = ticket.isBuy() ? ticket.size() : ticket.size().negate();
        if (order.posSide().equals("net") || opens(ticket) || holds(order, ticket.size())) {
            BigDecimal fee = instrument
                    .worth(ticket.size(), price)
                    .multiply(CONTRACT_FEE)
                    .negate();
            PositionBook.Holding holding =
                    new PositionBook.Holding(instrument, ticket.tdMode(), order.posSide(), order.leverage());
            account.positions().trade(holding, change, price, fee, clock.millis());
            order.fill(price, ticket.size(), fee, instrument.settleCcy(), ids.number(9), clock.millis());
        } else {
            // A closing order of hedge mode whose position has gone meanwhile.
            order.cancel("17", clock.millis());
        }
    }

    private static boolean opens(OrderTicket ticket) {
        return ticket.posSide().equals(ticket.isBuy() ? "long" : "short");
    }

    private boolean holds(Order order, BigDecimal size) {
        OrderTicket ticket = order.ticket();
        return account.positions()
                .find(ticket.instrument(), ticket.tdMode(), order.posSide())
                .filter(it -> it.size().abs().compareTo(size) >= 0)
                .isPresent();
    }
}
