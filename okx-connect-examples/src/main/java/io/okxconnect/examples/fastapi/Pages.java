package io.okxconnect.examples.fastapi;

import io.okxconnect.Connection;
import io.okxconnect.account.Balance;
import io.okxconnect.account.CurrencyBalance;
import io.okxconnect.check.Finding;
import io.okxconnect.examples.web.Html;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages, as HTML. Every value is escaped. */
final class Pages {
    static final String STYLE = """
            body { font: 17px/1.5 system-ui, sans-serif; max-width: 40em; margin: 8vh auto; padding: 0 1em;
                color: #1a1a1a }
            .button { display: inline-block; font: inherit; padding: .5em 1.2em; border: 1px solid #000;
                border-radius: 2em; background: #000; color: #fff; text-decoration: none; cursor: pointer }
            .quiet { background: #fff; color: #000 }
            .notice { padding: .8em 1em; border-left: .3em solid #b00020; background: #fdf1f2 }
            .notice.good { border-color: #0a7d33; background: #f0f9f3 }
            table { border-collapse: collapse; margin: 1em 0 } td, th { padding: .2em 1.2em .2em 0; text-align: right }
            td:first-child, th:first-child { text-align: left }
            """;

    static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Pages() {}

    static String invitation(Optional<Notice> news) {
        return page("Connect your OKX account", notice(news) + """
                        <p>This app shows your balances and trades for you.
                        It never sees your password, and cannot withdraw.</p>
                        <p><a class="button" id="connect" href="%s" rel="nofollow">Connect OKX</a></p>
                        """.formatted(FastApiApp.START));
    }

    static String connected(Connection connection, Balance balance, Session session, Optional<Notice> news) {
        String findings =
                connection.status().findings().stream().map(Pages::finding).collect(Collectors.joining());
        return page(
                "Your OKX account",
                notice(news)
                        + "<p>Status: <strong id=\"status\">"
                        + connection.status().state() + "</strong> ("
                        + Html.escaped(connection.environment().toString()) + ", key "
                        + Html.escaped(connection.maskedApiKey()) + ")</p>"
                        + (findings.isEmpty() ? "" : "<ul id=\"findings\">" + findings + "</ul>")
                        + table(balance)
                        + """
                        <form method="post" action="%s"><input type="hidden" name="token" value="%s">
                        <a class="button quiet" id="again" href="%s" rel="nofollow">Get a new key</a>
                        <button class="button quiet" id="disconnect">Disconnect</button></form>
                        """.formatted(FastApiApp.DISCONNECT, Html.escaped(session.formToken()), FastApiApp.START));
    }

    /** The account is stored, but OKX cannot be asked about it now. */
    static String unreachable(Notice why) {
        return page(
                "Your OKX account",
                notice(Optional.of(why))
                        + "<p><a class=\"button\" id=\"connect\" href=\"" + FastApiApp.START
                        + "\" rel=\"nofollow\">Connect again</a></p>");
    }

    static String plain(String title, String text) {
        return page(title, "<p>" + Html.escaped(text) + "</p><p><a href=\"/\">Back to the app</a></p>");
    }

    private static String table(Balance balance) {
        String rows = balance.currencies().stream().map(Pages::row).collect(Collectors.joining());
        return "<table id=\"balances\"><tr><th>Currency</th><th>Equity</th><th>Available</th></tr>" + rows
                + "</table><p>Total: <span id=\"total\">"
                + balance.totalEquity().setScale(2, RoundingMode.DOWN).toPlainString() + "</span> USD</p>";
    }

    private static String row(CurrencyBalance row) {
        return "<tr><td>" + Html.escaped(row.currency()) + "</td><td>" + amount(row.equity()) + "</td><td>"
                + amount(row.availableBalance()) + "</td></tr>";
    }

    private static String amount(Optional<BigDecimal> value) {
        return value.map(v -> v.setScale(8, RoundingMode.DOWN).stripTrailingZeros())
                .map(v -> v.signum() == 0 ? "0" : v.toPlainString())
                .orElse("");
    }

    private static String finding(Finding finding) {
        return "<li>" + Html.escaped(finding.message() + " " + finding.reason())
                + finding.remedy()
                        .map(remedy -> " " + Html.escaped(remedy.toString()))
                        .orElse("") + "</li>";
    }

    private static String notice(Optional<Notice> news) {
        return news.map(said -> "<div class=\"notice " + (said.tone() == Notice.Tone.GOOD ? "good" : "bad")
                        + "\" role=\"status\"><strong id=\"notice\">" + Html.escaped(said.title())
                        + "</strong><br><span id=\"notice-text\">" + Html.escaped(said.text()) + "</span></div>")
                .orElse("");
    }

    private static String page(String title, String content) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width\"><title>" + title
                + "</title><link rel=\"stylesheet\" href=\"" + FastApiApp.STYLES + "\"></head><body><h1>" + title
                + "</h1>" + content + "</body></html>";
    }
}
