package io.okxconnect.testkit.internal.oauth;

import io.okxconnect.testkit.internal.model.ErrorCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of an authorization or token request: each at most once, none too long. */
public final class Parameters {
    /** OKX has such a limit (53015) and does not say where; this one is the sandbox's. */
    private static final int LONGEST = 2048;

    private final Map<String, String> raw = new LinkedHashMap<>();
    private final Map<String, String> decoded = new LinkedHashMap<>();

    private Parameters() {}

    /** Reads {@code a=1&b=2} as it came over the wire. */
    public static Parameters ofEncoded(String encoded) {
        Parameters parameters = new Parameters();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value = pair.substring(equals + 1);
                parameters.put(decode(pair.substring(0, equals)), decode(value), value);
            }
        }
        return parameters;
    }

    /** Values that need no decoding. */
    public static Parameters of(Map<String, String> values) {
        Parameters parameters = new Parameters();
        values.forEach((name, value) -> parameters.put(name, value, value));
        return parameters;
    }

    /** The value, {@code ""} if it was not sent. */
    public String text(String name) {
        return decoded.getOrDefault(name, "");
    }

    /** The value as it came over the wire, {@code ""} if it was not sent. */
    String wire(String name) {
        return raw.getOrDefault(name, "");
    }

    public String required(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            throw ErrorCode.OAUTH_PARAMETER_EMPTY.refusal(name);
        }
        return value;
    }

    /** A value that must be this one. */
    public void require(String name, String expected) {
        if (!required(name).equals(expected)) {
            throw ErrorCode.OAUTH_PARAMETER_ERROR.refusal(name);
        }
    }

    public void requireAbsent(String name) {
        if (decoded.containsKey(name)) {
            throw ErrorCode.OAUTH_PARAMETER_ERROR.refusal(name);
        }
    }

    private void put(String name, String value, String wire) {
        if (value.length() > LONGEST) {
            throw ErrorCode.OAUTH_PARAMETER_TOO_LONG.refusal(name);
        }
        raw.put(name, wire);
        if (decoded.put(name, value) != null) {
            throw ErrorCode.OAUTH_PARAMETER_ERROR.refusal(name);
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ErrorCode.OAUTH_PARAMETER_ERROR.refusal("query");
        }
    }
}
