package io.okxconnect.testkit.internal.oauth;

/**
 * What an app asks for when it makes a key for a user.
 *
 * @param bound whether the key is to work from the app's servers only
 */
public record FastKeyTerms(String label, String passphrase, String permission, boolean bound) {
    @Override
    public String toString() {
        return "FastKeyTerms[" + label + "]";
    }
}
