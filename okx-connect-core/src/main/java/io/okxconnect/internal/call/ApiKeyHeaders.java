package io.okxconnect.internal.call;

import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.SecretAccess;
import io.okxconnect.signing.HmacSha256Signer;
import io.okxconnect.signing.RequestSigner;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The four OK-ACCESS headers of an API key (OKX V5 docs, "REST Authentication"). */
public final class ApiKeyHeaders implements ActiveCredential {
    private final ApiKeyCredential credential;
    private final RequestSigner signer;

    /**
     * Takes a key into use.
     *
     * @param credential copied; the caller keeps and closes the original
     * @param signer signs with the credential's secret key; closed with this object
     */
    public ApiKeyHeaders(ApiKeyCredential credential, RequestSigner signer) {
        this.signer = Objects.requireNonNull(signer, "signer");
        this.credential = credential.copy();
    }

    /**
     * Takes a key into use that is signed with in this process.
     *
     * @param credential copied; the caller keeps and closes the original
     * @return the headers of that key; the caller closes them
     */
    public static ApiKeyHeaders of(ApiKeyCredential credential) {
        return new ApiKeyHeaders(credential, HmacSha256Signer.of(credential.secretKey()));
    }

    @Override
    public Map<String, String> headers(String timestamp, String method, String requestPath, byte[] body) {
        SecretAccess access = SecretAccess.insecure();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("OK-ACCESS-KEY", credential.apiKey(access));
        headers.put("OK-ACCESS-SIGN", signer.sign(timestamp, method, requestPath, body));
        headers.put("OK-ACCESS-TIMESTAMP", timestamp);
        headers.put(
                "OK-ACCESS-PASSPHRASE",
                credential.passphrase().use(access, bytes -> new String(bytes, StandardCharsets.UTF_8)));
        return headers;
    }

    /** Wipes the copy of the key and closes the signer. Closing twice has no effect. */
    @Override
    public void close() {
        credential.close();
        signer.close();
    }

    /** {@return the masked API key only} */
    @Override
    public String toString() {
        return "ApiKeyHeaders[" + credential.maskedApiKey() + "]";
    }
}
