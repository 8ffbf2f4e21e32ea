package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import java.util.List;

/**
 * Whose leverage to ask for (OKX V5 docs, "Get leverage"): instruments in either margin mode, or currencies in cross
 * margin, where the account keeps leverage by currency. Immutable.
 */
public final class LeverageQuery {
    private static final int MAX_VALUES = 20;

    private final MarginMode marginMode;
    private final List<String> instrumentIds;
    private final List<String> currencies;

    private LeverageQuery(MarginMode marginMode, List<String> instrumentIds, List<String> currencies) {
        this.marginMode = marginMode;
        this.instrumentIds = instrumentIds;
        this.currencies = currencies;
    }

    /**
     * The leverage of instruments.
     *
     * @param marginMode {@link MarginMode#CROSS} or {@link MarginMode#ISOLATED}
     * @param instrumentIds 1 to 20, for example {@code BTC-USDT-SWAP}
     * @return the query
     * @throws InvalidArgumentException if a rule is broken
     */
    public static LeverageQuery instruments(MarginMode marginMode, String... instrumentIds) {
        return new LeverageQuery(
                Arguments.oneOf("marginMode", marginMode, List.of(MarginMode.CROSS, MarginMode.ISOLATED)),
                Arguments.names("instrumentIds", List.of(instrumentIds), MAX_VALUES),
                List.of());
    }

    /**
     * The cross leverage of currencies: margin trading in Spot mode with borrowing, multi-currency and portfolio
     * margin.
     *
     * @param currencies 1 to 20, for example {@code USDT}
     * @return the query
     * @throws InvalidArgumentException if a rule is broken
     */
    public static LeverageQuery currencies(String... currencies) {
        return new LeverageQuery(
                MarginMode.CROSS, List.of(), Arguments.names("currencies", List.of(currencies), MAX_VALUES));
    }

    /**
     * The margin mode ({@code mgnMode}).
     *
     * @return cross or isolated
     */
    public MarginMode marginMode() {
        return marginMode;
    }

    /**
     * The instruments ({@code instId}).
     *
     * @return empty for a query by currency
     */
    public List<String> instrumentIds() {
        return instrumentIds;
    }

    /**
     * The currencies ({@code ccy}).
     *
     * @return empty for a query by instrument
     */
    public List<String> currencies() {
        return currencies;
    }
}
