package io.okxconnect.check;

import io.okxconnect.error.InvalidArgumentException;
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
    private final List<Obstacle> obstacles;
    private final @Nullable OkxConnectException failure;

    private RemedyResult(
            RemedyStatus status,
            Remedy remedy,
            @Nullable String before,
            @Nullable String after,
            String explanation,
            List<Obstacle> obstacles,
            @Nullable OkxConnectException failure) {
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
        String told = failure == null ? explanation : explanation + " " + problem(failure);
        return new RemedyResult(RemedyStatus.UNKNOWN, remedy, before, after, told, List.of(), ours(failure));
    }

    static RemedyResult failed(
            Remedy remedy, @Nullable String before, @Nullable String after, RuntimeException failure) {
        return new RemedyResult(RemedyStatus.FAILED, remedy, before, after, problem(failure), List.of(), ours(failure));
    }

    /** Only our own messages are known to hold no secret; of others the class is told. */
    private static String problem(RuntimeException failure) {
        if (failure instanceof OkxConnectException known) {
            return known.problem();
        }
        return failure instanceof InvalidArgumentException refused
                ? String.valueOf(refused.getMessage())
                : "The action ended with a " + failure.getClass().getName() + ".";
    }

    private static @Nullable OkxConnectException ours(@Nullable RuntimeException failure) {
        return failure instanceof OkxConnectException known ? known : null;
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
     * Why it was not changed. What to do about it stands in {@link #obstacles()} and {@link #nextStep()}.
     *
     * @return sentences for the user; {@code ""} if it was changed or already set
     */
    public String explanation() {
        return explanation;
    }

    /**
     * What stands in the way.
     *
     * @return each position, order or other thing; empty if nothing is known to
     */
    public List<Obstacle> obstacles() {
        return obstacles;
    }

    /**
     * What to do about the failure of a call.
     *
     * @return a sentence for the user; empty if no call failed
     */
    public Optional<String> nextStep() {
        return failure().map(OkxConnectException::nextStep);
    }

    /**
     * The failure of a call.
     *
     * @return empty if none failed, and for a fault of an app's own action, whose message may hold anything: its class
     *     is named in {@link #explanation()}
     */
    public Optional<OkxConnectException> failure() {
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
        nextStep().ifPresent(step -> text.append(" Next step: ").append(step));
        obstacles.forEach(obstacle -> text.append("\n    - ").append(obstacle));
        return text.toString();
    }
}
