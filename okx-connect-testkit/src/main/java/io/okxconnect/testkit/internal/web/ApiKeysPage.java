package io.okxconnect.testkit.internal.web;

import static io.okxconnect.testkit.internal.web.Markup.tag;

import io.okxconnect.testkit.internal.model.ApiKey;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Trader;
import io.okxconnect.testkit.internal.rest.Answer;
import java.time.Instant;
import java.util.List;

/** The keys of the account, and deleting them. */
final class ApiKeysPage {
    private final Exchange exchange;

    ApiKeysPage(Exchange exchange) {
        this.exchange = exchange;
    }

    Answer show(Session session, Trader trader, Page page) {
        Instant now = exchange.clock().instant();
        List<Markup> rows = trader.keys().stream()
                .filter(key -> key.environment() == session.environment() && key.isAlive(now))
                .map(key -> row(page, key))
                .toList();
        Markup create = Page.link("/account/my-api/create", "Create API key").with("class", "primary");
        Markup list = rows.isEmpty()
                ? Page.notice("plain", "You have no API key here yet.")
                : tag("table", head(), tag("tbody", Markup.all(rows)));
        return page.show(200, "API keys", create, list);
    }

    Answer delete(Trader trader, Page page, String id) {
        trader.keys().stream().filter(key -> key.id().equals(id)).forEach(ApiKey::kill);
        return page.goTo("/account/my-api");
    }

    private static Markup head() {
        List<Markup> cells =
                List.of("Name", "API key", "Permissions", "IP addresses", "Linked app", "Expires", "").stream()
                        .map(title -> tag("th", title))
                        .toList();
        return tag("thead", tag("tr", Markup.all(cells)));
    }

    private static Markup row(Page page, ApiKey key) {
        String expires = key.expiresAt()
                .map(end -> end.toString().substring(0, 10) + " unless used")
                .orElse("never");
        return tag(
                "tr",
                tag("td", key.label()),
                tag("td", tag("code", key.id())),
                tag("td", key.permissionText()),
                tag("td", key.ips().isEmpty() ? "any" : key.ips().text()),
                tag("td", key.linkedApp().orElse("-")),
                tag("td", expires),
                tag("td", page.form("/account/my-api/delete", Page.hidden("apiKey", key.id()), Page.button("Delete"))));
    }
}
