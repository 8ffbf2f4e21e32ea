package io.okxconnect.credential;

/** What kind of credential it is; stored with it, so that one kind can never be read as another. */
public enum CredentialKind {
    /** API key, secret key and passphrase (OKX V5 docs, "REST Authentication"). */
    API_KEY
}
