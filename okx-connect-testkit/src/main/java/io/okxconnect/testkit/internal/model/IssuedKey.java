package io.okxconnect.testkit.internal.model;

/** A key at the moment it is made: the only time that its secret and passphrase can be seen. */
public record IssuedKey(ApiKey key, String secretKey, String passphrase) {
    @Override
    public String toString() {
        return "IssuedKey[" + key.masked() + "]";
    }
}
