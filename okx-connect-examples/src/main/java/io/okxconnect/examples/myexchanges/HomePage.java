package io.okxconnect.examples.myexchanges;

import io.okxconnect.ConnectionState;
import io.okxconnect.examples.myexchanges.connect.Account;
import io.okxconnect.examples.web.Html;
import java.util.List;

/** "My exchanges": a card for each account. */
final class HomePage {
    private HomePage() {}

    static String html(View view, List<Account> accounts) {
        Html content = accounts.isEmpty() ? empty(view) : list(view, accounts);
        return Layout.page(view, view.say("home.title"), content);
    }

    private static Html empty(View view) {
        return Html.of(
                """
                <section class="hero">
                <img src="/mark.svg" alt="" width="64" height="64">
                <h1>{}</h1>
                <p class="lead">{}</p>
                <p><a class="button primary big" id="add" href="/add">{}{}</a></p>
                <ul class="promises"><li>{}{}</li><li>{}{}</li><li>{}{}</li></ul>
                </section>
                """,
                view.say("home.empty"),
                view.say("home.empty.text"),
                Icon.PLUS.html(),
                view.say("home.add"),
                Icon.SHIELD.html(),
                view.say("promise.withdraw"),
                Icon.KEY.html(),
                view.say("promise.secret"),
                Icon.BOLT.html(),
                view.say("promise.ask"));
    }

    private static Html list(View view, List<Account> accounts) {
        return Html.of(
                """
                <div class="heading"><h1>{}</h1><a class="button primary" id="add" href="/add">{}{}</a></div>
                <div class="cards">{}</div>
                """,
                view.say("home.title"),
                Icon.PLUS.html(),
                view.say("home.add"),
                accounts.stream().map(account -> card(view, account)).toList());
    }

    private static Html card(View view, Account account) {
        AccountParts parts = new AccountParts(view, account);
        boolean well = account.status().state() == ConnectionState.CONNECTED;
        String n = String.valueOf(account.number());
        return Html.of(
                """
                <article class="card account" id="account-{}" aria-labelledby="name-{}">
                {}{}{}{}
                <div class="actions">
                {}
                {}
                <a class="button quiet" id="key-{}" href="{}/key">{}</a>
                <a class="button quiet danger" id="disconnect-{}" href="{}/disconnect">{}</a>
                </div>
                </article>
                """,
                n,
                n,
                parts.head("h2"),
                parts.sentence(),
                parts.money(),
                parts.facts(),
                well
                        ? Html.of(
                                "<a class=\"button\" id=\"setup-{}\" href=\"{}\">{}</a>",
                                n,
                                parts.path(),
                                view.say("action.setup"))
                        : Html.of(
                                "<a class=\"button primary\" id=\"fix-{}\" href=\"{}\">{}</a>",
                                n,
                                parts.path(),
                                view.say("action.fix")),
                view.button(parts.path() + "/check?from=home", "check-" + n, "quiet", view.say("action.check")),
                n,
                parts.path(),
                view.say("action.key"),
                n,
                parts.path(),
                view.say("action.disconnect"));
    }
}
