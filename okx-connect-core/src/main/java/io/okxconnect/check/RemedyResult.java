package io.okxconnect.check;

import io.okxconnect.error.OkxConnectException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one {@link Remedy} fared when it was applied. Immutable. */
public final class RemedyResult {
    private final RemedyStatus status;
    private final Remedy remedy;
    private final @Nullable String before;
    private final @Nullable String after;
    private final String explanation;
    private final List<String> obstacles;
    private final @Nullable RuntimeException failure;

    private RemedyResult(
            RemedyStatus status,
            Remedy remedy,
            @Nullable String before,
            @Nullable String after,
            String explanation,
            List<String> obstacles,
            @Nullable RuntimeException failure) {
        this.status = Objects.requireNonNull(status, "status");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
        this.before = before;
        this.after = after;
        this.explanation = Objects.requireNonNull(explanation, "explanation");
        this.obstacles = List.copyOf(obstacles);
        this.failure = failure;
    }

    static RemedyResult alreadySet(Remedy remedy, String value) {
        return new RemedyResult(RemedyStatus.ALREADY_SET, remedy, value, value, "", List.of(), null);
    }

    static RemedyResult changed(Remedy remedy, String before, String after) {
        return new RemedyResult(RemedyStatus.CHANGED, remedy, before, after, "", List.of(), null);
    }

    static RemedyResult refused(Remedy remedy, String before, @Nullable String after, ChangeAttempt attempt) {
        RemedyStatus status =
                attempt.kind() == ChangeAttempt.Kind.ONLY_ON_PAGE ? RemedyStatus.ONLY_ON_PAGE : RemedyStatus.BLOCKED;
        return new RemedyResult(status, remedy, before, after, attempt.explanation(), attempt.obstacles(), null);
    }

    static RemedyResult unknown(
            Remedy remedy,
            String before,
            @Nullable String after,
            String explanation,
            @Nullable RuntimeException failure) {
        return new RemedyResult(RemedyStatus.UNKNOWN, remedy, before, after, explanation, List.of(), failure);
    }

    static RemedyResult failed(
            Remedy remedy, @Nullable String before, @Nullable String after, RuntimeException failure) {
        // Only our own messages are known to hold no secret.
        String explanation = failure instanceof OkxConnectException
                ? String.valueOf(failure.getMessage())
                : "The action ended with a " + failure.getClass().getSimpleName() + ".";
        return new RemedyResult(RemedyStatus.FAILED, remedy, before, after, explanation, List.of(), failure);
    }

    static RemedyResult leftToUser(Remedy remedy) {
        return new RemedyResult(RemedyStatus.LEFT_TO_USER, remedy, null, null, remedy.toString(), List.of(), null);
    }

    static RemedyResult skipped(Remedy remedy) {
        return new RemedyResult(
                RemedyStatus.SKIPPED,
                remedy,
                null,
                null,
                "Not tried, because the change before it did not end cleanly.",
                List.of(),
                null);
    }

    /**
     * How it ended.
     *
     * @return the status
     */
    public RemedyStatus status() {
        return status;
    }

    /**
     * What was applied.
     *
     * @return the remedy
     */
    public Remedy remedy() {
        return remedy;
    }

    /**
     * What the remedy is about, in words.
     *
     * @return for example {@code position mode}; {@code ""} if the remedy is not automatic
     */
    public String setting() {
        return remedy.action().map(RemedyAction::setting).orElse("");
    }

    /**
     * The value before.
     *
     * @return empty if it was not read
     */
    public Optional<String> before() {
        return Optional.ofNullable(before);
    }

    /**
     * The value after, as a fresh look at the account showed it.
     *
     * @return empty if it could not be read
     */
    public Optional<String> after() {
        return Optional.ofNullable(after);
    }

    /**
     * Why it was not changed, and what to do.
     *
     * @return sentences for the user; {@code ""} if it was changed or already set
     */
    public String explanation() {
        return explanation;
    }

    /**
     * What stands in the way.
     *
     * @return one text for each position, order or other thing; empty if nothing is known to
     */
    public List<String> obstacles() {
        return obstacles;
    }

    /**
     * The failure of a call, or of the action's program.
     *
     * @return an {@link OkxConnectException} if a call failed; empty if nothing failed
     */
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    /** {@return all parts as text; several lines if something stands in the way} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(status).append(": ").append(setting());
        if (before != null) {
            text.append(", ").append(before);
            if (!before.equals(after)) {
                text.append(" -> ").append(after == null ? "not known" : after);
            }
        }
        if (!explanation.isEmpty()) {
            text.append(setting().isEmpty() ? "" : ". ").append(explanation);
        }
        obstacles.forEach(obstacle -> text.append("\n    - ").append(obstacle));
        return text.toString();
    }
}
