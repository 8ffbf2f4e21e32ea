package io.okxconnect.testkit.internal.rest;

import java.time.Duration;

/** How many requests one key may make in any window of this length. */
record RateLimit(int requests, Duration window, Key key) {
    /** Whom or what a limit counts. */
    enum Key {
        IP,
        IP_AND_TYPE,
        USER,
        USER_AND_INSTRUMENT
    }

    static RateLimit perIp(int requests, int seconds) {
        return new RateLimit(requests, Duration.ofSeconds(seconds), Key.IP);
    }

    static RateLimit perUser(int requests, int seconds) {
        return new RateLimit(requests, Duration.ofSeconds(seconds), Key.USER);
    }

    static RateLimit perUserAndInstrument(int requests, int seconds) {
        return new RateLimit(requests, Duration.ofSeconds(seconds), Key.USER_AND_INSTRUMENT);
    }
}
