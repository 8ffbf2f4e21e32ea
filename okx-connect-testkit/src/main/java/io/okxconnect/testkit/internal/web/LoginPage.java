package io.okxconnect.testkit.internal.web;

import static io.okxconnect.testkit.internal.web.Markup.tag;

import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Trader;
import io.okxconnect.testkit.internal.rest.Answer;
import java.util.List;

/** Chooses who to be: a sandbox knows no passwords. */
final class LoginPage {
    private static final String HOME = "/account/my-api";

    private final Exchange exchange;

    LoginPage(Exchange exchange) {
        this.exchange = exchange;
    }

    Answer show(String site, Page page, String next) {
        List<Markup> users = exchange.traders(site).stream()
                .map(trader -> row(page, trader, next))
                .toList();
        Markup content = users.isEmpty()
                ? Page.notice("bad", "This site has no users yet: create one from Java.")
                : tag("ul", Markup.all(users)).with("class", "users");
        return page.show(200, "Log in as", content);
    }

    /** A path on this server, never an address elsewhere. */
    static String localPath(String next) {
        return next.matches("/[A-Za-z0-9][A-Za-z0-9/_-]*") ? next : HOME;
    }

    private static Markup row(Page page, Trader trader, String next) {
        String label = trader.isSubAccount() ? trader.name() + " (sub-account)" : trader.name();
        return tag(
                "li",
                page.form(
                        "/account/login-as",
                        Page.hidden("user", trader.name()),
                        Page.hidden("next", localPath(next)),
                        Page.button(label)));
    }
}
