package io.okxconnect.examples.myexchanges;

import io.okxconnect.RemainingKey;
import io.okxconnect.ReplacementReport;
import io.okxconnect.check.PlanReport;
import io.okxconnect.check.SetupPlan;
import io.okxconnect.check.UndoRecord;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.examples.myexchanges.connect.Account;
import io.okxconnect.examples.myexchanges.connect.Choice;
import io.okxconnect.examples.myexchanges.connect.ElsewhereException;
import io.okxconnect.examples.myexchanges.connect.Exchanges;
import io.okxconnect.examples.myexchanges.connect.PastedKey;
import io.okxconnect.examples.myexchanges.connect.RefusedException;
import io.okxconnect.examples.web.Form;
import io.okxconnect.site.TradingEnvironment;
import java.util.Optional;
import java.util.function.Supplier;

/** What the forms do, and which page is shown then. */
final class Actions {
    private static final String ADD = "/add/okx";

    private final Exchanges exchanges;

    Actions(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    /** Carries out a form; empty if there is none of that address, or the account is not the user's. */
    Optional<String> run(Session session, String path, String from, Form form) {
        if (path.equals("/add/okx/key")) {
            return Optional.of(connect(session, form));
        }
        return AccountPath.parse(path)
                .flatMap(wanted -> exchanges
                        .find(session.user(), wanted.number())
                        .flatMap(account -> ofAccount(session, account, wanted.rest(), from, form)));
    }

    private Optional<String> ofAccount(Session session, Account account, String action, String from, Form form) {
        String page = "/accounts/" + account.number();
        return switch (action) {
            case "check" ->
                Optional.of(trying(session, page, () -> check(session, account, from.equals("home") ? "/" : page)));
            case "setup" -> Optional.of(trying(session, page, () -> apply(session, account, page)));
            case "undo" -> Optional.of(trying(session, page, () -> undo(session, account, page)));
            case "key" -> Optional.of(replace(session, account, form, page));
            case "disconnect" -> Optional.of(trying(session, page, () -> disconnect(session, account)));
            default -> Optional.empty();
        };
    }

    /** Does something, or says why it could not be done on the page where it was begun. */
    private static String trying(Session session, String page, Supplier<String> what) {
        return trying(session, page, Optional.empty(), what);
    }

    private static String trying(Session session, String page, Optional<String> triedKey, Supplier<String> what) {
        try {
            return what.get();
        } catch (OkxConnectException | RefusedException | ElsewhereException | InvalidArgumentException e) {
            return page + "?news=" + session.tell(new News.Failed(e, triedKey));
        }
    }

    private static String told(Session session, String page, News.Done done) {
        return page + "?news=" + session.tell(done);
    }

    private String connect(Session session, Form form) {
        TradingEnvironment environment = form.text("environment")
                .filter("LIVE"::equals)
                .map(TradingEnvironment::valueOf)
                .orElse(TradingEnvironment.DEMO);
        Optional<String> site = form.text("site").filter(name -> !name.isEmpty());
        int number = session.nextAccount();
        try (PastedKey key = pasted(form)) {
            return trying(session, ADD, key.masked(), () -> {
                exchanges.connect(session.user(), number, key, new Choice(environment, site));
                return connected(session, number);
            });
        }
    }

    private static PastedKey pasted(Form form) {
        return new PastedKey(form.secret("apiKey"), form.secret("secretKey"), form.secret("passphrase"));
    }

    /** To the list if all is well, else to what is to be done first. */
    private String connected(Session session, int number) {
        boolean ready = exchanges
                .find(session.user(), number)
                .map(account -> account.status().isUsable())
                .orElse(false);
        return ready
                ? told(session, "/", News.Done.of("connected"))
                : told(session, "/accounts/" + number, News.Done.of("connected-not-ready"));
    }

    /** Where Fast connect sends the browser. */
    String begin(Session session, Optional<String> account) {
        if (!exchanges.hasFastConnect()) {
            return ADD;
        }
        Optional<Integer> known = account.flatMap(number -> AccountPath.parse("/accounts/" + number))
                .flatMap(path -> exchanges.find(session.user(), path.number()))
                .map(Account::number);
        return trying(
                session,
                ADD,
                () -> exchanges
                        .begin(session.user(), known.orElseGet(session::nextAccount), session.binding())
                        .toString());
    }

    /** What follows when the browser is back from OKX. */
    String complete(Session session, String query) {
        if (!exchanges.hasFastConnect()) {
            return ADD;
        }
        return trying(session, ADD, () -> {
            int number = exchanges.complete(session.user(), query, session.binding());
            return connected(session, number);
        });
    }

    private String check(Session session, Account account, String page) {
        exchanges.look(session.user(), account.number());
        boolean read = exchanges
                .find(session.user(), account.number())
                .map(now -> now.look().trouble().isEmpty())
                .orElse(false);
        // The account's own page says what is wrong.
        return read ? told(session, page, News.Done.of("checked")) : "/accounts/" + account.number();
    }

    private String apply(Session session, Account account, String page) {
        Optional<SetupPlan> plan = account.look().plan();
        if (plan.isEmpty()) {
            return page;
        }
        PlanReport report = exchanges.apply(session.user(), account.number(), plan.get());
        report.undoRecord().ifPresent(record -> session.undo().put(account.number(), record));
        return told(session, page, News.Done.of("apply-" + report.status()));
    }

    private String undo(Session session, Account account, String page) {
        UndoRecord record = session.undo().remove(account.number());
        if (record == null) {
            return page;
        }
        PlanReport report = exchanges.undo(session.user(), account.number(), record);
        return told(session, page, News.Done.of("undo-" + report.status()));
    }

    private String replace(Session session, Account account, Form form, String page) {
        try (PastedKey key = pasted(form)) {
            return trying(session, page + "/key", key.masked(), () -> {
                ReplacementReport report = exchanges.replace(session.user(), account.number(), key);
                News.Done done = report.remaining()
                        .map(old -> News.Done.of(
                                "replaced",
                                report.maskedApiKey(),
                                old.maskedApiKey(),
                                old.page().toString()))
                        .orElseGet(() -> News.Done.of("replaced-same", report.maskedApiKey()));
                return told(session, page, done);
            });
        }
    }

    private String disconnect(Session session, Account account) {
        RemainingKey left =
                exchanges.disconnect(session.user(), account.number()).remaining();
        session.undo().remove(account.number());
        return told(
                session,
                "/",
                News.Done.of(
                        "disconnected-" + left.origin(),
                        left.maskedApiKey(),
                        left.page().toString()));
    }
}
