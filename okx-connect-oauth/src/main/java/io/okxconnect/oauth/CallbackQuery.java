package io.okxconnect.oauth;

import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.error.OAuthErrorException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the query of a callback by rules of its own: no parser in front of it can mean something else by the same bytes. */
final class CallbackQuery {
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:|/|\\?");
    private static final int MAX_QUERY = 8_192;
    private static final int MAX_PARAMETERS = 64;
    private static final int MAX_WORDS = 2_000;
    private static final Map<String, Integer> MAX_LENGTHS = Map.of(
            "code", 4_096,
            "state", 512,
            "domain", 256,
            "iss", 256,
            "error", 256,
            "error_description", MAX_WORDS,
            "error_msg", MAX_WORDS);

    private CallbackQuery() {}

    /** Whether a text begins as a URL, a path or a query with its question mark do, and not as a bare query. */
    static boolean isUrl(String callback) {
        return URL.matcher(callback).lookingAt();
    }

    static AuthorizationCallback read(String rawQuery) {
        try {
            return result(parameters(rawQuery));
        } catch (BrokenQuery e) {
            return new AuthorizationCallback.Malformed(e.what);
        }
    }

    private static AuthorizationCallback result(Map<String, String> found) throws BrokenQuery {
        String code = found.get("code");
        String state = found.get("state");
        String issuer = found.get("iss");
        boolean refused =
                found.containsKey("error") || found.containsKey("error_description") || found.containsKey("error_msg");
        if (code != null && refused) {
            throw new BrokenQuery("a code together with an error");
        }
        if (code != null) {
            return new AuthorizationCallback.Code(Secret.of(code), state, found.get("domain"), issuer);
        }
        if (refused) {
            String error = found.getOrDefault("error", "");
            boolean readable = error.matches("[a-z_]{1,64}");
            return new AuthorizationCallback.Refusal(readable ? error : OAuthErrorException.UNSPECIFIED, state, issuer);
        }
        throw new BrokenQuery("neither a code nor an error");
    }

    private static Map<String, String> parameters(String rawQuery) throws BrokenQuery {
        if (rawQuery.length() > MAX_QUERY) {
            throw new BrokenQuery("a query of more than " + MAX_QUERY + " characters");
        }
        String[] pairs = rawQuery.split("&", MAX_PARAMETERS + 1);
        if (pairs.length > MAX_PARAMETERS) {
            throw new BrokenQuery("more than " + MAX_PARAMETERS + " parameters");
        }
        Map<String, String> known = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            Integer limit = MAX_LENGTHS.get(name);
            if (limit != null) {
                String value = checked(name, decoded(equals < 0 ? "" : pair.substring(equals + 1)), limit);
                if (known.put(name, value) != null) {
                    throw new BrokenQuery("\"" + name + "\" twice");
                }
            }
        }
        return known;
    }

    private static String checked(String name, String value, int limit) throws BrokenQuery {
        boolean words = name.equals("error_description") || name.equals("error_msg");
        if (value.length() > limit || (value.isBlank() && !words)) {
            throw new BrokenQuery("\"" + name + "\" empty or too long");
        }
        // RFC 6749, appendix A: visible ASCII and blank. Explanations may be in any language.
        boolean clean = words
                ? value.codePoints().noneMatch(Character::isISOControl)
                : value.chars().allMatch(CallbackQuery::isVisible);
        if (!clean) {
            throw new BrokenQuery("characters in \"" + name + "\" that may not be there");
        }
        return value;
    }

    private static boolean isVisible(int c) {
        return c >= ' ' && c <= '~';
    }

    /** Percent-decoding to UTF-8, strictly, with "+" for a blank. */
    private static String decoded(String text) throws BrokenQuery {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0 || text.charAt(i + 1) > 'f' || text.charAt(i + 2) > 'f') {
                    throw new BrokenQuery("broken percent-encoding");
                }
                bytes.write(high << 4 | low);
                i += 2;
            } else if (c >= 0x80) {
                throw new BrokenQuery("characters that are not percent-encoded");
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BrokenQuery("characters that are not UTF-8");
        }
    }

    /** Never leaves this class. */
    private static final class BrokenQuery extends Exception {
        private static final long serialVersionUID = 1L;

        private final String what;

        BrokenQuery(String what) {
            super(what);
            this.what = what;
        }
    }
}
