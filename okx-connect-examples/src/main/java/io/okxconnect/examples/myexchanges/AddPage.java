package io.okxconnect.examples.myexchanges;

import io.okxconnect.examples.web.Html;

/** Adding an exchange: which one, then how. */
final class AddPage {
    private AddPage() {}

    static String exchanges(View view) {
        return Layout.page(
                view,
                view.say("add.title"),
                Layout.titled(view, "/", view.say("add.title"), Html.of("""
                                <ul class="exchanges"><li><a class="card pick" id="okx" href="/add/okx">
                                <span class="logo" aria-hidden="true">OKX</span><span><strong>OKX</strong><span>{}</span></span></a></li></ul>
                                """, view.say("add.okx"))));
    }

    static String ways(View view, Settings settings, boolean fast) {
        String title = view.say("ways.title");
        return Layout.page(
                view,
                title,
                Layout.titled(
                        view,
                        "/add",
                        title,
                        Html.of(
                                "<p class=\"lead\">{}</p><div class=\"ways\">{}{}</div>",
                                view.say(fast ? "ways.lead" : "ways.lead.manual"),
                                beside(view, settings, fast ? FastWay.html(view, "/connect/okx") : Html.NONE),
                                new ManualWay(view, settings).html("/add/okx/key", true))));
    }

    /** The same two ways, for an account that is there already. */
    static String another(View view, Settings settings, AccountParts account, boolean fast) {
        String title = view.say("replace.title");
        String number = account.path().substring("/accounts/".length());
        return Layout.page(
                view,
                title,
                Layout.titled(
                        view,
                        account.path(),
                        title,
                        Html.of(
                                "<p class=\"lead\">{}</p><div class=\"ways\">{}{}</div>",
                                view.say("replace.lead", account.name()),
                                beside(
                                        view,
                                        settings,
                                        fast ? FastWay.html(view, "/connect/okx?account=" + number) : Html.NONE),
                                new ManualWay(view, settings).html(account.path() + "/key", false))));
    }

    /** What stands beside the manual way. */
    private static Html beside(View view, Settings settings, Html fastWay) {
        return settings.tryOut()
                .map(tryOut -> Html.of("<div class=\"column\">{}{}</div>", fastWay, new TryOutBox(view, tryOut).html()))
                .orElse(fastWay);
    }
}
