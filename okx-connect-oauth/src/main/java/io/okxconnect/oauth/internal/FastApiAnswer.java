package io.okxconnect.oauth.internal;

import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.error.FastApiKeyRefusedException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.RestResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Reads the answer that gives a Fast API key, and takes no other key than the one that was asked for. */
public final class FastApiAnswer {
    private FastApiAnswer() {}

    /**
     * The key of an answer; the caller closes it.
     *
     * @param passphrase as it was sent; an echo does not matter
     * @param allowed the words that {@code perm} may hold
     * @param bound whether the key was to be bound
     */
    public static ApiKeyCredential key(RestResponse answer, String passphrase, Set<String> allowed, boolean bound) {
        if (answer.data().size() != 1 || answer.data().get(0).kind() != JsonValue.Kind.OBJECT) {
            throw FastApiKeyRefusedException.noKey();
        }
        JsonValue row = answer.data().get(0);
        // What cannot be read may be anything.
        if (!isScalar(row, "perm") || !allowed.containsAll(words(text(row, "perm")))) {
            throw FastApiKeyRefusedException.tooManyRights();
        }
        if (bound && text(row, "bindApp").equalsIgnoreCase("false")) {
            throw FastApiKeyRefusedException.notBound();
        }
        try {
            return ApiKeyCredential.of(text(row, "apiKey"), text(row, "secretKey"), passphrase);
        } catch (InvalidArgumentException unusable) {
            throw FastApiKeyRefusedException.noKey();
        }
    }

    /** OKX separates with commas; other words for the same, as with scopes, are taken too. */
    private static Set<String> words(String perm) {
        return Set.copyOf(Arrays.stream(perm.toLowerCase(Locale.ROOT).split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    private static boolean isScalar(JsonValue row, String name) {
        JsonValue.Kind kind = row.member(name).map(JsonValue::kind).orElse(JsonValue.Kind.NULL);
        return kind == JsonValue.Kind.TEXT || kind == JsonValue.Kind.NULL;
    }

    /** Any scalar as its text; "" if there is none. */
    private static String text(JsonValue row, String name) {
        return row.member(name).flatMap(JsonValue::rawText).orElse("");
    }
}
