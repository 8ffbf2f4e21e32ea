package io.okxconnect.examples;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.UnaryOperator;

/** A browser without a screen: keeps cookies, follows no redirect by itself. */
final class TestBrowser {
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            // As a browser does without TLS: no offer of HTTP/2.
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(cookies)
                    .build();

    HttpResponse<String> get(URI page) {
        return send(page, request -> request);
    }

    /** The page that is shown there. */
    String page(URI page) {
        HttpResponse<String> answer = get(page);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(page.getPath() + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    HttpResponse<String> send(URI page, UnaryOperator<HttpRequest.Builder> change) {
        try {
            return http.send(change.apply(HttpRequest.newBuilder(page)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("No answer from " + page.getPath());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted");
        }
    }

    /** Where the answer sends the browser. */
    static URI location(HttpResponse<String> answer) {
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
    }
}
