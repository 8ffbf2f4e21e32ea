package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The open positions of one account. Guarded by the account's lock. */
public final class PositionBook {
    private final List<Position> open = new ArrayList<>();
    private final Wallet wallet;
    private final Ids ids;

    PositionBook(Wallet wallet, Ids ids) {
        this.wallet = wallet;
        this.ids = ids;
    }

    /** Newest first, as OKX lists them. */
    public List<Position> open() {
        return open.stream()
                .sorted(Comparator.comparingLong(Position::createdAt).reversed())
                .toList();
    }

    public boolean isEmpty() {
        return open.isEmpty();
    }

    public Optional<Position> find(Instrument instrument, String marginMode, String side) {
        return open.stream()
                .filter(it -> it.instrument().equals(instrument)
                        && it.marginMode().equals(marginMode)
                        && it.side().equals(side))
                .findFirst();
    }

    void forget() {
        open.clear();
    }

    /** Carries out a trade of {@code change} contracts, below zero for a sale, and books the money it moves. */
    Position trade(Holding holding, BigDecimal change, BigDecimal price, BigDecimal fee, long now) {
        Instrument instrument = holding.instrument();
        Position position =
                find(instrument, holding.marginMode(), holding.side()).orElseGet(() -> start(holding, now));
        wallet.add(instrument.settleCcy(), fee);
        position.charge(fee);
        BigDecimal rest = change;
        if (position.size().signum() * change.signum() < 0) {
            BigDecimal closing = position.size().abs().min(change.abs());
            wallet.add(instrument.settleCcy(), position.reduce(closing, price, now));
            rest = change.signum() < 0 ? change.add(closing) : change.subtract(closing);
        }
        if (rest.signum() != 0) {
            if (position.size().signum() == 0 && rest.compareTo(change) != 0) {
                // The trade went through zero: what is left is a new position.
                open.remove(position);
                position = start(holding, now);
            }
            wallet.add(
                    instrument.settleCcy(), position.increase(rest, price, now).negate());
        }
        if (position.size().signum() == 0) {
            open.remove(position);
        }
        return position;
    }

    private Position start(Holding holding, long now) {
        Position position = new Position(
                ids.number(18), holding.instrument(), holding.marginMode(), holding.side(), holding.leverage(), now);
        open.add(position);
        return position;
    }

    /** Where a trade lands: one position per instrument, margin mode and side. */
    record Holding(Instrument instrument, String marginMode, String side, BigDecimal leverage) {}
}
