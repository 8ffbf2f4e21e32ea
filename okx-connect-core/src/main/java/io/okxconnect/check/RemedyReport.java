package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What {@link Remedies#apply} did: one result for each remedy, and exactly what is different now. Immutable. */
public final class RemedyReport {
    private final List<RemedyResult> results;
    private final AccountConfig before;
    private final AccountConfig after;

    RemedyReport(List<RemedyResult> results, AccountConfig before, AccountConfig after) {
        this.results = List.copyOf(results);
        this.before = Objects.requireNonNull(before, "before");
        this.after = Objects.requireNonNull(after, "after");
    }

    /**
     * How each remedy fared.
     *
     * @return in the order in which they were given
     */
    public List<RemedyResult> results() {
        return results;
    }

    /**
     * Whether every setting now has the wanted value.
     *
     * @return true if all results are {@link RemedyStatus#CHANGED} or {@link RemedyStatus#ALREADY_SET}
     */
    public boolean isComplete() {
        return results.stream()
                .allMatch(result ->
                        result.status() == RemedyStatus.CHANGED || result.status() == RemedyStatus.ALREADY_SET);
    }

    /**
     * Everything in the account configuration that differs between {@link #configBefore()} and {@link #configAfter()},
     * side effects included.
     *
     * @return empty if nothing changed
     */
    public List<ConfigChange> changes() {
        return ConfigChange.between(before, after);
    }

    /**
     * The configuration before the first change.
     *
     * @return as read then
     */
    public AccountConfig configBefore() {
        return before;
    }

    /**
     * The configuration as it was last read: after the last change, or before it if the account could not be read again
     * (that change then is {@link RemedyStatus#UNKNOWN}).
     *
     * @return as read last
     */
    public AccountConfig configAfter() {
        return after;
    }

    /** {@return the results and the changes as text for a console, several lines} */
    @Override
    public String toString() {
        String done = results.stream().map(result -> "- " + result + "\n").collect(Collectors.joining());
        List<ConfigChange> changes = changes();
        String changed = changes.isEmpty()
                ? "Nothing in the account configuration is different now."
                : changes.stream()
                        .map(ConfigChange::toString)
                        .collect(Collectors.joining("; ", "Different now: ", "."));
        return done + changed;
    }
}
