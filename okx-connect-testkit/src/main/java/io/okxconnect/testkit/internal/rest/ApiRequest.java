package io.okxconnect.testkit.internal.rest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it came off the wire. Header names are lower case; {@code target} is the request target, byte for byte.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; copying every body would buy nothing.
public record ApiRequest(
        String site, String callerIp, String method, String target, Map<String, List<String>> headers, byte[] body) {

    public ApiRequest {
        headers = Map.copyOf(headers);
    }

    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    public String query() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    /** The first value of a header, {@code ""} if there is none. */
    public String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? "" : values.get(0);
    }

    /** The content type in lower case, without its parameters. */
    public String mediaType() {
        String type = header("Content-Type");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).trim().toLowerCase(Locale.ROOT);
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Demo trading is asked for by this header and nothing else; any value but {@code 1} means live. */
    public boolean isDemo() {
        return header("x-simulated-trading").equals("1");
    }

    @Override
    public String toString() {
        return "ApiRequest[" + method + " " + path() + "]";
    }
}
