package io.okxconnect;

import io.okxconnect.check.CheckReport;
import io.okxconnect.check.Finding;
import io.okxconnect.check.KeyExpiry;
import io.okxconnect.error.OkxConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How an account was doing when it was last looked at: one word, the findings or the failure behind it, when that was,
 * and how long the key lives without being used. Immutable.
 */
public final class ConnectionStatus {
    private final ConnectionState state;
    private final Look look;
    private final @Nullable KeyExpiry expiry;
    private final long daysLeft;

    /** What a look found, whatever time has done to it since. */
    private record Look(
            ConnectionState state,
            @Nullable CheckReport report,
            @Nullable OkxConnectException failure,
            Instant checkedAt) {}

    private ConnectionStatus(ConnectionState state, Look look, @Nullable KeyExpiry expiry, long daysLeft) {
        this.state = Objects.requireNonNull(state, "state");
        this.look = look;
        this.expiry = expiry;
        this.daysLeft = daysLeft;
    }

    private ConnectionStatus(Look look) {
        this(look.state(), look, null, 0);
    }

    static ConnectionStatus of(CheckReport report) {
        return new ConnectionStatus(new Look(StatusRules.stateOf(report), report, null, report.checkedAt()));
    }

    static ConnectionStatus of(ConnectionState state, OkxConnectException failure, Instant checkedAt) {
        return new ConnectionStatus(new Look(state, null, failure, checkedAt));
    }

    static ConnectionStatus of(ConnectionState state, Instant checkedAt) {
        return new ConnectionStatus(new Look(state, null, null, checkedAt));
    }

    /** The same look as it reads at a later time: a key that is not used comes closer to its end. */
    ConnectionStatus at(Instant now, @Nullable KeyExpiry expiry, Duration warning) {
        if (expiry == null) {
            return this;
        }
        boolean soon = StatusRules.yieldsToExpiry(look.state()) && KeyLife.isSoon(expiry, now, warning);
        return new ConnectionStatus(
                soon ? ConnectionState.EXPIRES_SOON : look.state(), look, expiry, expiry.daysLeft(now));
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
     * @return {@link ConnectionState#isUsable()} of what the last look found; a key that expires soon is as usable as it was
     */
    public boolean isUsable() {
        return look.state().isUsable();
    }

    /**
     * What the checks said, the worst first.
     *
     * @return the findings; empty if the last look did not get as far as the checks
     */
    public List<Finding> findings() {
        CheckReport report = look.report();
        return report == null ? List.of() : report.findings();
    }

    /**
     * Why the last look failed.
     *
     * @return the failure; empty if OKX answered and the checks ran
     */
    public Optional<OkxConnectException> failure() {
        return Optional.ofNullable(look.failure());
    }

    /**
     * When the account was last looked at.
     *
     * @return the time by this machine's clock
     */
    public Instant checkedAt() {
        return look.checkedAt();
    }

    /**
     * When OKX deletes the key unless it is used before: 14 days after its last use that is known here, for a live key
     * that may trade and is bound to no IP address.
     *
     * @return the time; empty if the key does not die that way, or not any more
     */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiry).map(KeyExpiry::expiresAt);
    }

    /**
     * How many full days are left until {@link #expiresAt()}, counted when this status was asked for.
     *
     * @return 0 to 14, 0 on the last day and after it; empty if {@link #expiresAt()} is
     */
    public OptionalLong daysLeft() {
        return expiry == null ? OptionalLong.empty() : OptionalLong.of(daysLeft);
    }

    /** {@return the word alone when all is well, else the word and what to do, one line each} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(state.name());
        if (state == ConnectionState.EXPIRES_SOON && expiry != null) {
            line(
                    text,
                    "OKX deletes this key on "
                            + expiry.expiresAt().atOffset(ZoneOffset.UTC).toLocalDate() + " (full days left: "
                            + daysLeft + ") unless it is used before. Next step: check the connection, which uses it.");
        }
        failure().ifPresent(failure -> line(text, String.valueOf(failure.getMessage())));
        findings().stream().filter(StatusRules::needsAttention).forEach(finding -> line(text, finding.toString()));
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(System.lineSeparator()).append("  ").append(line);
    }
}
