package io.okxconnect.examples.myexchanges;

import io.okxconnect.examples.web.Html;
import io.okxconnect.site.TradingEnvironment;
import java.util.List;

/** Connecting with a pasted key: how to make one, and the three fields. They are always empty: no secret is sent back. */
final class ManualWay {
    private final View view;
    private final Settings settings;

    ManualWay(View view, Settings settings) {
        this.view = view;
        this.settings = settings;
    }

    Html html(String action, boolean withPlace) {
        return Html.of(
                """
                <section class="card way" aria-labelledby="manual-title">
                <header>{}<h2 id="manual-title">{}</h2></header>
                <p>{}</p>
                <ol class="steps">
                <li><span>{} {}</span></li>
                <li><span>{}</span>{}</li>
                <li><span>{}</span></li>
                <li><span>{}</span>{}</li>
                <li><span>{}</span></li>
                </ol>
                {}
                </section>
                """,
                Icon.KEY.html(),
                view.say("manual.title"),
                view.say("manual.text"),
                view.say("manual.step.1"),
                Links.toOkx(view, settings.apiKeysPage()),
                view.say("manual.step.2"),
                copyable("key-name", Settings.KEY_NAME),
                view.say("manual.step.3"),
                view.say(settings.serverIps().isEmpty() ? "manual.step.4.unknown" : "manual.step.4"),
                settings.serverIps().isEmpty()
                        ? Html.NONE
                        : copyable("key-ips", String.join(",", settings.serverIps())),
                view.say("manual.step.5"),
                view.form(action, "key", withPlace ? place() : Html.NONE, fields()));
    }

    private Html copyable(String id, String value) {
        return Html.of(
                "<span class=\"copyable\"><code id=\"{}\">{}</code><button type=\"button\" class=\"copy\" data-copy=\"{}\" data-done=\"{}\" hidden>{}</button></span>",
                id,
                value,
                id,
                view.say("copied"),
                view.say("copy"));
    }

    private Html place() {
        List<Html> sites = settings.siteNames().stream()
                .map(site -> Html.of(
                        "<option value=\"{}\">{}</option>", site, view.words().name("site", site)))
                .toList();
        return Html.of(
                """
                <fieldset class="choice"><legend>{}</legend>
                {}{}
                </fieldset>
                <p class="field"><label for="site">{}</label><select id="site" name="site"><option value="">{}</option>{}</select></p>
                """,
                view.say("field.environment"),
                environment(TradingEnvironment.DEMO),
                environment(TradingEnvironment.LIVE),
                view.say("field.site"),
                view.say("field.site.find"),
                sites);
    }

    private Html environment(TradingEnvironment each) {
        return Html.of(
                "<label><input type=\"radio\" name=\"environment\" value=\"{}\" required{}> <span><strong>{}</strong> {}</span></label>",
                each.name(),
                Html.of(each == settings.environment() ? " checked" : ""),
                view.say("environment." + each),
                view.say("environment." + each + ".text"));
    }

    private Html fields() {
        return Html.of(
                "{}{}{}<p class=\"go\"><button class=\"button primary big\" id=\"connect\" data-busy=\"{}\">{}</button></p><p class=\"small\">{}</p>",
                field("apiKey", "text", KeyForm.API_KEY),
                field("secretKey", "password", KeyForm.SECRET_KEY),
                field("passphrase", "password", KeyForm.PASSPHRASE),
                view.say("manual.busy"),
                view.say("manual.go"),
                view.say("manual.small"));
    }

    /** Which key was tried: as much of it as may be shown. */
    private String tried() {
        return view.news()
                .filter(News.Failed.class::isInstance)
                .flatMap(failed -> ((News.Failed) failed).triedKey())
                .map(key -> view.say("field.tried", key))
                .orElseGet(() -> view.say("field.apiKey.hint"));
    }

    private Html field(String name, String type, KeyForm form) {
        return Html.of(
                """
                <div class="field"><label for="{}">{}</label>
                <span class="input"><input id="{}" name="{}" type="{}" required maxlength="400" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="{}-hint" data-form="{}" data-odd="{}" data-good="{}">
                {}</span>
                <span class="hint" id="{}-hint" aria-live="polite" data-hint="{}">{}</span></div>
                """,
                name,
                view.say("field." + name),
                name,
                name,
                type,
                name,
                form.pattern(),
                view.say("field." + name + ".odd"),
                view.say("field.good"),
                type.equals("password")
                        ? Html.of(
                                "<button type=\"button\" class=\"reveal\" data-reveal=\"{}\" data-hide=\"{}\" aria-pressed=\"false\" aria-label=\"{}\" hidden>{}</button>",
                                name,
                                view.say("hide"),
                                view.say("show.label", view.say("field." + name)),
                                view.say("show"))
                        : Html.NONE,
                name,
                view.say("field." + name + ".hint"),
                name.equals("apiKey") ? tried() : view.say("field." + name + ".hint"));
    }
}
