package io.okxconnect;

import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.SecretAccess;
import io.okxconnect.internal.call.ActiveCredential;
import io.okxconnect.signing.HmacSha256Signer;
import io.okxconnect.signing.RequestSigner;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A key in use. Each call holds a lease on it, so that it is wiped only when the last call that signs with it has ended:
 * a key that vanished under a signature would give a wrong one.
 */
final class LeasedKey implements ActiveCredential {
    private final ApiKeyCredential credential;
    private final RequestSigner signer;
    /** One for the owner, one for each call in flight; at zero the key is wiped and stays so. */
    private final AtomicInteger holders = new AtomicInteger(1);

    /** Takes the credential over. */
    LeasedKey(ApiKeyCredential credential) {
        this.credential = credential;
        this.signer = HmacSha256Signer.of(credential.secretKey());
    }

    /** Whether the lease was given; false once the key is wiped. Give it back with {@link #release()}. */
    boolean lease() {
        while (true) {
            int now = holders.get();
            if (now == 0) {
                return false;
            }
            if (holders.compareAndSet(now, now + 1)) {
                return true;
            }
        }
    }

    /** Gives a lease back; the owner's own lease ends the same way. */
    void release() {
        if (holders.decrementAndGet() == 0) {
            signer.close();
            credential.close();
        }
    }

    ApiKeyCredential credential() {
        return credential;
    }

    @Override
    public Map<String, String> headers(String timestamp, String method, String requestPath, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>(8);
        headers.put("OK-ACCESS-KEY", credential.apiKey(SecretAccess.insecure()));
        headers.put("OK-ACCESS-SIGN", signer.sign(timestamp, method, requestPath, body));
        headers.put("OK-ACCESS-TIMESTAMP", timestamp);
        headers.put(
                "OK-ACCESS-PASSPHRASE",
                credential
                        .passphrase()
                        .use(SecretAccess.insecure(), bytes -> new String(bytes, StandardCharsets.US_ASCII)));
        return headers;
    }

    /** {@return the masked key} */
    @Override
    public String toString() {
        return "LeasedKey[" + credential.maskedApiKey() + "]";
    }
}
