package io.okxconnect.credential;

import io.okxconnect.error.InvalidArgumentException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The binary form of a credential; byte by byte in docs/vault-format.md. */
final class CredentialCodec {
    private static final int API_KEY = 1;
    private static final int ACCESS_TOKEN = 2;
    /** An instant that is not known. */
    private static final long NO_TIME = Long.MIN_VALUE;

    private CredentialCodec() {}

    /** Whether the first byte of the form can be this. */
    static boolean isKind(int kind) {
        return kind == API_KEY || kind == ACCESS_TOKEN;
    }

    /** The first byte of a form that was made here. */
    static int kindOf(byte[] encoded) {
        return encoded[0];
    }

    static byte[] encode(Credential credential) {
        try (WipingBuffer out = new WipingBuffer()) {
            if (credential instanceof ApiKeyCredential key) {
                putKey(out.putByte(API_KEY), key);
            } else {
                putTokens(out.putByte(ACCESS_TOKEN), (AccessTokenCredential) credential);
            }
            return out.toBytes();
        }
    }

    private static void putKey(WipingBuffer out, ApiKeyCredential key) {
        for (Secret part : List.of(key.apiKeySecret(), key.secretKey(), key.passphrase())) {
            put(out, part);
        }
    }

    private static void putTokens(WipingBuffer out, AccessTokenCredential tokens) {
        put(out, tokens.accessToken());
        put(out, tokens.refreshToken().orElse(null));
        put(out, tokens.deviceId().orElse(null));
        put(out, tokens.receivedAt());
        put(out, tokens.expiresAt().orElse(null));
        put(out, tokens.refreshExpiresAt().orElse(null));
        out.putShort(tokens.scopes().size());
        tokens.scopes().forEach(out::putText);
    }

    /** No secret is empty, so an empty block says that there is none. */
    private static void put(WipingBuffer out, @Nullable Secret secret) {
        if (secret == null) {
            out.putInt(0);
        } else {
            secret.use(SecretAccess.insecure(), out::putBlock);
        }
    }

    private static void put(WipingBuffer out, @Nullable Instant time) {
        out.putLong(time == null ? NO_TIME : time.toEpochMilli());
    }

    static Credential decode(byte[] bytes) {
        ByteInput in = new ByteInput(bytes);
        try {
            return switch (in.readByte()) {
                case API_KEY -> readKey(in);
                case ACCESS_TOKEN -> readTokens(in);
                default -> throw ByteInput.corrupt();
            };
        } catch (InvalidArgumentException | DateTimeException notWhatWasWritten) {
            throw ByteInput.corrupt();
        }
    }

    private static Credential readKey(ByteInput in) {
        char[] apiKey = readText(in);
        char[] secretKey = readText(in);
        char[] passphrase = readText(in);
        try {
            in.requireEnd();
            return ApiKeyCredential.of(apiKey, secretKey, passphrase);
        } finally {
            Arrays.fill(apiKey, '\0');
            Arrays.fill(secretKey, '\0');
            Arrays.fill(passphrase, '\0');
        }
    }

    private static char[] readText(ByteInput in) {
        byte[] bytes = in.readBlock();
        char[] text = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            // Every part of an API key credential is ASCII; another byte comes out as a character that of() refuses.
            text[i] = (char) (bytes[i] & 0xFF);
        }
        Arrays.fill(bytes, (byte) 0);
        return text;
    }

    private static Credential readTokens(ByteInput in) {
        Secret accessToken = readSecret(in);
        Secret refreshToken = readSecret(in);
        Secret deviceId = readSecret(in);
        try {
            if (accessToken == null) {
                throw ByteInput.corrupt();
            }
            AccessTokenCredential.Builder tokens = AccessTokenCredential.builder(accessToken);
            ifPresent(refreshToken, tokens::refreshToken);
            ifPresent(deviceId, tokens::deviceId);
            ifPresent(readTime(in), tokens::receivedAt);
            ifPresent(readTime(in), tokens::expiresAt);
            ifPresent(readTime(in), tokens::refreshExpiresAt);
            tokens.scopes(readScopes(in));
            in.requireEnd();
            return tokens.build();
        } finally {
            ifPresent(accessToken, Secret::close);
            ifPresent(refreshToken, Secret::close);
            ifPresent(deviceId, Secret::close);
        }
    }

    private static <T> void ifPresent(@Nullable T value, Consumer<? super T> use) {
        if (value != null) {
            use.accept(value);
        }
    }

    private static @Nullable Secret readSecret(ByteInput in) {
        byte[] bytes = in.readBlock();
        try {
            return bytes.length == 0 ? null : Secret.of(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static @Nullable Instant readTime(ByteInput in) {
        long millis = in.readLong();
        return millis == NO_TIME ? null : Instant.ofEpochMilli(millis);
    }

    private static Set<String> readScopes(ByteInput in) {
        int count = in.readShort();
        Set<String> scopes = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            scopes.add(in.readText());
        }
        return scopes;
    }
}
