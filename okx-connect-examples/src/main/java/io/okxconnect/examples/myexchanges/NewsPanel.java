package io.okxconnect.examples.myexchanges;

import io.okxconnect.examples.web.Html;

/** What has just happened, at the top of the page. Screen readers are told. */
final class NewsPanel {
    private NewsPanel() {}

    static Html of(View view) {
        return view.news().map(news -> panel(view, news)).orElse(Html.NONE);
    }

    private static Html panel(View view, News news) {
        if (news instanceof News.Done done) {
            return Html.of(
                    "<section class=\"panel good\" id=\"news\" role=\"status\">{}<div><h2>{}</h2>{}</div></section>",
                    Icon.GOOD.html(),
                    view.say("done." + done.key()),
                    view.words()
                            .find("done." + done.key() + ".text")
                            .map(text -> Html.of(
                                    "<p>{}</p>",
                                    view.say(
                                            "done." + done.key() + ".text",
                                            done.values().toArray()))));
        }
        News.Failed failed = (News.Failed) news;
        return problem(
                view, "news", view.say("problem.title"), new Problems(view.words()).of(failed.failure()), "alert");
    }

    /** Cause, evidence, next step. */
    static Html problem(View view, String id, String title, Problem problem, String role) {
        return Html.of(
                """
                <section class="panel bad" id="{}" role="{}" aria-labelledby="{}-title">{}<div>
                <h2 id="{}-title">{}</h2>
                <p class="cause">{}</p>
                {}
                <h3>{}</h3>
                <p class="next">{}{}</p>
                </div></section>
                """,
                id,
                role,
                id,
                Icon.BAD.html(),
                id,
                title,
                problem.summary(),
                problem.evidence().isEmpty()
                        ? ""
                        : Html.of(
                                "<h3>{}</h3><ul class=\"evidence\">{}</ul>",
                                view.say("problem.evidence"),
                                problem.evidence().stream()
                                        .map(fact -> Html.of("<li>{}</li>", fact))
                                        .toList()),
                view.say("problem.next"),
                problem.nextStep(),
                problem.page().map(page -> Html.of(" {}", Links.toOkx(view, page))));
    }
}
