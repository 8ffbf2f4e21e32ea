package io.okxconnect.credential;

/** How a credential came to the app. */
public enum CredentialOrigin {
    /** The user made the key at OKX and pasted it. */
    MANUAL,
    /** The app made the key through OKX's Fast API after the user's consent. */
    FAST_API,
    /** The user gave the app OAuth tokens. */
    OAUTH
}
