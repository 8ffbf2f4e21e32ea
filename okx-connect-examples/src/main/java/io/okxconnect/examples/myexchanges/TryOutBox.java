package io.okxconnect.examples.myexchanges;

import io.okxconnect.examples.web.Html;

/** Made-up keys to paste: on a sandbox only. */
final class TryOutBox {
    private final View view;
    private final TryOut tryOut;

    TryOutBox(View view, TryOut tryOut) {
        this.view = view;
        this.tryOut = tryOut;
    }

    Html html() {
        return Html.of(
                """
                <aside class="tryout" aria-labelledby="tryout-title">
                <h3 id="tryout-title">{}</h3>
                <p>{}</p>
                {}
                </aside>
                """,
                view.say("tryout.title"),
                view.say("tryout.text", tryOut.logIn()),
                tryOut.keys().stream().map(this::key).toList());
    }

    private Html key(TryOut.Key key) {
        return Html.of(
                """
                <details><summary>{}</summary>
                <dl><dt>{}</dt><dd><code>{}</code></dd><dt>{}</dt><dd><code>{}</code></dd><dt>{}</dt><dd><code>{}</code></dd></dl>
                <button type="button" class="button quiet fill" id="fill-{}" data-api-key="{}" data-secret-key="{}" data-passphrase="{}" hidden>{}</button>
                </details>
                """,
                view.say("tryout." + key.name()),
                view.say("field.apiKey"),
                key.apiKey(),
                view.say("field.secretKey"),
                key.secretKey(),
                view.say("field.passphrase"),
                key.passphrase(),
                key.name(),
                key.apiKey(),
                key.secretKey(),
                key.passphrase(),
                view.say("tryout.fill"));
    }
}
