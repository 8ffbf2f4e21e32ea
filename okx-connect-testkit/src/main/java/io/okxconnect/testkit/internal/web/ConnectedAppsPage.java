package io.okxconnect.testkit.internal.web;

import static io.okxconnect.testkit.internal.web.Markup.tag;

import io.okxconnect.testkit.internal.model.Trader;
import io.okxconnect.testkit.internal.oauth.Consents;
import io.okxconnect.testkit.internal.oauth.Grant;
import io.okxconnect.testkit.internal.rest.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The apps that a user has agreed to, and taking that back. */
final class ConnectedAppsPage {
    private static final String PATH = "/account/connected-apps";

    private final Consents consents;

    ConnectedAppsPage(Consents consents) {
        this.consents = consents;
    }

    Answer show(Trader trader, Page page) {
        Map<String, Markup> rows = new LinkedHashMap<>();
        List<Grant> grants = consents.of(trader);
        grants.forEach(it -> rows.put(it.client().id(), row(page, it, grants)));
        Markup head = tag("thead", tag("tr", tag("th", "App"), tag("th", "May"), tag("th", "")));
        Markup list = rows.isEmpty()
                ? Page.notice("plain", "No app is connected to your account.")
                : tag("table", head, tag("tbody", Markup.all(List.copyOf(rows.values()))));
        return page.show(200, "Connected apps", list);
    }

    Answer revoke(Trader trader, Page page, Form form) {
        consents.cancel(trader, form.text("app"));
        return page.goTo(PATH);
    }

    /** One row per app, however often the user has agreed. */
    private static Markup row(Page page, Grant grant, List<Grant> grants) {
        TreeSet<String> scopes = new TreeSet<>();
        grants.stream().filter(it -> it.client() == grant.client()).forEach(it -> scopes.addAll(it.scopes()));
        List<Markup> wishes =
                scopes.stream().map(scope -> tag("li", Wishes.inWords(scope))).toList();
        return tag(
                "tr",
                tag("td", grant.client().name()),
                tag("td", tag("ul", Markup.all(wishes))),
                tag("td", page.form(PATH, Page.hidden("app", grant.client().id()), Page.button("Revoke"))));
    }
}
