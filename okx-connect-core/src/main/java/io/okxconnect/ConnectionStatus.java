package io.okxconnect;

import io.okxconnect.check.CheckReport;
import io.okxconnect.check.Finding;
import io.okxconnect.error.OkxConnectException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an account was doing when it was last looked at: one word, the findings behind it, and when that was. Immutable. */
public final class ConnectionStatus {
    private final ConnectionState state;
    private final @Nullable CheckReport report;
    private final @Nullable OkxConnectException failure;
    private final Instant checkedAt;

    private ConnectionStatus(
            ConnectionState state,
            @Nullable CheckReport report,
            @Nullable OkxConnectException failure,
            Instant checkedAt) {
        this.state = Objects.requireNonNull(state, "state");
        this.report = report;
        this.failure = failure;
        this.checkedAt = Objects.requireNonNull(checkedAt, "checkedAt");
    }

    static ConnectionStatus of(CheckReport report) {
        return new ConnectionStatus(StatusRules.stateOf(report), report, null, report.checkedAt());
    }

    static ConnectionStatus of(OkxConnectException failure, Instant checkedAt) {
        return new ConnectionStatus(StatusRules.stateOf(failure), null, failure, checkedAt);
    }

    static ConnectionStatus of(ConnectionState state, Instant checkedAt) {
        return new ConnectionStatus(state, null, null, checkedAt);
    }

    /**
     * The status in one word.
     *
     * @return the word
     */
    public ConnectionState state() {
        return state;
    }

    /**
     * Whether the app can work with the account.
     *
     * @return {@link ConnectionState#isUsable()} of {@link #state()}
     */
    public boolean isUsable() {
        return state.isUsable();
    }

    /**
     * What the checks said, the worst first.
     *
     * @return the findings; empty if the last look did not get as far as the checks
     */
    public List<Finding> findings() {
        return report == null ? List.of() : report.findings();
    }

    /**
     * Why the last look failed.
     *
     * @return the failure; empty if OKX answered and the checks ran
     */
    public Optional<OkxConnectException> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * When the account was last looked at.
     *
     * @return the time by this machine's clock
     */
    public Instant checkedAt() {
        return checkedAt;
    }

    /** {@return the word alone when all is well, else the word and what to do, one line each} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(state.name());
        if (failure != null) {
            text.append(System.lineSeparator()).append("  ").append(failure.getMessage());
        }
        findings().stream()
                .filter(StatusRules::needsAttention)
                .forEach(finding ->
                        text.append(System.lineSeparator()).append("  ").append(finding));
        return text.toString();
    }
}
