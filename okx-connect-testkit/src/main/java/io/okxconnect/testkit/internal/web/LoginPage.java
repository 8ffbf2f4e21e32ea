package io.okxconnect.testkit.internal.web;

import static io.okxconnect.testkit.internal.web.Markup.tag;

import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Trader;
import io.okxconnect.testkit.internal.oauth.OAuthDesk;
import io.okxconnect.testkit.internal.rest.Answer;
import java.util.List;

/** Chooses who to be: a sandbox knows no passwords. */
final class LoginPage {
    private static final String HOME = "/account/my-api";
    private static final String LOCAL = "/[A-Za-z0-9][A-Za-z0-9/_-]*([?][A-Za-z0-9/_.~%&=+:,;@!$'()*?-]*)?";

    private final Exchange exchange;
    private final OAuthDesk oauth;

    LoginPage(Exchange exchange, OAuthDesk oauth) {
        this.exchange = exchange;
        this.oauth = oauth;
    }

    Answer show(String site, Page page, String next) {
        List<Markup> users = exchange.traders(site).stream()
                .map(trader -> row(page, trader, next))
                .toList();
        Markup content = users.isEmpty()
                ? Page.notice("bad", "This site has no users yet: create one from Java.")
                : tag("ul", Markup.all(users)).with("class", "users");
        return page.show(200, "Log in as", content, elsewhere(site, localPath(next)));
    }

    /** Customers of another site log in there, also when an app has sent them here. */
    private Markup elsewhere(String site, String next) {
        if (!next.startsWith(oauth.rules().path() + "?")) {
            return Markup.all(List.of());
        }
        Markup links = tag("ul").with("class", "sites");
        oauth.sites().stream()
                .filter(other -> !other.equals(site) && !exchange.traders(other).isEmpty())
                .forEach(other ->
                        links.add(tag("li", Page.link(oauth.origin(other) + next, "Customer of the site " + other))));
        return tag("nav", links).with("aria-label", "Other sites");
    }

    /** A path on this server, perhaps with a query, never an address elsewhere. */
    static String localPath(String next) {
        return next.matches(LOCAL) ? next : HOME;
    }

    private static Markup row(Page page, Trader trader, String next) {
        String label = trader.isSubAccount() ? trader.name() + " (sub-account)" : trader.name();
        return tag(
                "li",
                page.form(
                        "/account/login-as",
                        Page.hidden("user", trader.name()),
                        Page.hidden("next", localPath(next)),
                        Page.button(label).with("data-user", trader.name())));
    }
}
