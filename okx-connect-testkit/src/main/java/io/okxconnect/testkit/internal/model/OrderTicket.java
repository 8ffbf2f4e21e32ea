package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an order asks for, in OKX's words; empty texts were not given. {@code statedSize} is {@code sz} as it was sent,
 * which for a spot market buy is an amount of quote currency; {@code size} is what it comes to.
 */
public record OrderTicket(
        Instrument instrument,
        String tdMode,
        String side,
        String posSide,
        String ordType,
        BigDecimal size,
        BigDecimal statedSize,
        @Nullable BigDecimal price,
        String clOrdId,
        String tag,
        ReduceOnly reduceOnly,
        String tgtCcy) {

    /** Whether an order may only make a position smaller. */
    public enum ReduceOnly {
        YES,
        NO
    }

    boolean isBuy() {
        return side.equals("buy");
    }

    boolean isMarket() {
        return ordType.equals("market") || ordType.equals("optimal_limit_ioc");
    }

    boolean isReduceOnly() {
        return reduceOnly == ReduceOnly.YES;
    }
}
