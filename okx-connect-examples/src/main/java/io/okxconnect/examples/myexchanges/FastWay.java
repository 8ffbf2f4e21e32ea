package io.okxconnect.examples.myexchanges;

import io.okxconnect.examples.web.Html;
import java.util.List;
import java.util.stream.Stream;

/** Fast connect, explained before the button: what will happen, what is shared and what is not. */
final class FastWay {
    private FastWay() {}

    static Html html(View view, String start) {
        return Html.of(
                """
                <section class="card way" aria-labelledby="fast-title">
                <header>{}<h2 id="fast-title">{}</h2><span class="badge best">{}</span></header>
                <p>{}</p>
                <h3>{}</h3>
                <ol class="steps">{}</ol>
                <div class="split">
                <div><h3>{}</h3><ul class="yes">{}</ul></div>
                <div><h3>{}</h3><ul class="no">{}</ul></div>
                </div>
                <p class="go"><a class="button primary big" id="fast" href="{}" rel="nofollow">{}</a></p>
                <p class="small">{}</p>
                </section>
                """,
                Icon.BOLT.html(),
                view.say("fast.title"),
                view.say("fast.best"),
                view.say("fast.text"),
                view.say("fast.happens"),
                items(view, Stream.of("fast.step.1", "fast.step.2", "fast.step.3"), Html.NONE),
                view.say("fast.shared"),
                items(view, Stream.of("fast.shared.1", "fast.shared.2"), Icon.GOOD.html()),
                view.say("fast.kept"),
                items(view, Stream.of("fast.kept.1", "fast.kept.2"), Icon.SHIELD.html()),
                start,
                view.say("fast.go"),
                view.say("fast.small"));
    }

    private static List<Html> items(View view, Stream<String> keys, Html icon) {
        return keys.map(key -> Html.of("<li>{}<span>{}</span></li>", icon, view.say(key)))
                .toList();
    }
}
