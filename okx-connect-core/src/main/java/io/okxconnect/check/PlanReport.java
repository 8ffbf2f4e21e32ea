package io.okxconnect.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of a {@link SetupPlan} or an {@link UndoRecord}: what was changed, what was not, and why. Immutable. */
public final class PlanReport {
    private final PlanStatus status;
    private final String explanation;
    private final @Nullable RemedyReport done;
    private final List<PlanItem> left;
    private final @Nullable UndoRecord undoRecord;
    private final @Nullable SetupPlan freshPlan;

    private PlanReport(
            PlanStatus status,
            String explanation,
            @Nullable RemedyReport done,
            List<PlanItem> left,
            @Nullable UndoRecord undoRecord,
            @Nullable SetupPlan freshPlan) {
        this.status = status;
        this.explanation = explanation;
        this.done = done;
        this.left = List.copyOf(left);
        this.undoRecord = undoRecord;
        this.freshPlan = freshPlan;
    }

    static PlanReport done(RemedyReport done, List<PlanItem> left, Optional<UndoRecord> undoRecord) {
        return new PlanReport(
                done.isComplete() ? PlanStatus.CARRIED_OUT : PlanStatus.INCOMPLETE,
                "",
                done,
                left,
                undoRecord.orElse(null),
                null);
    }

    static PlanReport stale(SetupPlan freshPlan) {
        return new PlanReport(
                PlanStatus.STALE,
                "The account has changed since the plan was made, so nothing was changed. Show the user the fresh plan.",
                null,
                List.of(),
                null,
                freshPlan);
    }

    static PlanReport stale(String explanation) {
        return new PlanReport(PlanStatus.STALE, explanation, null, List.of(), null, null);
    }

    static PlanReport otherAccount(String what) {
        return new PlanReport(
                PlanStatus.OTHER_ACCOUNT,
                what + " is about another account, site or environment, so nothing was changed.",
                null,
                List.of(),
                null,
                null);
    }

    /**
     * How it ended.
     *
     * @return the status
     */
    public PlanStatus status() {
        return status;
    }

    /**
     * Why nothing was tried.
     *
     * @return sentences for the user; {@code ""} unless the status is {@link PlanStatus#STALE} or {@link
     *     PlanStatus#OTHER_ACCOUNT}
     */
    public String explanation() {
        return explanation;
    }

    /**
     * How each change fared.
     *
     * @return in the order in which they were tried; empty if there was nothing to change or nothing was tried
     */
    public List<RemedyResult> results() {
        return done == null ? List.of() : done.results();
    }

    /**
     * Everything in the account configuration that is different now, side effects included.
     *
     * @return empty if nothing changed
     */
    public List<ConfigChange> changes() {
        return done == null ? List.of() : done.changes();
    }

    /**
     * What the plan could not change: blocked, or on the web page only.
     *
     * @return as the plan had it; empty after an undo
     */
    public List<PlanItem> left() {
        return left;
    }

    /**
     * What takes the changes back.
     *
     * @return what to give to {@link SetupPlanner#undo}; empty if nothing was changed
     */
    public Optional<UndoRecord> undoRecord() {
        return Optional.ofNullable(undoRecord);
    }

    /**
     * The plan as it would be made now.
     *
     * @return empty unless a plan was {@link PlanStatus#STALE}
     */
    public Optional<SetupPlan> freshPlan() {
        return Optional.ofNullable(freshPlan);
    }

    /** {@return status, results and what is left, as text for a console, several lines} */
    @Override
    public String toString() {
        String rest = left.stream().map(item -> "\n- " + item).collect(Collectors.joining());
        String tried = done == null ? "" : "\n" + done;
        String fresh = freshPlan == null ? "" : "\nThe plan would now be:\n" + freshPlan;
        return status
                + (explanation.isEmpty() ? "" : ": " + explanation)
                + tried
                + (rest.isEmpty() ? "" : "\nLeft to do:" + rest)
                + fresh;
    }
}
