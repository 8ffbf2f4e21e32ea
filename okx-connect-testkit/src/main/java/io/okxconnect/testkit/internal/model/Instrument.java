package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A product that can be traded. Contracts without a base or quote currency carry {@code ""} there, as OKX's do. */
public record Instrument(
        String instId,
        String instType,
        String family,
        String baseCcy,
        String quoteCcy,
        String settleCcy,
        Contract contract,
        BigDecimal contractValue,
        String contractCcy,
        BigDecimal tickSize,
        BigDecimal lotSize,
        BigDecimal minSize,
        int maxLeverage,
        int code) {

    /** How a contract pays: linear in the quote currency, inverse in the base currency. */
    public enum Contract {
        NONE,
        LINEAR,
        INVERSE
    }

    private static final List<Instrument> LISTED = List.of(
            spot("BTC-USDT", "BTC", "0.1", "0.00000001", "0.00001", 10),
            spot("ETH-USDT", "ETH", "0.01", "0.000001", "0.001", 11),
            linear("BTC-USDT-SWAP", "BTC", "0.01", "0.1", 20),
            linear("ETH-USDT-SWAP", "ETH", "0.1", "0.01", 21),
            inverse("BTC-USD-SWAP", "BTC", "100", "0.1", 30));

    public static List<Instrument> listed() {
        return LISTED;
    }

    public static Optional<Instrument> find(String instId) {
        return LISTED.stream().filter(it -> it.instId.equals(instId)).findFirst();
    }

    public boolean isDerivative() {
        return contract != Contract.NONE;
    }

    /** The worth of {@code size} at {@code price}: in the quote currency for spot, else in the settlement currency. */
    public BigDecimal worth(BigDecimal size, BigDecimal price) {
        return switch (contract) {
            case NONE -> size.multiply(price);
            case LINEAR -> size.multiply(contractValue).multiply(price);
            case INVERSE -> Decimals.divide(size.multiply(contractValue), price);
        };
    }

    /** The largest whole number of lots that is not above {@code size}. */
    public BigDecimal roundDown(BigDecimal size) {
        return size.divideToIntegralValue(lotSize).multiply(lotSize);
    }

    /** What a position of {@code signedSize} gains when the price goes from {@code from} to {@code to}. */
    BigDecimal gain(BigDecimal signedSize, BigDecimal from, BigDecimal to) {
        return contract == Contract.INVERSE
                ? worth(signedSize, from).subtract(worth(signedSize, to))
                : worth(signedSize, to).subtract(worth(signedSize, from));
    }

    private static Instrument spot(String id, String base, String tick, String lot, String min, int code) {
        return new Instrument(
                id,
                "SPOT",
                "",
                base,
                "USDT",
                "",
                Contract.NONE,
                BigDecimal.ONE,
                "",
                new BigDecimal(tick),
                new BigDecimal(lot),
                new BigDecimal(min),
                10,
                code);
    }

    private static Instrument linear(String id, String base, String value, String tick, int code) {
        return new Instrument(
                id,
                "SWAP",
                base + "-USDT",
                "",
                "",
                "USDT",
                Contract.LINEAR,
                new BigDecimal(value),
                base,
                new BigDecimal(tick),
                new BigDecimal("0.01"),
                new BigDecimal("0.01"),
                100,
                code);
    }

    private static Instrument inverse(String id, String base, String value, String tick, int code) {
        return new Instrument(
                id,
                "SWAP",
                base + "-USD",
                "",
                "",
                base,
                Contract.INVERSE,
                new BigDecimal(value),
                "USD",
                new BigDecimal(tick),
                BigDecimal.ONE,
                BigDecimal.ONE,
                100,
                code);
    }
}
