package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.model.Reading;

/**
 * A reading of OKX's behaviour other than the sandbox's default. Where OKX's documentation is unsure or contradicts
 * what was seen, the sandbox takes the reading that asks more of a client; each of these switches takes another one.
 */
public enum SandboxSwitch {
    /** Counts no requests: code 50011 is never answered. */
    RATE_LIMITS_OFF(Reading.RATE_LIMITS_OFF),
    /** Answers 50011 with HTTP 200, which OKX documents beside the default, 429. */
    RATE_LIMIT_AS_HTTP_200(Reading.RATE_LIMIT_AS_HTTP_200),
    /** Answers for deleted and expired keys with 50111 "invalid"; by default 50119 "doesn't exist". */
    DEAD_KEYS_ARE_INVALID(Reading.DEAD_KEYS_ARE_INVALID),
    /** Answers 50119 and 50120 with HTTP 200 as documented; by default with 401 as observed. */
    KEY_REFUSALS_AS_HTTP_200(Reading.KEY_REFUSALS_AS_HTTP_200),
    /** Lets the position mode be set in Spot mode, where OKX does not say what happens; by default 51010. */
    POSITION_MODE_IN_SPOT(Reading.POSITION_MODE_IN_SPOT),
    /** Takes a position mode that is already set although positions or orders are open; by default 59000. */
    SAME_POSITION_MODE_IS_FINE(Reading.SAME_POSITION_MODE_IS_FINE),
    /** Refuses isolated margin for contracts in Futures mode with 51010, as one page of OKX's documents reads. */
    NO_ISOLATED_DERIVATIVES(Reading.NO_ISOLATED_DERIVATIVES),
    /** Answers {@code account/leverage-info} at {@link SandboxSite#EEA} with 404, as it was once seen. */
    EEA_WITHOUT_LEVERAGE_INFO(Reading.EEA_WITHOUT_LEVERAGE_INFO);

    private final Reading reading;

    SandboxSwitch(Reading reading) {
        this.reading = reading;
    }

    Reading reading() {
        return reading;
    }
}
