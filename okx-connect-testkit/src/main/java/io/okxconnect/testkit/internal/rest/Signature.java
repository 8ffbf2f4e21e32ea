package io.okxconnect.testkit.internal.rest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The exchange's side of V5 signing: works the signature out again from the bytes that arrived. */
final class Signature {
    private Signature() {}

    static boolean matches(byte[] secret, ApiRequest request, String timestamp, String claimed) {
        byte[] expected = compute(secret, timestamp, request.method(), request.target(), request.body());
        return MessageDigest.isEqual(expected, claimed.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code base64(HMAC-SHA256(secret, timestamp + method + target + body))}, as bytes of its text. */
    static byte[] compute(byte[] secret, String timestamp, String method, String target, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((timestamp + method + target).getBytes(StandardCharsets.UTF_8));
            mac.update(body);
            return Base64.getEncoder().encode(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
