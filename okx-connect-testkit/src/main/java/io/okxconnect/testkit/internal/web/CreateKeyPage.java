package io.okxconnect.testkit.internal.web;

import static io.okxconnect.testkit.internal.web.Markup.tag;
import static io.okxconnect.testkit.internal.web.Markup.text;

import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.IssuedKey;
import io.okxconnect.testkit.internal.model.KeyTerms;
import io.okxconnect.testkit.internal.model.Refusal;
import io.okxconnect.testkit.internal.model.Trader;
import io.okxconnect.testkit.internal.rest.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes a key, and shows its secret a single time. */
final class CreateKeyPage {
    private static final String PATH = "/account/my-api/create";
    private static final Set<String> PERMISSIONS = Set.of("read_only", "trade", "withdraw");

    private final Exchange exchange;

    CreateKeyPage(Exchange exchange) {
        this.exchange = exchange;
    }

    Answer show(Page page, int status, Optional<String> problem) {
        Markup notice =
                Markup.all(problem.map(it -> Page.notice("bad", it)).stream().toList());
        Markup apps = tag("select", tag("option", "").with("value", "")).with("name", "app");
        exchange.keyDesk().apps().forEach(app -> apps.add(tag("option", app).with("value", app)));
        Markup form = page.form(
                PATH,
                tag("h2", "Purpose"),
                Page.choice("radio", "purpose", "trading", "API trading", true),
                Page.choice("radio", "purpose", "app", "Linking third-party apps", false),
                tag("label", text("App "), apps),
                tag("h2", "Key"),
                tag("label", text("API key name "), field("name", "text", "50")),
                tag("label", text("Passphrase "), field("passphrase", "password", "32")),
                tag(
                        "p",
                        "8 to 32 characters with at least one digit, one upper-case letter, one lower-case letter and"
                                + " one special character. It cannot be shown again."),
                tag("h2", "Permissions"),
                Page.choice("checkbox", "perm", "read_only", "Read", true),
                Page.choice("checkbox", "perm", "trade", "Trade", false),
                Page.choice("checkbox", "perm", "withdraw", "Withdraw", false),
                tag("h2", "IP addresses"),
                tag("label", text("Up to 20, separated by commas "), field("ips", "text", "800")),
                tag("p", "A key that may trade or withdraw and has no IP address expires after 14 days without use."),
                Page.button("Create API key"));
        return page.show(status, "Create API key", notice, form.with("class", "card"));
    }

    Answer submit(Session session, Trader trader, Page page, Form form) {
        try {
            session.keep(exchange.keyDesk().issue(trader, terms(session, form)));
            return page.goTo("/account/my-api/created");
        } catch (Refusal refusal) {
            return show(page, 400, Optional.of(refusal.errorCode().code() + ": " + refusal.text()));
        } catch (IllegalArgumentException e) {
            return show(page, 400, Optional.of("Please check: " + e.getMessage()));
        }
    }

    Answer showCreated(Session session, Page page) {
        Optional<IssuedKey> issued = session.takeNewKey();
        if (issued.isEmpty()) {
            return page.show(
                    410, "API key created", Page.notice("bad", "A secret key is shown once. Lost: make a new key."));
        }
        IssuedKey key = issued.get();
        return page.show(
                200,
                "API key created",
                Page.notice("good", "Copy the secret key now: it will not be shown again."),
                tag(
                                "dl",
                                tag("dt", "API key"),
                                tag("dd", tag("code", key.key().id()).with("id", "api-key")),
                                tag("dt", "Secret key"),
                                tag("dd", tag("code", key.secretKey()).with("id", "secret-key")),
                                tag("dt", "Permissions"),
                                tag("dd", key.key().permissionText()))
                        .with("class", "card"),
                Page.link("/account/my-api", "Back to the API keys"));
    }

    private static KeyTerms terms(Session session, Form form) {
        Set<String> permissions = new TreeSet<>(form.all("perm"));
        permissions.retainAll(PERMISSIONS);
        boolean linking = form.text("purpose").equals("app");
        if (linking && form.text("app").isEmpty()) {
            throw new IllegalArgumentException("choose the app that the key is for");
        }
        List<String> ips = Arrays.stream(form.text("ips").split("[,\\s]+", -1))
                .filter(it -> !it.isEmpty())
                .toList();
        return new KeyTerms(
                form.text("name"),
                session.environment(),
                permissions,
                ips,
                linking ? form.text("app") : null,
                form.text("passphrase"));
    }

    private static Markup field(String name, String type, String longest) {
        return tag("input")
                .with("name", name)
                .with("type", type)
                .with("maxlength", longest)
                .with("autocomplete", "off");
    }
}
