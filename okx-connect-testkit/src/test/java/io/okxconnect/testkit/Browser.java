package io.okxconnect.testkit;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps cookies, fills in the token of the page it saw last, and follows redirects as long as they stay at the site. */
final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"");

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    private String token = "";

    Browser(URI base) {
        this.base = base;
    }

    void logIn(String user) throws Exception {
        get("/account/login-as");
        submit("/account/login-as", "user=" + user);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + path)).build());
    }

    HttpResponse<String> get(String path, String cookie) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Cookie", cookie)
                .build());
    }

    HttpResponse<String> submit(String path, String form) throws Exception {
        if (token.isEmpty()) {
            get("/account/login-as");
        }
        return post(path, form + "&token=" + token);
    }

    HttpResponse<String> post(String path, String form) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        Matcher matcher = TOKEN.matcher(response.body());
        if (matcher.find()) {
            token = matcher.group(1);
        }
        Optional<URI> next = response.headers().firstValue("Location").map(request.uri()::resolve);
        boolean local = next.isPresent() && next.get().toString().startsWith(base + "/");
        return local ? send(HttpRequest.newBuilder(next.get()).build()) : response;
    }
}
