package io.okxconnect.credential;

/** What kind of credential it is; stored with it, so that one kind can never be read as another. */
public enum CredentialKind {
    /** API key, secret key and passphrase (OKX V5 docs, "REST Authentication"). */
    API_KEY,
    /** Access token, refresh token and device id (OKX V5 docs, "Broker program", "OAuth"). */
    ACCESS_TOKEN
}
