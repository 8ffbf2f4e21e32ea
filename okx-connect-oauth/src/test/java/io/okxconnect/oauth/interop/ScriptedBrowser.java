package io.okxconnect.oauth.interop;

import static java.net.http.HttpResponse.BodyHandlers.ofString;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A user's browser, as far as login and consent need one: follows redirects, keeps cookies, fills in the one form of a page. It stops in
 * front of the redirect URI, which is the app's.
 */
final class ScriptedBrowser {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 10;
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]*)\"(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\"[^>]*?\\sname=\"([^\"]*)\"(?:[^>]*?\\svalue=\"([^\"]*)\")?");

    /** Where the browser stands: a page, or in front of the app's redirect URI. */
    record Page(URI uri, String body, boolean isCallback) {

        URI link(Pattern link) {
            Matcher matcher = link.matcher(body);
            if (!matcher.find()) {
                throw new AssertionError("no such link on the page at " + uri.getPath());
            }
            return uri.resolve(unescape(matcher.group(1)));
        }
    }

    private record Cookie(String name, String path) {}

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LIMIT)
            .build();
    private final Map<Cookie, String> cookies = new LinkedHashMap<>();
    private final String redirectUri;

    ScriptedBrowser(URI redirectUri) {
        this.redirectUri = redirectUri.toString();
    }

    Page open(URI uri) {
        return follow(uri, HttpRequest.newBuilder(uri).GET());
    }

    /** Submits the form of the page: its hidden fields as they are, and what the user puts in or clicks. */
    Page submit(Page page, Map<String, String> input) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form on the page at " + page.uri().getPath());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(form.group(2));
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2) == null ? "" : unescape(hidden.group(2)));
        }
        fields.putAll(input);
        URI action = page.uri().resolve(unescape(form.group(1)));
        return follow(
                action,
                HttpRequest.newBuilder(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encode(fields))));
    }

    private Page follow(URI begin, HttpRequest.Builder first) {
        URI uri = begin;
        HttpRequest.Builder request = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            HttpResponse<String> response = send(uri, request);
            if (response.statusCode() < 300) {
                return new Page(uri, response.body(), false);
            }
            URI asked = uri;
            uri = response.headers()
                    .firstValue("Location")
                    .map(asked::resolve)
                    .orElseThrow(() -> new AssertionError("HTTP " + response.statusCode() + " at " + asked.getPath()));
            if (uri.toString().startsWith(redirectUri)) {
                return new Page(uri, "", true);
            }
            request = HttpRequest.newBuilder(uri).GET();
        }
        throw new AssertionError("the redirects do not end");
    }

    private HttpResponse<String> send(URI uri, HttpRequest.Builder request) {
        String sent = cookies.entrySet().stream()
                .filter(cookie -> uri.getPath().startsWith(cookie.getKey().path()))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        try {
            HttpResponse<String> response = http.send(request.timeout(LIMIT).build(), ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Marked as Secure or not: browsers trust a loopback address as much as https. */
    private void keep(String header) {
        String[] parts = header.split(";\\s*");
        String[] pair = parts[0].split("=", 2);
        String path = "/";
        for (String part : parts) {
            path = part.regionMatches(true, 0, "path=", 0, 5) ? part.substring(5) : path;
        }
        boolean gone = pair[1].isEmpty() || header.contains("Max-Age=0") || header.contains("01 Jan 1970");
        if (gone) {
            cookies.remove(new Cookie(pair[0], path));
        } else {
            cookies.put(new Cookie(pair[0], path), pair[1]);
        }
    }

    private static String encode(Map<String, String> fields) {
        StringJoiner form = new StringJoiner("&");
        fields.forEach((name, value) -> form.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return form.toString();
    }

    private static String unescape(String html) {
        return html.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }
}
