package io.okxconnect.check;

import io.okxconnect.error.InvalidArgumentException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing that keeps OKX from changing a setting, and how to clear it. Immutable; holds no secret. */
public final class Obstacle {
    /** What kinds of things stand in the way. */
    public enum Kind {
        /** An open position. */
        POSITION,
        /** An open order. */
        ORDER,
        /** An open algo order: stop loss, take profit, trigger, trailing, TWAP, iceberg. */
        ALGO_ORDER,
        /** A trading bot; or OKX says "algo orders or bots" without telling which. Bots are shown on OKX's pages only. */
        TRADING_BOT,
        /** Borrowings or a loan. */
        LOAN,
        /** Copy or lead trading. */
        COPY_TRADING,
        /** Too few assets, or assets that do not fit. */
        ASSETS,
        /** A leverage that has to be chosen or lowered first. */
        LEVERAGE,
        /** Positions too large, or margin too low. */
        RISK,
        /** The account mode, which has to be changed first. */
        ACCOUNT_MODE,
        /** Identity verification, or a rule of the user's country. */
        COMPLIANCE,
        /** Not an obstacle for certain: what is open could not be read. */
        NOT_READABLE,
        /** Anything else. */
        OTHER
    }

    private final Kind kind;
    private final String description;
    private final String howToClear;
    private final @Nullable String instrumentId;
    private final @Nullable String id;

    private Obstacle(
            Kind kind, String description, String howToClear, @Nullable String instrumentId, @Nullable String id) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.description = notBlank("description", description);
        this.howToClear = notBlank("howToClear", howToClear);
        this.instrumentId = instrumentId;
        this.id = id;
    }

    /**
     * An obstacle.
     *
     * @param kind what kind of thing it is
     * @param description what it is, a sentence for the user; never a secret
     * @param howToClear what to do about it, a sentence for the user
     * @return the obstacle, without ids
     * @throws InvalidArgumentException if a text is blank
     */
    public static Obstacle of(Kind kind, String description, String howToClear) {
        return new Obstacle(kind, description, howToClear, null, null);
    }

    private static String notBlank(String name, String text) {
        if (Objects.requireNonNull(text, name).isBlank()) {
            throw new InvalidArgumentException(name, "must not be blank", "Say it in a sentence for the user.");
        }
        return text;
    }

    /**
     * The same obstacle with its instrument.
     *
     * @param instrument for example {@code BTC-USDT-SWAP}
     * @return a changed copy
     */
    public Obstacle withInstrumentId(String instrument) {
        return new Obstacle(kind, description, howToClear, Objects.requireNonNull(instrument, "instrument"), id);
    }

    /**
     * The same obstacle with its id.
     *
     * @param number of the position, order or algo order at OKX
     * @return a changed copy
     */
    public Obstacle withId(String number) {
        return new Obstacle(kind, description, howToClear, instrumentId, Objects.requireNonNull(number, "number"));
    }

    /**
     * What kind of thing it is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * What it is.
     *
     * @return a sentence for the user
     */
    public String description() {
        return description;
    }

    /**
     * What to do about it.
     *
     * @return a sentence for the user
     */
    public String howToClear() {
        return howToClear;
    }

    /**
     * The instrument concerned ({@code instId}).
     *
     * @return empty if it is not about one, or OKX did not name it in a readable form
     */
    public Optional<String> instrumentId() {
        return Optional.ofNullable(instrumentId);
    }

    /**
     * The id at OKX: {@code posId}, {@code ordId} or {@code algoId}, by {@link #kind()}.
     *
     * @return empty if OKX did not name it in a readable form
     */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Obstacle that
                && kind == that.kind
                && description.equals(that.description)
                && howToClear.equals(that.howToClear)
                && Objects.equals(instrumentId, that.instrumentId)
                && Objects.equals(id, that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, description, howToClear, instrumentId, id);
    }

    /** {@return what it is and what to do about it} */
    @Override
    public String toString() {
        return description + " " + howToClear;
    }
}
