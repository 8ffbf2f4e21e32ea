package io.okxconnect.examples.myexchanges;

import io.okxconnect.ConnectionState;
import io.okxconnect.examples.myexchanges.connect.Account;
import io.okxconnect.examples.web.Html;
import io.okxconnect.site.TradingEnvironment;
import java.time.Instant;
import java.util.OptionalLong;

/** What the list and the account's own page both show of an account. */
final class AccountParts {
    private final View view;
    private final Account account;

    AccountParts(View view, Account account) {
        this.view = view;
        this.account = account;
    }

    String name() {
        return account.summary().label().filter(label -> !label.isBlank()).orElseGet(() -> view.say("account.unnamed"));
    }

    String path() {
        return "/accounts/" + account.number();
    }

    static Icon icon(ConnectionState state) {
        return switch (state) {
            case CONNECTED -> Icon.GOOD;
            case SETUP_REQUIRED, EXPIRES_SOON, TEMPORARY_ISSUE -> Icon.WARN;
            case UNCHECKED -> Icon.IDLE;
            default -> Icon.BAD;
        };
    }

    Html head(String level) {
        Icon icon = icon(account.status().state());
        return Html.of(
                "<header class=\"head\"><span class=\"logo\" aria-hidden=\"true\">OKX</span><div class=\"names\">"
                        + "<" + level + " id=\"name-{}\">{}</" + level + ">"
                        + "<p class=\"place\"><span>OKX</span> <span>{}</span> <span class=\"badge {}\">{}</span></p></div>"
                        + "<p class=\"status {}\" data-state=\"{}\">{}<span class=\"unseen\">{} </span>{}</p></header>",
                account.number(),
                name(),
                view.words().name("site", account.summary().siteName()),
                account.summary().environment() == TradingEnvironment.LIVE ? "live" : "demo",
                view.say("environment." + account.summary().environment()),
                icon.css(),
                account.status().state(),
                icon.html(),
                view.say("status"),
                view.say("state." + account.status().state()));
    }

    /** One sentence on what the word means, where it is not "connected". */
    Html sentence() {
        return view.words()
                .find("state." + account.status().state() + ".text")
                .map(text -> Html.of("<p class=\"sentence\">{}</p>", text))
                .orElse(Html.NONE);
    }

    Html money() {
        return account.look()
                .balance()
                .map(balance -> new Donut(view, balance).html())
                .orElseGet(() -> Html.of("<p class=\"quiet\">{}</p>", view.say("balance.unread")));
    }

    Html facts() {
        return Html.of(
                "<dl class=\"facts\"><div><dt>{}</dt><dd>{}</dd></div><div><dt>{}</dt><dd>{} <span class=\"mono\">{}</span></dd></div>"
                        + "<div><dt>{}</dt><dd>{}</dd></div></dl>",
                view.say("fact.checked"),
                account.status().checkedAt().equals(Instant.EPOCH)
                        ? view.say("fact.never")
                        : Shown.time(account.status().checkedAt()),
                view.say("fact.key"),
                view.say("origin." + account.summary().origin()),
                account.summary().maskedApiKey().orElse(""),
                view.say("fact.expiry"),
                expiry());
    }

    private Html expiry() {
        OptionalLong days = account.status().daysLeft();
        if (days.isEmpty()) {
            boolean over = icon(account.status().state()) == Icon.BAD;
            return Html.of("{}", over ? "–" : view.say("expiry.none"));
        }
        return Html.of(
                "{} <svg class=\"meter\" viewBox=\"0 0 56 6\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"rail\" width=\"56\" height=\"6\" rx=\"3\"/>"
                        + "<rect class=\"fill\" width=\"{}\" height=\"6\" rx=\"3\"/></svg>",
                view.say("expiry.days", days.getAsLong()),
                Math.max(4, Math.min(14, days.getAsLong()) * 4));
    }
}
