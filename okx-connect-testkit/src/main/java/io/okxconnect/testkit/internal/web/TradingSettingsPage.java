package io.okxconnect.testkit.internal.web;

import static io.okxconnect.testkit.internal.web.Markup.tag;

import io.okxconnect.testkit.internal.model.Account;
import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Refusal;
import io.okxconnect.testkit.internal.model.Trader;
import io.okxconnect.testkit.internal.rest.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Account mode, position mode and margin mode, by the same rules as through the API. */
final class TradingSettingsPage {
    private static final String PATH = "/account/settings/trading";
    private static final Map<String, String> ACCOUNT_MODES = ordered(
            "1", "Spot mode",
            "2", "Futures mode (single-currency margin)",
            "3", "Multi-currency margin mode",
            "4", "Portfolio margin mode");
    private static final Map<String, String> POSITION_MODES =
            ordered("net_mode", "One-way mode (net)", "long_short_mode", "Hedge mode (long/short)");
    private static final Map<String, String> ISOLATED_MODES =
            ordered("automatic", "Automatic transfers", "autonomy", "Manual transfers (no longer offered)");

    /** What became of a form, to be shown above the settings. */
    private record Outcome(int status, String kind, String message) {}

    Answer show(Session session, Trader trader, Page page, int status, Optional<Markup> notice) {
        Account account = session.account(trader);
        return account.exclusively(() -> {
            List<Markup> parts = new ArrayList<>();
            notice.ifPresent(parts::add);
            parts.add(blockers(account, page));
            parts.add(accountMode(account, page));
            parts.add(card(page, "Position mode", "positionMode", POSITION_MODES, account.positionMode()));
            parts.add(card(
                    page,
                    "Margin mode: transfers of isolated contract margin",
                    "isolatedMode",
                    ISOLATED_MODES,
                    account.contractIsolatedMode()));
            return page.show(status, "Trading settings", Markup.all(parts));
        });
    }

    Answer submit(Session session, Trader trader, Page page, Form form) {
        Account account = session.account(trader);
        Outcome outcome = account.exclusively(() -> {
            try {
                return new Outcome(200, "good", change(account, form));
            } catch (Refusal refusal) {
                String reason = refusal.errorCode().code() + ": " + refusal.text();
                return new Outcome(409, "bad", "Nothing was changed. " + reason + " " + advice(refusal, account));
            }
        });
        Markup notice = Page.notice(outcome.kind(), outcome.message());
        return show(session, trader, page, outcome.status(), Optional.of(notice));
    }

    private static String change(Account account, Form form) {
        if (ACCOUNT_MODES.containsKey(form.text("accountMode"))) {
            String wanted = form.text("accountMode");
            if (!account.isOpen(wanted) && form.text("accept").equals("yes")) {
                account.open(wanted);
            }
            if (!form.text("leverage").isEmpty()) {
                account.modeSwitch().preset(wanted, form.text("leverage"));
            }
            account.modeSwitch().switchTo(wanted);
            return "Account mode: " + ACCOUNT_MODES.get(wanted);
        }
        if (POSITION_MODES.containsKey(form.text("positionMode"))) {
            String wanted = form.text("positionMode");
            account.modeSwitch().positionMode(wanted);
            return "Position mode: " + POSITION_MODES.get(wanted);
        }
        if (form.text("isolatedMode").equals("automatic")) {
            account.modeSwitch().isolatedMode("CONTRACTS", "automatic");
            return "Isolated margin: automatic transfers";
        }
        return clear(account, form.text("clear"));
    }

    private static String clear(Account account, String what) {
        return switch (what) {
            case "orders" -> {
                account.orderDesk().cancelAll();
                yield "All pending orders are cancelled.";
            }
            case "positions" -> {
                account.orderDesk().closeAll();
                yield "All positions are closed.";
            }
            case "bots" -> {
                account.bots(0);
                yield "All bots are stopped.";
            }
            default -> throw ErrorCode.PARAMETER_ERROR.refusal("setting");
        };
    }

    private static String advice(Refusal refusal, Account account) {
        if (refusal.errorCode() == ErrorCode.FINISH_ON_THE_WEB) {
            return "Tick the box to finish the first set-up of this mode.";
        }
        return account.positions().isEmpty()
                        && !account.orders().hasPending()
                        && account.orders().pendingAlgos().isEmpty()
                        && account.bots() == 0
                ? ""
                : "See below what stands in the way.";
    }

    private static Markup blockers(Account account, Page page) {
        List<Markup> rows = new ArrayList<>();
        List<String> positions = account.positions().open().stream()
                .map(it -> it.instrument().instId())
                .toList();
        List<String> orders = Stream.concat(
                        account.orders().pending().stream()
                                .map(it -> it.ticket().instrument().instId()),
                        account.orders().pendingAlgos().stream()
                                .map(it -> it.instrument().instId()))
                .toList();
        addBlocker(rows, page, positions.size(), "open position(s) in " + names(positions), "positions", "Close all");
        addBlocker(rows, page, orders.size(), "pending order(s) for " + names(orders), "orders", "Cancel all");
        addBlocker(rows, page, account.bots(), "running bot(s)", "bots", "Stop all");
        return rows.isEmpty()
                ? Page.notice("good", "No position, order or bot stands in the way of a change.")
                : tag("section", tag("h2", "In the way of a change"), tag("ul", Markup.all(rows)))
                        .with("class", "card");
    }

    private static String names(List<String> instruments) {
        return String.join(", ", new TreeSet<>(instruments));
    }

    private static void addBlocker(List<Markup> rows, Page page, int count, String name, String what, String label) {
        if (count > 0) {
            Markup form = page.form(PATH, Page.hidden("clear", what), Page.button(label));
            rows.add(tag("li", tag("span", count + " " + name), form));
        }
    }

    private static Markup accountMode(Account account, Page page) {
        Markup leverage = tag(
                "label",
                Markup.text("Leverage to preset, when positions leave portfolio margin "),
                tag("input").with("name", "leverage").with("inputmode", "numeric"));
        return tag(
                        "section",
                        tag("h2", "Account mode"),
                        page.form(
                                PATH,
                                choices("accountMode", ACCOUNT_MODES, account.mode()),
                                Page.choice(
                                        "checkbox",
                                        "accept",
                                        "yes",
                                        "I have read how this mode works (first set-up of a mode)",
                                        false),
                                leverage,
                                Page.button("Switch account mode")))
                .with("class", "card");
    }

    private static Markup card(Page page, String title, String name, Map<String, String> options, String chosen) {
        return tag("section", tag("h2", title), page.form(PATH, choices(name, options, chosen), Page.button("Save")))
                .with("class", "card");
    }

    private static Markup choices(String name, Map<String, String> options, String chosen) {
        return Markup.all(options.entrySet().stream()
                .map(it -> Page.choice(
                        "radio", name, it.getKey(), it.getValue(), it.getKey().equals(chosen)))
                .toList());
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
