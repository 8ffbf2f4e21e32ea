package io.okxconnect.benchmarks.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The JDK's HMAC as every tutorial uses it: a new {@code Mac} a call. */
public final class NaiveSigner {
    private NaiveSigner() {}

    public static String timestamp(Instant now) {
        return Requests.FORMATTER.format(now);
    }

    public static String sign(String secretKey, String timestamp, String method, String path, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secretKey.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal((timestamp + method + path + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This JDK has no HMAC-SHA256", impossible);
        }
    }
}
