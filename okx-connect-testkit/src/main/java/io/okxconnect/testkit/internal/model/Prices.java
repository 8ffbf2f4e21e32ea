package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The one price of each instrument at which everything trades, is marked and is valued. */
public final class Prices {
    private static final Set<String> DOLLARS = Set.of("USD", "USDT", "USDC");

    private final Map<String, BigDecimal> prices = new ConcurrentHashMap<>(Map.of(
            "BTC-USDT", new BigDecimal("60000"),
            "BTC-USDT-SWAP", new BigDecimal("60000"),
            "BTC-USD-SWAP", new BigDecimal("60000"),
            "ETH-USDT", new BigDecimal("3000"),
            "ETH-USDT-SWAP", new BigDecimal("3000")));

    public BigDecimal of(Instrument instrument) {
        return prices.getOrDefault(instrument.instId(), BigDecimal.ONE);
    }

    void set(Instrument instrument, BigDecimal price) {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("the price must be above zero");
        }
        prices.put(instrument.instId(), price);
    }

    /** What one unit of a currency is worth in US dollars; zero for a currency that the sandbox has no market for. */
    public BigDecimal dollars(String ccy) {
        return DOLLARS.contains(ccy) ? BigDecimal.ONE : prices.getOrDefault(ccy + "-USDT", BigDecimal.ZERO);
    }
}
