package io.okxconnect.examples.myexchanges;

import io.okxconnect.examples.myexchanges.connect.Account;
import io.okxconnect.examples.myexchanges.connect.Exchanges;
import io.okxconnect.examples.web.Html;
import java.util.Optional;

/** Which address shows which page. */
final class Pages {
    private final Exchanges exchanges;
    private final Settings settings;

    Pages(Exchanges exchanges, Settings settings) {
        this.exchanges = exchanges;
        this.settings = settings;
    }

    Optional<String> find(View view, Session session, String path) {
        return switch (path) {
            case "/" -> Optional.of(HomePage.html(view, exchanges.of(session.user())));
            case "/add" -> Optional.of(AddPage.exchanges(view));
            case "/add/okx" -> Optional.of(AddPage.ways(view, settings, exchanges.hasFastConnect()));
            default ->
                AccountPath.parse(path)
                        .flatMap(wanted -> exchanges
                                .find(session.user(), wanted.number())
                                .flatMap(account -> ofAccount(view, session, account, wanted.rest())));
        };
    }

    private Optional<String> ofAccount(View view, Session session, Account account, String rest) {
        AccountPage page = new AccountPage(view, account);
        return switch (rest) {
            case "" -> Optional.of(page.html(session.undo().containsKey(account.number())));
            case "setup" ->
                account.look()
                        .plan()
                        .filter(plan -> !plan.changes().isEmpty())
                        .map(page::confirm)
                        .or(() -> Optional.of(page.html(false)));
            case "key" ->
                Optional.of(
                        AddPage.another(view, settings, new AccountParts(view, account), exchanges.hasFastConnect()));
            case "disconnect" -> Optional.of(page.disconnect());
            default -> Optional.empty();
        };
    }

    static String notFound(View view) {
        return plain(view, "not-found");
    }

    /** For a form that another site made, or that is older than the session. */
    static String stale(View view) {
        return plain(view, "stale");
    }

    /** For a failure that no page is made for. */
    static String failed(View view) {
        return plain(view, "failed");
    }

    private static String plain(View view, String key) {
        String title = view.say(key + ".title");
        return Layout.page(
                view,
                title,
                Layout.titled(view, "/", title, Html.of("<p class=\"lead\">{}</p>", view.say(key + ".text"))));
    }
}
