package io.okxconnect.oauth;

/** OKX's ways to authorize an app. A callback of one is never accepted by another. */
public enum OAuthProfile {
    /** Authorization code with a client secret: access and refresh token (OKX broker docs, "OAuth"). */
    AUTHORIZATION_CODE,
    /** Fast API: the token is used once, to make a V5 API key. */
    FAST_API,
    /** Authorization code with PKCE for apps that cannot keep a secret. */
    PKCE,
    /** OKX's agent server (OAuth 2.1). */
    AGENT
}
