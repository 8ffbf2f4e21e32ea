package io.okxconnect.examples.myexchanges;

import io.okxconnect.examples.web.Html;

/** What all pages have around their content. */
final class Layout {
    /** Where the skip link leads to. */
    private static final String TEMPLATE = """
            <!doctype html>
            <html lang="{}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>{}</title>
            <link rel="stylesheet" href="/app.css">
            <link rel="icon" href="/mark.svg" type="image/svg+xml">
            <script src="/app.js" defer></script>
            </head>
            <body>
            <a class="skip" href="#content">{}</a>
            <header class="top">
            <div class="wide">
            <a class="brand" href="/"><img src="/mark.svg" alt="" width="28" height="28"><span>{}</span></a>
            <nav aria-label="{}"><a id="language" href="/language?to={}&amp;back={}" hreflang="{}" lang="{}" rel="nofollow">{}</a></nav>
            </div>
            </header>
            <main id="content" class="wide" tabindex="-1">
            {}{}
            </main>
            <footer class="wide">
            <p>{}</p>
            </footer>
            </body>
            </html>
            """;

    private Layout() {}

    static String page(View view, String title, Html content) {
        Words words = view.words();
        Words other = words.other();
        return Html.of(
                        TEMPLATE,
                        words.language(),
                        title.equals(view.say("home.title")) ? title : title + " · " + view.say("home.title"),
                        view.say("skip"),
                        view.say("home.title"),
                        view.say("language"),
                        other.language(),
                        view.path(),
                        other.language(),
                        other.language(),
                        other.say("language.name"),
                        NewsPanel.of(view),
                        content,
                        view.say("footer"))
                .toString();
    }

    /** A page with a heading, and a way back. */
    static Html titled(View view, String back, String title, Object content) {
        return Html.of(
                "<p class=\"back\"><a href=\"{}\">{}{}</a></p><h1>{}</h1>{}",
                back,
                Icon.BACK.html(),
                view.say(back.equals("/") ? "back.home" : back.startsWith("/accounts") ? "back.account" : "back.add"),
                title,
                content);
    }
}
