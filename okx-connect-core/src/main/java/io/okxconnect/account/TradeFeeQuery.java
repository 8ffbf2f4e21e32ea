package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which fee rates to ask for (OKX V5 docs, "Get fee rates"): those of a kind of instrument, narrowed to at most one of
 * an instrument, a family or a fee group. Immutable.
 */
public final class TradeFeeQuery {
    private final InstrumentType instrumentType;
    private final @Nullable String parameter;
    private final @Nullable String value;

    private TradeFeeQuery(InstrumentType instrumentType, @Nullable String parameter, @Nullable String value) {
        this.instrumentType = instrumentType;
        this.parameter = parameter;
        this.value = value;
    }

    /**
     * All rates of a kind of instrument.
     *
     * @param instrumentType the kind
     * @return the query
     */
    public static TradeFeeQuery of(InstrumentType instrumentType) {
        return new TradeFeeQuery(Objects.requireNonNull(instrumentType, "instrumentType"), null, null);
    }

    /**
     * The same for one instrument. Replaces family and group.
     *
     * @param instrumentId for example {@code BTC-USDT}
     * @return a narrowed copy
     * @throws InvalidArgumentException if it is not an id
     */
    public TradeFeeQuery withInstrumentId(String instrumentId) {
        return narrowed("instId", Arguments.name("instrumentId", instrumentId));
    }

    /**
     * The same for one instrument family. Replaces instrument and group.
     *
     * @param instrumentFamily for example {@code BTC-USD}
     * @return a narrowed copy
     * @throws InvalidArgumentException if it is not a family
     */
    public TradeFeeQuery withInstrumentFamily(String instrumentFamily) {
        return narrowed("instFamily", Arguments.name("instrumentFamily", instrumentFamily));
    }

    /**
     * The same for one fee group. Replaces instrument and family.
     *
     * @param groupId the group, as instruments name it
     * @return a narrowed copy
     * @throws InvalidArgumentException if it is not an id
     */
    public TradeFeeQuery withGroupId(String groupId) {
        return narrowed("groupId", Arguments.name("groupId", groupId));
    }

    /**
     * The kind of instrument ({@code instType}).
     *
     * @return the kind
     */
    public InstrumentType instrumentType() {
        return instrumentType;
    }

    /**
     * The instrument ({@code instId}).
     *
     * @return empty if not narrowed to one
     */
    public Optional<String> instrumentId() {
        return narrowedTo("instId");
    }

    /**
     * The instrument family ({@code instFamily}).
     *
     * @return empty if not narrowed to one
     */
    public Optional<String> instrumentFamily() {
        return narrowedTo("instFamily");
    }

    /**
     * The fee group ({@code groupId}).
     *
     * @return empty if not narrowed to one
     */
    public Optional<String> groupId() {
        return narrowedTo("groupId");
    }

    private TradeFeeQuery narrowed(String newParameter, String newValue) {
        return new TradeFeeQuery(instrumentType, newParameter, newValue);
    }

    private Optional<String> narrowedTo(String wanted) {
        return wanted.equals(parameter) ? Optional.ofNullable(value) : Optional.empty();
    }
}
