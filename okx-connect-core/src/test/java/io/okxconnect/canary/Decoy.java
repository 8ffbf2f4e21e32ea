package io.okxconnect.canary;

import java.util.Map;

/** Secrets that the tests of the canary leak on purpose; only their own scanner looks for them. */
final class Decoy {
    static final String KEY = "f2b71c90-8d4e-4c35-a6f1-5e0b93d7c248";
    static final String PASSPHRASE = "pL5$wN9*hG3&rC7x";
    static final CanaryScanner SCANNER = CanaryScanner.of(Map.of("DECOY_KEY", KEY, "DECOY_PASSPHRASE", PASSPHRASE));

    private Decoy() {}
}
