package io.okxconnect.account;

import java.util.List;
import java.util.Set;

/** Tells long from short (OKX V5 docs, "Get positions", {@code pos} and {@code posCcy}). */
final class DirectionRules {
    private static final Set<InstrumentType> SIGNED =
            Set.of(InstrumentType.FUTURES, InstrumentType.SWAP, InstrumentType.OPTION);

    private DirectionRules() {}

    static PositionDirection direction(Position position) {
        int sign = position.size().signum();
        if (sign == 0) {
            return PositionDirection.NONE;
        }
        if (position.positionSide().equals(PositionSide.LONG)) {
            return PositionDirection.LONG;
        }
        if (position.positionSide().equals(PositionSide.SHORT)) {
            return PositionDirection.SHORT;
        }
        if (!position.positionSide().equals(PositionSide.NET)) {
            return PositionDirection.UNKNOWN;
        }
        if (SIGNED.contains(position.instrumentType())) {
            return sign > 0 ? PositionDirection.LONG : PositionDirection.SHORT;
        }
        return position.instrumentType().equals(InstrumentType.MARGIN)
                ? marginDirection(position)
                : PositionDirection.UNKNOWN;
    }

    private static PositionDirection marginDirection(Position position) {
        List<String> pair = List.of(position.instrumentId().split("-", -1));
        String currency = position.positionCurrency().orElse("");
        if (pair.size() != 2 || currency.isEmpty()) {
            return PositionDirection.UNKNOWN;
        }
        if (currency.equals(pair.get(0))) {
            return PositionDirection.LONG;
        }
        return currency.equals(pair.get(1)) ? PositionDirection.SHORT : PositionDirection.UNKNOWN;
    }
}
