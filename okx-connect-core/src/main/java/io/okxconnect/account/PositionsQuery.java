package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which positions to ask for (OKX V5 docs, "Get positions"). What is left out does not filter. Immutable.
 *
 * <p>OKX answers a query by instrument also with positions of size 0: see {@link Position#isOpen}.
 */
public final class PositionsQuery {
    private final @Nullable InstrumentType instrumentType;
    private final List<String> instrumentIds;
    private final List<String> positionIds;

    private PositionsQuery(Builder builder) {
        this.instrumentType = builder.instrumentType;
        this.instrumentIds = builder.instrumentIds;
        this.positionIds = builder.positionIds;
    }

    /**
     * Starts a query for all positions.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The kind of instrument ({@code instType}).
     *
     * @return the kind; empty for all
     */
    public Optional<InstrumentType> instrumentType() {
        return Optional.ofNullable(instrumentType);
    }

    /**
     * The instruments ({@code instId}).
     *
     * @return at most 10; empty for all
     */
    public List<String> instrumentIds() {
        return instrumentIds;
    }

    /**
     * The positions ({@code posId}).
     *
     * @return at most 20; empty for all
     */
    public List<String> positionIds() {
        return positionIds;
    }

    /** Collects the filters of a {@link PositionsQuery}. Not safe for use by more than one thread. */
    public static final class Builder {
        private @Nullable InstrumentType instrumentType;
        private List<String> instrumentIds = List.of();
        private List<String> positionIds = List.of();

        private Builder() {}

        /**
         * Only this kind of instrument.
         *
         * @param instrumentType the kind
         * @return this
         */
        public Builder instrumentType(InstrumentType instrumentType) {
            this.instrumentType = Objects.requireNonNull(instrumentType, "instrumentType");
            return this;
        }

        /**
         * Only these instruments.
         *
         * @param instrumentIds 1 to 10, for example {@code BTC-USDT-SWAP}
         * @return this
         * @throws InvalidArgumentException if there are none or too many, or one is not an id
         */
        public Builder instrumentIds(String... instrumentIds) {
            this.instrumentIds = Arguments.names("instrumentIds", List.of(instrumentIds), 10);
            return this;
        }

        /**
         * Only these positions.
         *
         * @param positionIds 1 to 20
         * @return this
         * @throws InvalidArgumentException if there are none or too many, or one is not an id
         */
        public Builder positionIds(String... positionIds) {
            this.positionIds = Arguments.names("positionIds", List.of(positionIds), 20);
            return this;
        }

        /**
         * Finishes the query.
         *
         * @return the query
         */
        public PositionsQuery build() {
            return new PositionsQuery(this);
        }
    }
}
