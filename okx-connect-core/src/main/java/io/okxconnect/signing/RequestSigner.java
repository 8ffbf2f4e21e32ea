package io.okxconnect.signing;

/**
 * Makes the signature of a request for one API key: {@code base64(HMAC-SHA256(secretKey, timestamp + method + requestPath +
 * body))}, see OKX V5 documentation, "REST Authentication". Whoever implements it needs no other part of the credential, so
 * the key can stay in a hardware module or in another process.
 *
 * <p>What an implementation must keep:
 *
 * <ul>
 *   <li>It signs exactly what it is given, without trimming, changing case or encoding anything anew.
 *   <li>It is safe for use by many threads at once, virtual ones included.
 *   <li>It fails with an unchecked exception that holds neither the key nor what was to be signed.
 * </ul>
 *
 * <p>Whoever creates a signer closes it.
 */
public interface RequestSigner extends AutoCloseable {

    /**
     * Signs one REST request.
     *
     * @param timestamp the value of the {@code OK-ACCESS-TIMESTAMP} header, see {@link SigningTimestamp#iso}
     * @param method the HTTP method in upper case
     * @param requestPath path with query, byte for byte as sent; without scheme and host
     * @param body the exact bytes that are sent; empty for none; not changed and not kept
     * @return the value of the {@code OK-ACCESS-SIGN} header: 44 characters of standard Base64
     * @throws IllegalStateException if the signer is closed
     */
    String sign(String timestamp, String method, String requestPath, byte[] body);

    /**
     * Signs the login frame of a private WebSocket, see OKX V5 documentation, "WebSocket / Login".
     *
     * @param epochSeconds the frame's {@code timestamp}, see {@link SigningTimestamp#epochSeconds}
     * @return the frame's {@code sign}: 44 characters of standard Base64
     * @throws IllegalStateException if the signer is closed
     */
    default String signWebSocketLogin(String epochSeconds) {
        return sign(epochSeconds, "GET", "/users/self/verify", new byte[0]);
    }

    /** Wipes what the signer holds of the key; it cannot sign any more. Closing twice has no effect. */
    @Override
    void close();
}
