package io.okxconnect.testkit.internal.oauth;

/** The ways in which an app gets access to an account. */
public enum Profile {
    /** Tokens for an app with a server, which knows a client secret. */
    CODE,
    /** A short token for an app with a server, good for making an API key. */
    FAST_API,
    /** Tokens for an app on the user's device, bound to that device. */
    PKCE,
    /** Tokens for an agent that registered itself. */
    AGENT
}
