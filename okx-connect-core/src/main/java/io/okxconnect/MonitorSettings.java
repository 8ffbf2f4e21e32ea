package io.okxconnect;

import io.okxconnect.error.InvalidArgumentException;
import java.time.Duration;
import java.util.Objects;

/** How a {@link ConnectionMonitor} works: how often it looks at each account, and with how many threads. Immutable. */
public final class MonitorSettings {
    /**
     * How often each account is looked at unless set otherwise: 15 minutes. For 10,000 accounts that is 11 looks a second, which
     * four threads do at 300 ms a look; for one account it is one of the 2,250 configuration reads that OKX allows in that time;
     * and a key that dies after 14 unused days is used about 1,300 times before.
     */
    public static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(15);

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int DEFAULT_THREADS = 4;
    private static final int MOST_THREADS = 8;

    private final Duration interval;
    private final int threads;

    private MonitorSettings(Builder builder) {
        this.interval = builder.interval;
        this.threads = builder.threads;
    }

    /**
     * The settings that suit most apps: every account each 15 minutes, with 4 threads.
     *
     * @return the settings
     */
    public static MonitorSettings defaults() {
        return builder().build();
    }

    /**
     * Begins with the defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How often each account is looked at.
     *
     * @return the longest time between two looks at an account that is fine
     */
    public Duration interval() {
        return interval;
    }

    /**
     * How many accounts are looked at at the same time, at most.
     *
     * @return 1 to 8
     */
    public int threads() {
        return threads;
    }

    /** {@return interval and threads} */
    @Override
    public String toString() {
        return "MonitorSettings[every " + interval + ", " + threads + " threads]";
    }

    /** Collects settings. Not safe for use by more than one thread. */
    public static final class Builder {
        private Duration interval = DEFAULT_INTERVAL;
        private int threads = DEFAULT_THREADS;

        private Builder() {}

        /**
         * How often each account is looked at. The time between two looks is up to a tenth shorter, at random, so that accounts
         * drift apart.
         *
         * @param interval 1 minute to 1 day; 15 minutes by default
         * @return this builder
         * @throws InvalidArgumentException if it is out of range
         */
        public Builder interval(Duration interval) {
            Objects.requireNonNull(interval, "interval");
            if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
                throw new InvalidArgumentException(
                        "interval",
                        "must be 1 minute to 1 day",
                        "Use connector.checkAll() for a look right now; 15 minutes suit most apps.");
            }
            this.interval = interval;
            return this;
        }

        /**
         * How many threads look. A look waits for the network most of the time, for some 100 ms as a rule and 10 s at worst: each
         * thread manages a few thousand accounts in 15 minutes.
         *
         * @param threads 1 to 8; 4 by default
         * @return this builder
         * @throws InvalidArgumentException if it is out of range
         */
        public Builder threads(int threads) {
            if (threads < 1 || threads > MOST_THREADS) {
                throw new InvalidArgumentException(
                        "threads", "must be 1 to 8", "Take 4; give the monitor a longer interval if it is behind.");
            }
            this.threads = threads;
            return this;
        }

        /**
         * Finishes the settings. The builder can go on being used.
         *
         * @return the settings
         */
        public MonitorSettings build() {
            return new MonitorSettings(this);
        }
    }
}
