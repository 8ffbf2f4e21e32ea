package io.okxconnect.internal.call;

import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.Secret;
import io.okxconnect.credential.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headers of an access token: {@code Authorization: Bearer}, and {@code TERMID} if it is bound to a device (OKX V5 docs, "Broker
 * program", "OAuth"; RFC 6750, section 2.1). Nothing is signed.
 */
public final class BearerHeaders implements ActiveCredential {
    /** What comes before the token in its header. */
    static final String SCHEME = "Bearer ";

    private final Secret accessToken;
    private final @Nullable Secret deviceId;

    private BearerHeaders(Secret accessToken, @Nullable Secret deviceId) {
        this.accessToken = accessToken;
        this.deviceId = deviceId;
    }

    /**
     * Takes an access token into use.
     *
     * @param tokens copied; the caller keeps and closes the original
     * @return the headers of that token; the caller closes them
     */
    public static BearerHeaders of(AccessTokenCredential tokens) {
        return new BearerHeaders(
                tokens.accessToken().copy(), tokens.deviceId().map(Secret::copy).orElse(null));
    }

    @Override
    public Map<String, String> headers(String timestamp, String method, String requestPath, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", SCHEME + text(accessToken));
        if (deviceId != null) {
            headers.put("TERMID", text(deviceId));
        }
        return headers;
    }

    /**
     * Whether this is the same access token.
     *
     * @param tokens to compare with
     * @return true if it is, compared in constant time
     * @throws IllegalStateException if one of them is closed
     */
    public boolean isOf(AccessTokenCredential tokens) {
        return accessToken.constantTimeEquals(tokens.accessToken());
    }

    private static String text(Secret secret) {
        return secret.use(SecretAccess.insecure(), bytes -> new String(bytes, StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        accessToken.close();
        if (deviceId != null) {
            deviceId.close();
        }
    }

    /** {@return nothing of the token} */
    @Override
    public String toString() {
        return "BearerHeaders[redacted]";
    }
}
