package io.okxconnect.examples.myexchanges;

import java.util.List;

/**
 * What a person may try the app with: made-up customers of a sandbox. An app at the real OKX has none.
 *
 * @param logIn the customer to log in as on the consent page
 * @param keys made-up keys to paste
 */
public record TryOut(String logIn, List<Key> keys) {
    /** Copies the list. */
    public TryOut {
        keys = List.copyOf(keys);
    }

    /**
     * A made-up key.
     *
     * @param name stands for what happens with it
     * @param apiKey the API key
     * @param secretKey the secret key
     * @param passphrase the passphrase
     */
    public record Key(String name, String apiKey, String secretKey, String passphrase) {}
}
