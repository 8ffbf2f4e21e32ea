package io.okxconnect.examples.myexchanges;

import io.okxconnect.check.Finding;
import io.okxconnect.check.PlanItem;
import io.okxconnect.check.SetupPlan;
import io.okxconnect.check.Severity;
import io.okxconnect.examples.myexchanges.connect.Account;
import io.okxconnect.examples.web.Html;
import java.util.List;
import java.util.Set;

/** One account: what is wrong with it, how it is set up, and what this app can do about that. */
final class AccountPage {
    /** What the table of the settings says already. */
    private static final Set<String> IN_THE_TABLE =
            Set.of("account-mode", "position-mode", "permissions", "ip-binding");

    private final View view;
    private final Account account;
    private final AccountParts parts;
    private final LibraryText texts;

    AccountPage(View view, Account account) {
        this.view = view;
        this.account = account;
        this.parts = new AccountParts(view, account);
        this.texts = new LibraryText(view.words());
    }

    String html(boolean canUndo) {
        Html trouble = account.look()
                .trouble()
                .filter(diagnosis -> !diagnosis.isHealthy())
                .map(diagnosis -> NewsPanel.problem(
                        view, "trouble", view.say("trouble.title"), Problem.of(diagnosis, view.words()), "alert"))
                .orElse(Html.NONE);
        return Layout.page(
                view,
                parts.name(),
                Html.of(
                        """
                        <p class="back"><a href="/">{}{}</a></p>{}
                        <div class="card account open">{}{}{}{}<div class="actions">{}
                        <a class="button {}" id="key" href="{}/key">{}</a>
                        <a class="button quiet danger" id="disconnect" href="{}/disconnect">{}</a></div></div>
                        {}
                        """,
                        Icon.BACK.html(),
                        view.say("back.home"),
                        trouble,
                        parts.head("h1"),
                        parts.sentence(),
                        parts.money(),
                        parts.facts(),
                        view.button(parts.path() + "/check", "check", "quiet", view.say("action.check")),
                        account.look().trouble().isPresent() ? "primary" : "quiet",
                        parts.path(),
                        view.say("action.key"),
                        parts.path(),
                        view.say("action.disconnect"),
                        account.look().plan().map(plan -> setup(plan, canUndo))));
    }

    private Html setup(SetupPlan plan, boolean canUndo) {
        return Html.of(
                """
                <section class="card setup" id="setup" aria-labelledby="setup-title">
                <h2 id="setup-title">{}</h2><p>{}</p>
                <ul class="settings">{}</ul>
                {}{}{}
                </section>
                """,
                view.say("setup.title"),
                view.say("setup." + lead(plan)),
                plan.items().stream().map(this::item).toList(),
                plan.changes().isEmpty()
                        ? Html.NONE
                        : Html.of(
                                "<p class=\"go\"><a class=\"button primary big\" id=\"fix\" href=\"{}/setup\">{}</a> <span class=\"small\">{}</span></p>",
                                parts.path(),
                                view.say("setup.fix"),
                                view.say("setup.fix.text")),
                canUndo
                        ? Html.of(
                                "<div class=\"undo\"><p>{}</p>{}</div>",
                                view.say("setup.undo.text"),
                                view.button(parts.path() + "/undo", "undo", "quiet", view.say("setup.undo")))
                        : Html.NONE,
                notes());
    }

    private String lead(SetupPlan plan) {
        if (plan.isFine()) {
            return "fine";
        }
        boolean usable = account.status().isUsable();
        return plan.changes().isEmpty() ? (usable ? "advice" : "by-hand") : "lead";
    }

    private Html item(PlanItem item) {
        Icon icon = switch (item.kind()) {
            case ALREADY_FINE -> Icon.GOOD;
            case CAN_BE_CHANGED, ON_WEB_PAGE -> Icon.WARN;
            case BLOCKED -> Icon.BAD;
        };
        boolean fine = item.kind() == PlanItem.Kind.ALREADY_FINE;
        return Html.of(
                """
                <li class="setting" data-setting="{}" data-kind="{}">
                <p class="verdict {}">{}{}</p>
                <div><h3>{}</h3><p class="value">{}</p>{}{}{}{}</div></li>
                """,
                item.code(),
                item.kind(),
                icon.css(),
                icon.html(),
                view.say("kind." + item.kind()),
                texts.setting(item),
                texts.value(item.currentValue()),
                fine
                        ? Html.NONE
                        : Html.of(
                                "<p class=\"wanted\"><span>{}</span> {}</p>",
                                view.say("setup.needed"),
                                texts.value(item.wantedValue())),
                fine || item.explanation().isEmpty()
                        ? Html.NONE
                        : Html.of("<p class=\"why\">{}</p>", texts.explanation(item)),
                item.obstacles().isEmpty()
                        ? Html.NONE
                        : Html.of(
                                "<ul class=\"obstacles\">{}</ul>",
                                item.obstacles().stream()
                                        .map(each -> Html.of("<li>{}</li>", texts.obstacle(each)))
                                        .toList()),
                item.page().map(page -> Html.of("<p>{}</p>", Links.toOkx(view, page))));
    }

    private Html notes() {
        List<Finding> notes = account.status().findings().stream()
                .filter(finding -> finding.severity() == Severity.INFO
                        || !IN_THE_TABLE.contains(finding.code().replaceAll("\\..*", "")))
                .toList();
        return notes.isEmpty()
                ? Html.NONE
                : Html.of(
                        "<details class=\"notes\"><summary>{}</summary><ul>{}</ul></details>",
                        view.say("setup.notes"),
                        notes.stream()
                                .map(finding -> Html.of("<li>{}</li>", texts.finding(finding)))
                                .toList());
    }

    /** Says what will change before anything does. */
    String confirm(SetupPlan plan) {
        String title = view.say("confirm.title");
        List<Html> changes = plan.changes().stream()
                .map(item -> Html.of(
                        "<li><strong>{}</strong><span class=\"from\"><span class=\"unseen\">{} </span>{}</span><span class=\"to\"><span class=\"unseen\">{} </span>{}</span></li>",
                        texts.setting(item),
                        view.say("setup.now"),
                        texts.value(item.currentValue()),
                        view.say("setup.then"),
                        texts.value(item.wantedValue())))
                .toList();
        return Layout.page(
                view,
                title,
                Layout.titled(
                        view,
                        parts.path(),
                        title,
                        Html.of(
                                """
                                <section class="card confirm"><p>{}</p><ul class="changes">{}</ul><p class="small">{}</p>
                                <div class="actions">{}<a class="button quiet" id="cancel" href="{}">{}</a></div></section>
                                """,
                                view.say("confirm.text", parts.name()),
                                changes,
                                view.say("confirm.small"),
                                view.button(parts.path() + "/setup", "apply", "primary", view.say("confirm.go")),
                                parts.path(),
                                view.say("cancel"))));
    }

    String disconnect() {
        String title = view.say("disconnect.title");
        return Layout.page(
                view,
                title,
                Layout.titled(
                        view,
                        parts.path(),
                        title,
                        Html.of(
                                """
                                <section class="card confirm"><p>{}</p><ul class="plain"><li>{}</li><li>{}</li><li>{}</li></ul>
                                <div class="actions">{}<a class="button quiet" id="cancel" href="{}">{}</a></div></section>
                                """,
                                view.say("disconnect.text", parts.name()),
                                view.say("disconnect.1"),
                                view.say("disconnect.2"),
                                view.say("disconnect.3"),
                                view.button(
                                        parts.path() + "/disconnect",
                                        "disconnect",
                                        "danger",
                                        view.say("disconnect.go")),
                                parts.path(),
                                view.say("cancel"))));
    }
}
