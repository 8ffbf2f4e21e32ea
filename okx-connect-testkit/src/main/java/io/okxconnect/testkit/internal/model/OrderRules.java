package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** OKX's rules for which orders an account may place. Guarded by the account's lock. */
final class OrderRules {
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9]{0,32}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9]{0,16}");
    private static final Set<String> TYPES = Set.of("market", "limit", "post_only", "fok", "ioc", "optimal_limit_ioc");

    private final Account account;
    private final Exchange exchange;

    OrderRules(Account account, Exchange exchange) {
        this.account = account;
        this.exchange = exchange;
    }

    void check(OrderTicket ticket) {
        requireWellFormed(ticket);
        requireMode(ticket);
        requirePositionSide(ticket);
        requireSizeAndPrice(ticket);
        if (!ticket.clOrdId().isEmpty()
                && account.orders().pending().stream()
                        .anyMatch(it -> it.ticket().clOrdId().equals(ticket.clOrdId()))) {
            throw ErrorCode.DUPLICATE_CLIENT_ORDER_ID.refusal();
        }
        if (ticket.isReduceOnly()) {
            requireReducible(ticket);
        }
    }

    void requireFunds(Order order, BigDecimal marketPrice) {
        OrderTicket ticket = order.ticket();
        BigDecimal limit = ticket.price();
        BigDecimal price = limit == null ? marketPrice : limit;
        if (closes(ticket)) {
            return;
        }
        BigDecimal needed = Order.needs(ticket, order.leverage(), price);
        String ccy = order.frozenCcy();
        boolean contract = ticket.instrument().isDerivative();
        BigDecimal available = contract
                ? account.figures().availableEquity(ccy)
                : account.figures().availableBalance(ccy);
        if (needed.compareTo(available) > 0) {
            throw (contract ? ErrorCode.INSUFFICIENT_MARGIN : ErrorCode.INSUFFICIENT_BALANCE).refusal(ccy);
        }
    }

    private static void requireWellFormed(OrderTicket ticket) {
        require(Set.of("cash", "cross", "isolated").contains(ticket.tdMode()), "tdMode");
        require(Set.of("buy", "sell").contains(ticket.side()), "side");
        require(TYPES.contains(ticket.ordType()), "ordType");
        require(CLIENT_ID.matcher(ticket.clOrdId()).matches(), "clOrdId");
        require(TAG.matcher(ticket.tag()).matches(), "tag");
    }

    private void requireMode(OrderTicket ticket) {
        String mode = account.mode();
        boolean simple = mode.equals("1") || mode.equals("2");
        if (ticket.tdMode().equals("isolated") && !simple) {
            throw ErrorCode.ISOLATED_NOT_AVAILABLE.refusal();
        }
        if (!ticket.instrument().isDerivative()) {
            if (mode.equals("2") && !ticket.tdMode().equals("cash")) {
                throw ErrorCode.MARGIN_NOT_SUPPORTED.refusal();
            }
            requireInMode(ticket.tdMode().equals(simple ? "cash" : "cross"));
            return;
        }
        requireInMode(!mode.equals("1") && !ticket.tdMode().equals("cash"));
        if (ticket.tdMode().equals("isolated") && exchange.follows(Reading.NO_ISOLATED_DERIVATIVES)) {
            throw ErrorCode.NOT_IN_THIS_MODE.refusal();
        }
    }

    private static void requireInMode(boolean allowed) {
        if (!allowed) {
            throw ErrorCode.NOT_IN_THIS_MODE.refusal();
        }
    }

    private void requirePositionSide(OrderTicket ticket) {
        String side = ticket.posSide();
        if (!ticket.instrument().isDerivative()) {
            require(side.isEmpty(), "posSide");
        } else if (account.isHedged()) {
            require(side.equals("long") || side.equals("short"), "posSide");
            require(!ticket.isReduceOnly(), "reduceOnly");
        } else {
            require(side.isEmpty() || side.equals("net"), "posSide");
        }
    }

    private static void requireSizeAndPrice(OrderTicket ticket) {
        Instrument instrument = ticket.instrument();
        if (ticket.size().compareTo(instrument.minSize()) < 0) {
            throw ErrorCode.BELOW_MINIMUM.refusal();
        }
        if (ticket.size().remainder(instrument.lotSize()).signum() != 0) {
            throw ErrorCode.NOT_A_MULTIPLE.refusal();
        }
        BigDecimal price = ticket.price();
        require(ticket.isMarket() == (price == null), "px");
        if (price != null
                && (price.signum() <= 0
                        || price.remainder(instrument.tickSize()).signum() != 0)) {
            throw ErrorCode.PRICE_OUT_OF_RANGE.refusal();
        }
    }

    private void requireReducible(OrderTicket ticket) {
        require(ticket.instrument().isDerivative(), "reduceOnly");
        Optional<Position> held = account.positions().find(ticket.instrument(), ticket.tdMode(), "net");
        if (held.isEmpty()) {
            throw ErrorCode.NO_POSITION_TO_CLOSE.refusal();
        }
        BigDecimal size = held.get().size();
        boolean opposite = ticket.isBuy() == (size.signum() < 0);
        if (!opposite || ticket.size().compareTo(size.abs()) > 0) {
            throw ErrorCode.REDUCE_ONLY_CONFLICT.refusal();
        }
    }

    /** In hedge mode an order against its own side closes; it needs the position instead of margin. */
    private boolean closes(OrderTicket ticket) {
        boolean closing = account.isHedged()
                && ticket.instrument().isDerivative()
                && ticket.posSide().equals(ticket.isBuy() ? "short" : "long");
        if (closing
                && account.positions()
                        .find(ticket.instrument(), ticket.tdMode(), ticket.posSide())
                        .filter(it -> it.size().abs().compareTo(ticket.size()) >= 0)
                        .isEmpty()) {
            throw ErrorCode.NO_POSITION_TO_CLOSE.refusal();
        }
        return closing;
    }

    private static void require(boolean fine, String parameter) {
        if (!fine) {
            throw ErrorCode.PARAMETER_ERROR.refusal(parameter);
        }
    }
}
