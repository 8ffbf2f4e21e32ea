package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.Position;
import io.okxconnect.credential.CredentialKind;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What checks may look at: the account configuration, the site, and on demand the open positions. Holds no secret. For
 * one run of the checks, in one thread.
 */
public final class CheckContext {
    private final AccountConfig config;
    private final Site site;
    private final TradingEnvironment environment;
    private final Instant now;
    private final Instant lastUsedAt;
    private final CredentialKind credentialKind;
    private final @Nullable ClockOffset clockOffset;
    private final @Nullable Supplier<List<Position>> positionReader;
    private @Nullable List<Position> openPositions;

    private CheckContext(Builder builder) {
        this.config = builder.config;
        this.site = builder.site;
        this.environment = builder.environment;
        this.now = builder.now;
        this.lastUsedAt = builder.lastUsedAt;
        this.credentialKind = builder.credentialKind;
        this.clockOffset = builder.clockOffset;
        this.positionReader = builder.positionReader;
    }

    /**
     * A context with what is always needed.
     *
     * @param config the account configuration as just read
     * @param site where the account lives
     * @param environment live or demo
     * @param now the time of the check
     * @return a builder for the rest
     */
    public static Builder builder(AccountConfig config, Site site, TradingEnvironment environment, Instant now) {
        return new Builder(config, site, environment, now);
    }

    /**
     * The account configuration.
     *
     * @return as read for this check
     */
    public AccountConfig config() {
        return config;
    }

    /**
     * Where the account lives.
     *
     * @return the site
     */
    public Site site() {
        return site;
    }

    /**
     * Live or demo.
     *
     * @return the environment
     */
    public TradingEnvironment environment() {
        return environment;
    }

    /**
     * The time of the check.
     *
     * @return the time
     */
    public Instant now() {
        return now;
    }

    /**
     * When the key was last used for a private call.
     *
     * @return the time; {@link #now()} unless set, since reading the configuration is such a call
     */
    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    /**
     * What the account is called with: only API keys are bound to addresses and die of not being used.
     *
     * @return the kind; {@link CredentialKind#API_KEY} unless set
     */
    public CredentialKind credentialKind() {
        return credentialKind;
    }

    /**
     * How far this machine's clock is off.
     *
     * @return empty if it was not measured
     */
    public Optional<ClockOffset> clockOffset() {
        return Optional.ofNullable(clockOffset);
    }

    /**
     * The open positions. The first call reads them from OKX; a check that does not ask costs no call.
     *
     * @return the positions with a size other than 0; empty if this context cannot read them
     * @throws io.okxconnect.error.OkxConnectException if reading them fails
     */
    public Optional<List<Position>> openPositions() {
        if (openPositions == null && positionReader != null) {
            openPositions =
                    positionReader.get().stream().filter(Position::isOpen).toList();
        }
        return Optional.ofNullable(openPositions);
    }

    /** Collects what a {@link CheckContext} is made of. */
    public static final class Builder {
        private final AccountConfig config;
        private final Site site;
        private final TradingEnvironment environment;
        private final Instant now;
        private Instant lastUsedAt;
        private CredentialKind credentialKind = CredentialKind.API_KEY;
        private @Nullable ClockOffset clockOffset;
        private @Nullable Supplier<List<Position>> positionReader;

        private Builder(AccountConfig config, Site site, TradingEnvironment environment, Instant now) {
            this.config = Objects.requireNonNull(config, "config");
            this.site = Objects.requireNonNull(site, "site");
            this.environment = Objects.requireNonNull(environment, "environment");
            this.now = Objects.requireNonNull(now, "now");
            this.lastUsedAt = now;
        }

        /**
         * When the key was last used for a private call.
         *
         * @param lastUsedAt the time; one after the time of the check counts as the time of the check, since clocks
         *     differ
         * @return this builder
         */
        public Builder lastUsedAt(Instant lastUsedAt) {
            this.lastUsedAt = Objects.requireNonNull(lastUsedAt, "lastUsedAt").isAfter(now) ? now : lastUsedAt;
            return this;
        }

        /**
         * What the account is called with.
         *
         * @param credentialKind the kind
         * @return this builder
         */
        public Builder credentialKind(CredentialKind credentialKind) {
            this.credentialKind = Objects.requireNonNull(credentialKind, "credentialKind");
            return this;
        }

        /**
         * How far this machine's clock is off.
         *
         * @param offset OKX's time minus this machine's: positive if this machine is behind
         * @param uncertainty half the round trip of the measurement, not negative
         * @return this builder
         * @throws InvalidArgumentException if the uncertainty is negative
         */
        public Builder clockOffset(Duration offset, Duration uncertainty) {
            this.clockOffset = new ClockOffset(offset, uncertainty);
            return this;
        }

        /**
         * How to read the positions, should a check ask for them.
         *
         * @param reader reads all positions
         * @return this builder
         */
        public Builder positions(Supplier<List<Position>> reader) {
            this.positionReader = Objects.requireNonNull(reader, "reader");
            return this;
        }

        /**
         * The context.
         *
         * @return a new context
         */
        public CheckContext build() {
            return new CheckContext(this);
        }
    }
}
