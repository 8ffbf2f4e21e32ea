package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A 32-byte key as Base64 text. */
final class KeyText {
    private KeyText() {}

    /** The key, or empty if the text is not one; the text is wiped. */
    static Optional<Secret> base64(byte[] text) {
        byte[] trimmed = Arrays.copyOf(text, lengthWithoutLineEnd(text));
        byte[] key = new byte[0];
        try {
            key = Base64.getDecoder().decode(trimmed);
            return key.length == AesGcm.KEY_LENGTH ? Optional.of(Secret.of(key)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        } finally {
            Arrays.fill(text, (byte) 0);
            Arrays.fill(trimmed, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }

    private static int lengthWithoutLineEnd(byte[] text) {
        int length = text.length;
        while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r')) {
            length--;
        }
        return length;
    }

    static CredentialStoreException unavailable(String problem) {
        return new CredentialStoreException(
                Reason.KEY_UNAVAILABLE,
                problem + ".",
                "Put the key there that the store was created with, then open the store again.",
                null);
    }
}
