package io.okxconnect.internal.call;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The forms in which an echo of something that was sent in secret is recognised: in any case, and as base64 of either alphabet. */
final class SecretForms {
    /** Shorter parts of a base64 text would hit ordinary words. */
    private static final int MIN_BASE64_LENGTH = 8;

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private SecretForms() {}

    static Pattern pattern(String secret) {
        if (secret.isEmpty()) {
            return NOTHING;
        }
        List<String> forms = new ArrayList<>();
        forms.add(Pattern.quote(secret));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int before = 0; before < 3; before++) {
            String base64 = base64(bytes, before);
            if (base64.length() >= MIN_BASE64_LENGTH) {
                forms.add(withEnd(base64));
                forms.add(withEnd(base64.replace('+', '-').replace('/', '_')));
            }
        }
        return Pattern.compile(String.join("|", forms), Pattern.CASE_INSENSITIVE);
    }

    private static String withEnd(String base64) {
        return Pattern.quote(base64) + "[A-Za-z0-9+/_-]?={0,2}";
    }

    /** The characters of the base64 form that depend on the secret alone, with this many bytes in front of it. */
    private static String base64(byte[] secret, int before) {
        byte[] shifted = new byte[before + secret.length];
        System.arraycopy(secret, 0, shifted, before, secret.length);
        int from = (before * Byte.SIZE + 5) / 6;
        int to = shifted.length * Byte.SIZE / 6;
        return Base64.getEncoder().encodeToString(shifted).substring(from, to);
    }
}
