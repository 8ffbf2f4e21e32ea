package io.okxconnect.testkit.internal.model;

/** A reading of OKX's documentation other than the sandbox's strict default. */
public enum Reading {
    RATE_LIMITS_OFF,
    RATE_LIMIT_AS_HTTP_200,
    DEAD_KEYS_ARE_INVALID,
    KEY_REFUSALS_AS_HTTP_200,
    POSITION_MODE_IN_SPOT,
    SAME_POSITION_MODE_IS_FINE,
    NO_ISOLATED_DERIVATIVES,
    EEA_WITHOUT_LEVERAGE_INFO
}
