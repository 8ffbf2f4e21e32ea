package io.okxconnect.credential;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A V5 API key: the key itself, its secret key and its passphrase (OKX V5 docs, "REST Authentication").
 *
 * <p>The API key counts as half a secret: {@link #toString()} and {@link #maskedApiKey()} show four characters and two, and
 * the whole key is read with {@link #apiKey(SecretAccess)} only. Safe for use by many threads; equal only to itself. Whoever
 * creates, copies or loads one closes it, which wipes all three.
 */
public final class ApiKeyCredential implements Credential {
    /** Only what has the form of an API key is shown in part: a pasted secret in its place is not. */
    private static final Pattern MASKABLE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final transient Secret apiKey;
    private final transient Secret secretKey;
    private final transient Secret passphrase;
    private final String maskedApiKey;
    private final Set<ShapeHint> shapeHints;

    private ApiKeyCredential(
            Secret apiKey, Secret secretKey, Secret passphrase, String maskedApiKey, Set<ShapeHint> shapeHints) {
        this.apiKey = apiKey;
        this.secretKey = secretKey;
        this.passphrase = passphrase;
        this.maskedApiKey = maskedApiKey;
        this.shapeHints = shapeHints;
    }

    /**
     * The credential of three pasted strings. Blanks, line ends, byte order marks and zero-width characters around each are
     * dropped. Strings stay in memory until they are collected: prefer {@link #of(char[], char[], char[])} where the
     * characters can be wiped.
     *
     * @param apiKey the API key
     * @param secretKey the secret key
     * @param passphrase the passphrase chosen when the key was made
     * @return the credential; the caller closes it
     * @throws io.okxconnect.error.InvalidArgumentException if one of them is empty, longer than 256 characters or not
     *     printable ASCII; it names which one, never its content
     */
    public static ApiKeyCredential of(String apiKey, String secretKey, String passphrase) {
        char[] keyText = Objects.requireNonNull(apiKey, "apiKey").toCharArray();
        char[] secretText = Objects.requireNonNull(secretKey, "secretKey").toCharArray();
        char[] passphraseText = Objects.requireNonNull(passphrase, "passphrase").toCharArray();
        try {
            return of(keyText, secretText, passphraseText);
        } finally {
            wipe(keyText, secretText, passphraseText);
        }
    }

    /**
     * The credential of three pasted texts, as {@link #of(String, String, String)}.
     *
     * @param apiKey the API key; copied, and left for the caller to wipe
     * @param secretKey the secret key; copied, and left for the caller to wipe
     * @param passphrase the passphrase chosen when the key was made; copied, and left for the caller to wipe
     * @return the credential; the caller closes it
     * @throws io.okxconnect.error.InvalidArgumentException as in {@link #of(String, String, String)}
     */
    public static ApiKeyCredential of(char[] apiKey, char[] secretKey, char[] passphrase) {
        char[] keyText = PastedText.trimmed(Objects.requireNonNull(apiKey, "apiKey"));
        char[] secretText = PastedText.trimmed(Objects.requireNonNull(secretKey, "secretKey"));
        char[] passphraseText = PastedText.trimmed(Objects.requireNonNull(passphrase, "passphrase"));
        try {
            ApiKeyShape.requireSendable("apiKey", keyText);
            ApiKeyShape.requireSendable("secretKey", secretText);
            ApiKeyShape.requireSendable("passphrase", passphraseText);
            return new ApiKeyCredential(
                    Secret.of(keyText),
                    Secret.of(secretText),
                    Secret.of(passphraseText),
                    masked(keyText),
                    ApiKeyShape.hints(keyText, secretText, passphraseText));
        } finally {
            wipe(keyText, secretText, passphraseText);
        }
    }

    private static String masked(char[] key) {
        if (!MASKABLE.matcher(CharBuffer.wrap(key)).matches()) {
            return "…";
        }
        return new String(key, 0, 4) + "…" + new String(key, key.length - 2, 2);
    }

    private static void wipe(char[]... texts) {
        for (char[] text : texts) {
            Arrays.fill(text, '\0');
        }
    }

    /** {@return {@link CredentialKind#API_KEY}} */
    @Override
    public CredentialKind kind() {
        return CredentialKind.API_KEY;
    }

    /**
     * The API key as it is sent in {@code OK-ACCESS-KEY}.
     *
     * @param access the token that marks this call as one that reads key material
     * @return a new string on each call; do not keep, log or store it
     * @throws IllegalStateException if the credential was closed
     */
    public String apiKey(SecretAccess access) {
        return apiKey.use(access, bytes -> new String(bytes, StandardCharsets.US_ASCII));
    }

    Secret apiKeySecret() {
        return apiKey;
    }

    /**
     * The API key in the form in which it may be shown and logged.
     *
     * @return the first four characters, {@code …}, the last two; {@code …} alone for what is not a lower-case UUID, the form of
     *     OKX's keys
     */
    public String maskedApiKey() {
        return maskedApiKey;
    }

    /**
     * The secret key that requests are signed with.
     *
     * @return this credential's own secret, destroyed when the credential is closed; {@link Secret#copy()} it to keep it
     */
    public Secret secretKey() {
        return secretKey;
    }

    /**
     * The passphrase as it is sent in {@code OK-ACCESS-PASSPHRASE}.
     *
     * @return this credential's own secret, destroyed when the credential is closed; {@link Secret#copy()} it to keep it
     */
    public Secret passphrase() {
        return passphrase;
    }

    /**
     * What looks odd about the three strings: not of the form that OKX makes, or two of them swapped. Only hints, since OKX
     * may change its forms; OKX's own answer decides.
     *
     * @return sentences to show to the user, none of which holds a pasted character; empty if nothing looks odd
     */
    public List<String> shapeWarnings() {
        return shapeHints.stream().map(ShapeHint::sentence).toList();
    }

    /**
     * What looks odd about the three strings, as {@link #shapeWarnings()} but for a program to decide by.
     *
     * @return unmodifiable; empty if nothing looks odd
     */
    public Set<ShapeHint> shapeHints() {
        return shapeHints;
    }

    /**
     * Whether another credential has the same API key, whatever its secret key and passphrase.
     *
     * @param other to compare with
     * @return true if the API keys are the same, compared in constant time
     * @throws IllegalStateException if one of them was closed
     */
    public boolean hasSameApiKey(ApiKeyCredential other) {
        return apiKey.constantTimeEquals(other.apiKey);
    }

    /**
     * Whether another credential has the same API key and the same secret key, whatever its passphrase.
     *
     * @param other to compare with
     * @return true if both are the same, compared in constant time
     * @throws IllegalStateException if one of them was closed
     */
    public boolean hasSameKeyAndSecret(ApiKeyCredential other) {
        // Both are compared, whatever the first says: how long it takes must not tell which part differs.
        boolean sameKey = apiKey.constantTimeEquals(other.apiKey);
        boolean sameSecret = secretKey.constantTimeEquals(other.secretKey);
        return sameKey && sameSecret;
    }

    @Override
    public ApiKeyCredential copy() {
        return new ApiKeyCredential(apiKey.copy(), secretKey.copy(), passphrase.copy(), maskedApiKey, shapeHints);
    }

    @Override
    public void close() {
        apiKey.close();
        secretKey.close();
        passphrase.close();
    }

    /** {@return the kind and the masked API key} */
    @Override
    public String toString() {
        return "ApiKeyCredential[" + maskedApiKey + "]";
    }
}
