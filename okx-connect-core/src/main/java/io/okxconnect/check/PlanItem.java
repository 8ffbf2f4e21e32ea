package io.okxconnect.check;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One setting in a {@link SetupPlan}: how it is, how it shall be, and whether that can be done now. Immutable. */
public final class PlanItem {
    /** What can be done about a setting. */
    public enum Kind {
        /** It already is as wanted. */
        ALREADY_FINE,
        /** It can be changed now by one call, as far as OKX lets itself be asked ahead. */
        CAN_BE_CHANGED,
        /** Something has to be cleared first: see {@link PlanItem#obstacles()}. */
        BLOCKED,
        /** Only the user can change it, on {@link PlanItem#page()}. */
        ON_WEB_PAGE
    }

    private final WantedSetting wanted;
    private final Kind kind;
    private final String explanation;
    private final List<Obstacle> obstacles;
    private final @Nullable URI page;

    private PlanItem(
            WantedSetting wanted, Kind kind, String explanation, List<Obstacle> obstacles, @Nullable URI page) {
        this.wanted = wanted;
        this.kind = kind;
        this.explanation = explanation.strip();
        this.obstacles = List.copyOf(obstacles);
        this.page = page;
    }

    static PlanItem fine(WantedSetting wanted) {
        return new PlanItem(wanted, Kind.ALREADY_FINE, "", List.of(), null);
    }

    static PlanItem changeable(WantedSetting wanted, String explanation) {
        return new PlanItem(wanted, Kind.CAN_BE_CHANGED, explanation, List.of(), null);
    }

    static PlanItem blocked(WantedSetting wanted, ChangeAttempt attempt) {
        return new PlanItem(wanted, Kind.BLOCKED, attempt.explanation(), attempt.obstacles(), null);
    }

    static PlanItem onPage(WantedSetting wanted, String explanation, URI page) {
        return new PlanItem(wanted, Kind.ON_WEB_PAGE, explanation, List.of(), page);
    }

    WantedSetting wanted() {
        return wanted;
    }

    /**
     * The stable name for programs: {@code account-mode}, {@code position-mode}, {@code isolated-margin.contracts},
     * {@code isolated-margin.margin}, {@code permissions}, {@code ip-binding}; for a check of your own the code of its
     * finding.
     *
     * @return for example {@code position-mode}
     */
    public String code() {
        return wanted.code();
    }

    /**
     * The setting in words.
     *
     * @return for example {@code position mode}
     */
    public String setting() {
        return wanted.setting();
    }

    /**
     * The value it has.
     *
     * @return in words, for example {@code Hedge mode, posMode=long_short_mode}
     */
    public String currentValue() {
        return wanted.current();
    }

    /**
     * The value it shall have.
     *
     * @return in words, for example {@code One-way mode, posMode=net_mode}
     */
    public String wantedValue() {
        return wanted.wanted();
    }

    /**
     * What can be done.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * What will be changed, or why it cannot be changed now, for a confirmation dialog.
     *
     * @return sentences for the user; {@code ""} if it is {@link Kind#ALREADY_FINE}
     */
    public String explanation() {
        return explanation;
    }

    /**
     * What stands in the way.
     *
     * @return each thing and how to clear it; empty unless the kind is {@link Kind#BLOCKED}
     */
    public List<Obstacle> obstacles() {
        return obstacles;
    }

    /**
     * Where the user changes it.
     *
     * @return the address of the page at the user's own OKX site; empty unless the kind is {@link Kind#ON_WEB_PAGE}
     */
    public Optional<URI> page() {
        return Optional.ofNullable(page);
    }

    /** Whether carrying out this item would do the same as carrying out that one. */
    boolean isLike(PlanItem that) {
        return kind == that.kind
                && code().equals(that.code())
                && currentValue().equals(that.currentValue())
                && wantedValue().equals(that.wantedValue());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlanItem that
                && isLike(that)
                && setting().equals(that.setting())
                && explanation.equals(that.explanation)
                && obstacles.equals(that.obstacles)
                && Objects.equals(page, that.page);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, code(), currentValue(), wantedValue(), explanation);
    }

    /** {@return all parts as text; several lines if something stands in the way} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(kind)
                .append(": ")
                .append(setting())
                .append(", ")
                .append(currentValue());
        if (kind != Kind.ALREADY_FINE) {
            text.append(" -> ").append(wantedValue()).append(". ").append(explanation);
        }
        obstacles.forEach(obstacle -> text.append("\n    - ").append(obstacle));
        page().ifPresent(address -> text.append(" Page: ").append(address));
        return text.toString();
    }
}
