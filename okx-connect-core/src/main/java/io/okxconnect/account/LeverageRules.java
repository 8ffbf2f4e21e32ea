package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which parts of a leverage setting go together (OKX V5 docs, "Set leverage"). */
final class LeverageRules {
    private LeverageRules() {}

    static LeverageRequest checked(
            @Nullable BigDecimal leverage,
            @Nullable MarginMode marginMode,
            @Nullable String instrumentId,
            @Nullable String currency,
            @Nullable PositionSide positionSide) {
        List<String> broken = new ArrayList<>();
        if (leverage == null) {
            broken.add("leverage is required");
        }
        if (marginMode == null) {
            broken.add("marginMode is required");
        }
        if ((instrumentId == null) == (currency == null)) {
            broken.add("exactly one of instrumentId and currency is required");
        }
        boolean isolated = MarginMode.ISOLATED.equals(marginMode);
        if (currency != null && isolated) {
            broken.add("currency goes with cross margin only");
        }
        if (positionSide != null && (!isolated || instrumentId == null || isPair(instrumentId))) {
            broken.add("positionSide goes with isolated margin of a futures or swap contract only");
        }
        if (leverage == null || marginMode == null || !broken.isEmpty()) {
            throw new InvalidArgumentException(
                    "leverageRequest",
                    String.join("; ", broken),
                    "See the list in LeverageRequest for what OKX keeps leverage by.");
        }
        return new LeverageRequest(leverage, marginMode, instrumentId, currency, positionSide);
    }

    /** Spot and margin pairs are named BASE-QUOTE; contracts have at least three parts. */
    private static boolean isPair(String instrumentId) {
        return instrumentId.indexOf('-') == instrumentId.lastIndexOf('-');
    }
}
