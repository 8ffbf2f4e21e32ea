package io.okxconnect.oauth;

/**
 * How a {@link FastApiConnector} learns whose account it is, before it deletes a key there. What it learns goes to the guards: an
 * account that is stored under another id, or another account under the same id, is then refused while all keys still work. Where nothing
 * is learnt, the guards come after the new key is made; the key that OKX had before is gone by then.
 */
public enum FastApiUidLookup {
    /** From the token answer, if it names a {@code uid}; OKX's sample app shows none. No call is made for it. */
    TOKEN_ANSWER,
    /**
     * From {@code GET /api/v5/account/config} with the access token, one call more. Whether OKX allows that with a token for Fast API is not
     * documented; where it refuses, the connect ends with the failure, and nothing is deleted.
     */
    ACCOUNT_CONFIG
}
