package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What order to ask the largest size of (OKX V5 docs, "Get maximum order quantity"). Immutable. */
public final class MaxOrderSizeQuery {
    private final TradeMode tradeMode;
    private final List<String> instrumentIds;
    private final @Nullable String currency;
    private final @Nullable BigDecimal price;
    private final @Nullable BigDecimal leverage;
    private final @Nullable String tradeQuoteCurrency;
    private final @Nullable String outcome;

    private MaxOrderSizeQuery(Builder builder) {
        this.tradeMode = builder.tradeMode;
        this.instrumentIds = builder.instrumentIds;
        this.currency = builder.currency;
        this.price = builder.price;
        this.leverage = builder.leverage;
        this.tradeQuoteCurrency = builder.tradeQuoteCurrency;
        this.outcome = builder.outcome;
    }

    /**
     * Starts a query with what OKX always needs.
     *
     * @param tradeMode the trade mode of the order
     * @param instrumentIds 1 to 5 of the same kind, for example {@code BTC-USDT-SWAP}
     * @return a builder
     * @throws InvalidArgumentException if there are none or too many, or one is not an id
     */
    public static Builder builder(TradeMode tradeMode, String... instrumentIds) {
        return new Builder(
                Objects.requireNonNull(tradeMode, "tradeMode"),
                Arguments.names("instrumentIds", List.of(instrumentIds), 5));
    }

    /**
     * The trade mode ({@code tdMode}).
     *
     * @return the trade mode
     */
    public TradeMode tradeMode() {
        return tradeMode;
    }

    /**
     * The instruments ({@code instId}).
     *
     * @return 1 to 5
     */
    public List<String> instrumentIds() {
        return instrumentIds;
    }

    /**
     * The margin currency ({@code ccy}).
     *
     * @return empty if not set
     */
    public Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    /**
     * The price ({@code px}).
     *
     * @return empty for the market price
     */
    public Optional<BigDecimal> price() {
        return Optional.ofNullable(price);
    }

    /**
     * The leverage ({@code leverage}).
     *
     * @return empty for the account's own
     */
    public Optional<BigDecimal> leverage() {
        return Optional.ofNullable(leverage);
    }

    /**
     * The quote currency to trade with ({@code tradeQuoteCcy}).
     *
     * @return empty if not set
     */
    public Optional<String> tradeQuoteCurrency() {
        return Optional.ofNullable(tradeQuoteCurrency);
    }

    /**
     * The outcome of an event contract ({@code outcome}).
     *
     * @return empty if not set
     */
    public Optional<String> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** Collects the parts of a {@link MaxOrderSizeQuery}. Not safe for use by more than one thread. */
    public static final class Builder {
        private final TradeMode tradeMode;
        private final List<String> instrumentIds;
        private @Nullable String currency;
        private @Nullable BigDecimal price;
        private @Nullable BigDecimal leverage;
        private @Nullable String tradeQuoteCurrency;
        private @Nullable String outcome;

        private Builder(TradeMode tradeMode, List<String> instrumentIds) {
            this.tradeMode = tradeMode;
            this.instrumentIds = instrumentIds;
        }

        /**
         * Sets the margin currency, which OKX needs for margin trading: isolated, and cross in Futures mode.
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
         * Sets the price; without it OKX takes the market price.
         *
         * @param price above zero
         * @return this
         * @throws InvalidArgumentException if it is not
         */
        public Builder price(BigDecimal price) {
            this.price = Arguments.positive("price", price);
            return this;
        }

        /**
         * Sets the leverage; without it OKX takes the account's own.
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
         * Sets the quote currency to trade with, where a pair offers several.
         *
         * @param tradeQuoteCurrency one of the instrument's {@code tradeQuoteCcyList}
         * @return this
         * @throws InvalidArgumentException if it is not a currency
         */
        public Builder tradeQuoteCurrency(String tradeQuoteCurrency) {
            this.tradeQuoteCurrency = Arguments.name("tradeQuoteCurrency", tradeQuoteCurrency);
            return this;
        }

        /**
         * Sets the outcome of an event contract.
         *
         * @param outcome as OKX names it
         * @return this
         * @throws InvalidArgumentException if it has blanks, commas or control characters, or is empty or too long
         */
        public Builder outcome(String outcome) {
            this.outcome = Arguments.name("outcome", outcome);
            return this;
        }

        /**
         * Finishes the query.
         *
         * @return the query
         */
        public MaxOrderSizeQuery build() {
            return new MaxOrderSizeQuery(this);
        }
    }
}
