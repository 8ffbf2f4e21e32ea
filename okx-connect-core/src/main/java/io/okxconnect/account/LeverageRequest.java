package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A leverage to set (OKX V5 docs, "Set leverage"). What OKX keeps leverage for, and so what to name here:
 *
 * <ul>
 * <li>margin trading, isolated, or cross in Futures mode: the pair, {@code instrumentId("BTC-USDT")};
 * <li>margin trading, cross in the other modes: the currency, {@code currency("USDT")};
 * <li>expiry futures, cross: the underlying, by any of its contracts; perpetual swaps, cross: the contract;
 * <li>expiry futures and swaps, isolated: the contract, in hedge mode with {@code positionSide}.
 * </ul>
 *
 * <p>Portfolio margin has no leverage for cross contracts (OKX answers 51039). Immutable.
 */
public final class LeverageRequest {
    private final BigDecimal leverage;
    private final MarginMode marginMode;
    private final @Nullable String instrumentId;
    private final @Nullable String currency;
    private final @Nullable PositionSide positionSide;

    LeverageRequest(
            BigDecimal leverage,
            MarginMode marginMode,
            @Nullable String instrumentId,
            @Nullable String currency,
            @Nullable PositionSide positionSide) {
        this.leverage = leverage;
        this.marginMode = marginMode;
        this.instrumentId = instrumentId;
        this.currency = currency;
        this.positionSide = positionSide;
    }

    /**
     * Starts a request.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The leverage ({@code lever}).
     *
     * @return above zero
     */
    public BigDecimal leverage() {
        return leverage;
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
     * The instrument ({@code instId}).
     *
     * @return empty for a leverage by currency
     */
    public Optional<String> instrumentId() {
        return Optional.ofNullable(instrumentId);
    }

    /**
     * The currency ({@code ccy}).
     *
     * @return empty for a leverage by instrument
     */
    public Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    /**
     * The side ({@code posSide}).
     *
     * @return long or short; empty for both and in one-way mode
     */
    public Optional<PositionSide> positionSide() {
        return Optional.ofNullable(positionSide);
    }

    /** Collects the parts of a {@link LeverageRequest}. Not safe for use by more than one thread. */
    public static final class Builder {
        private @Nullable BigDecimal leverage;
        private @Nullable MarginMode marginMode;
        private @Nullable String instrumentId;
        private @Nullable String currency;
        private @Nullable PositionSide positionSide;

        private Builder() {}

        /**
         * Sets the leverage; required.
         *
         * @param leverage above zero
         * @return this
         * @throws InvalidArgumentException if it is not
         */
        public Builder leverage(BigDecimal leverage) {
            this.leverage = Arguments.positive("leverage", leverage);
            return this;
        }

        /**
         * Sets the margin mode; required.
         *
         * @param marginMode {@link MarginMode#CROSS} or {@link MarginMode#ISOLATED}
         * @return this
         * @throws InvalidArgumentException if it is another
         */
        public Builder marginMode(MarginMode marginMode) {
            this.marginMode = Arguments.oneOf("marginMode", marginMode, List.of(MarginMode.CROSS, MarginMode.ISOLATED));
            return this;
        }

        /**
         * Sets the leverage of an instrument; this or {@link #currency} is required.
         *
         * @param instrumentId for example {@code BTC-USDT-SWAP}
         * @return this
         * @throws InvalidArgumentException if it is not an id
         */
        public Builder instrumentId(String instrumentId) {
            this.instrumentId = Arguments.name("instrumentId", instrumentId);
            return this;
        }

        /**
         * Sets the cross leverage of a currency.
         *
         * @param currency for example {@code USDT}
         * @return this
         * @throws InvalidArgumentException if it is not a currency
         */
        public Builder currency(String currency) {
            this.currency = Arguments.name("currency", currency);
            return this;
        }

        /**
         * Sets the side: required in hedge mode for isolated contracts, not allowed elsewhere.
         *
         * @param positionSide {@link PositionSide#LONG} or {@link PositionSide#SHORT}
         * @return this
         * @throws InvalidArgumentException if it is another; in one-way mode leave it out
         */
        public Builder positionSide(PositionSide positionSide) {
            this.positionSide =
                    Arguments.oneOf("positionSide", positionSide, List.of(PositionSide.LONG, PositionSide.SHORT));
            return this;
        }

        /**
         * Finishes the request.
         *
         * @return the request
         * @throws InvalidArgumentException if something is missing or parts do not go together; all of it is named
         */
        public LeverageRequest build() {
            return LeverageRules.checked(leverage, marginMode, instrumentId, currency, positionSide);
        }
    }
}
