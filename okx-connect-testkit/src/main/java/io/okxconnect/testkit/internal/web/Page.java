package io.okxconnect.testkit.internal.web;

import static io.okxconnect.testkit.internal.web.Markup.tag;
import static io.okxconnect.testkit.internal.web.Markup.text;

import io.okxconnect.testkit.internal.model.Environment;
import io.okxconnect.testkit.internal.rest.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The frame around every page, and the headers that go with it. */
final class Page {
    private final String site;
    private final Session session;
    private final String formTargets;

    Page(String site, Session session) {
        this(site, session, "'self'");
    }

    private Page(String site, Session session, String formTargets) {
        this.site = site;
        this.session = session;
        this.formTargets = formTargets;
    }

    /** A page whose forms may lead to an app: browsers hold the policy against redirects too. */
    Page leadingTo(URI app) {
        boolean web = app.getHost() != null;
        String target = web ? app.getScheme() + "://" + app.getRawAuthority() : app.getScheme() + ":";
        return new Page(site, session, "'self' " + target);
    }

    Answer show(int status, String title, Markup... content) {
        Markup head = tag(
                "head",
                tag("meta").with("charset", "utf-8"),
                tag("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                tag("title", title + " - Sandbox"),
                tag("link").with("rel", "stylesheet").with("href", "/assets/sandbox.css"));
        Markup main = tag("main", tag("h1", title)).add(content);
        Markup html = tag("html", head, tag("body", banner(), main)).with("lang", "en");
        byte[] body = ("<!DOCTYPE html>" + html.write()).getBytes(StandardCharsets.UTF_8);
        return new Answer(status, "text/html; charset=utf-8", body, "", headers());
    }

    /** Sends the browser on with a fresh GET, so that reloading does not repeat a form. */
    Answer goTo(String path) {
        Map<String, String> headers = new LinkedHashMap<>(headers());
        headers.put("Location", path);
        return new Answer(303, "text/plain; charset=utf-8", new byte[0], "", headers);
    }

    /** A form that carries the session's token. */
    Markup form(String action, Markup... fields) {
        Markup token = tag("input").with("type", "hidden").with("name", "token").with("value", session.formToken());
        return tag("form", token).with("method", "post").with("action", action).add(fields);
    }

    static Markup button(String label) {
        return tag("button", label).with("type", "submit");
    }

    static Markup hidden(String name, String value) {
        return tag("input").with("type", "hidden").with("name", name).with("value", value);
    }

    static Markup notice(String kind, String message) {
        return tag("p", message).with("class", "notice " + kind).with("role", "status");
    }

    /** A radio button or check box with its label. */
    static Markup choice(String type, String name, String value, String label, boolean chosen) {
        Markup input = tag("input")
                .with("type", type)
                .with("name", name)
                .with("value", value)
                .flag("checked", chosen);
        return tag("label", input, text(" " + label)).with("class", "choice");
    }

    private Markup banner() {
        Markup header = tag(
                        "header",
                        tag("strong", "Sandbox: not OKX"),
                        tag("span", "plays the site " + site).with("class", "site"))
                .with("class", "banner");
        session.trader().ifPresent(trader -> {
            boolean demo = session.environment() == Environment.DEMO;
            header.add(
                    tag("span", trader.name() + (demo ? ", demo trading" : ", live trading")),
                    tag(
                            "nav",
                            link("/account/settings/trading", "Trading settings"),
                            link("/account/my-api", "API keys"),
                            link("/account/connected-apps", "Connected apps"),
                            link(
                                    demo ? "/account/my-api?go-live-trading=1" : "/account/my-api?go-demo-trading=1",
                                    demo ? "Go to live trading" : "Go to demo trading"),
                            link("/account/login-as", "Switch user")));
        });
        return header;
    }

    static Markup link(String target, String label) {
        return tag("a", label).with("href", target);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-store");
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; form-action " + formTargets
                        + "; base-uri 'none'; frame-ancestors 'none'");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Content-Type-Options", "nosniff");
        // Cookies do not tell ports apart: each site has a cookie of its own.
        headers.put("Set-Cookie", cookieName(site) + "=" + session.id() + "; Path=/; HttpOnly; SameSite=Lax");
        return headers;
    }

    static String cookieName(String site) {
        return "sandbox_" + site;
    }
}
