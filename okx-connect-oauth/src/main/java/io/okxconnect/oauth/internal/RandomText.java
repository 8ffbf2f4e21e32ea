package io.okxconnect.oauth.internal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** 256 random bits as 43 characters of the base64url alphabet: a state or a code verifier. */
public final class RandomText {
    private static final int BYTES = 32;

    private RandomText() {}

    public static String next(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
