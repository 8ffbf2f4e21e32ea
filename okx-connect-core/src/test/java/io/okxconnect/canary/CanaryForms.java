package io.okxconnect.canary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The forms in which a secret may turn up. */
final class CanaryForms {
    private static final int PART = 8;

    private CanaryForms() {}

    /** What to search for, by the name of the form. */
    static Map<String, String> of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("raw", secret);
        forms.put("first 8 characters", secret.substring(0, PART));
        forms.put("last 8 characters", secret.substring(secret.length() - PART));
        forms.put("reversed", new StringBuilder(secret).reverse().toString());
        forms.put("URL-encoded", URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.put("hex", HexFormat.of().formatHex(bytes));
        forms.put("upper-case hex", HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT));
        forms.put("byte list", byteList(bytes));
        // Without the zero at the end, so that one text finds both byte orders.
        forms.put("UTF-16", String.join("\0", secret.split("")));
        for (int offset = 0; offset < 3; offset++) {
            String base64 = base64(bytes, offset);
            forms.put("base64 at offset " + offset, base64);
            forms.put("base64url at offset " + offset, base64.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }

    /** The characters of the base64 form that depend on the secret alone, with this many bytes in front of it. */
    private static String base64(byte[] secret, int offset) {
        byte[] shifted = new byte[offset + secret.length];
        System.arraycopy(secret, 0, shifted, offset, secret.length);
        int from = (offset * Byte.SIZE + 5) / 6;
        int to = shifted.length * Byte.SIZE / 6;
        return Base64.getEncoder().encodeToString(shifted).substring(from, to);
    }

    /** As {@code Arrays.toString(byte[])} prints it. */
    private static String byteList(byte[] secret) {
        StringBuilder text = new StringBuilder();
        for (byte each : secret) {
            text.append(text.length() == 0 ? "" : ", ").append(each);
        }
        return text.toString();
    }
}
