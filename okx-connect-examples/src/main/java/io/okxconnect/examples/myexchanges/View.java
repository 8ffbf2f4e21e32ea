package io.okxconnect.examples.myexchanges;

import io.okxconnect.examples.web.Html;
import java.util.List;
import java.util.Optional;

/**
 * What a page is made for.
 *
 * @param words its language
 * @param formToken what its forms carry
 * @param path where it is, so that another language shows the same page
 * @param news what it has to say first
 */
record View(Words words, String formToken, String path, Optional<News> news) {
    String say(String key, Object... values) {
        return words.say(key, values);
    }

    /** A form of this app's own. */
    Html form(String action, String css, Object... content) {
        return Html.of(
                "<form method=\"post\" action=\"{}\" class=\"{}\"><input type=\"hidden\" name=\"token\" value=\"{}\">{}</form>",
                action,
                css,
                formToken,
                List.of(content));
    }

    /** A form that is a button alone. */
    Html button(String action, String id, String css, String text) {
        return form(action, "inline", Html.of("<button class=\"button {}\" id=\"{}\">{}</button>", css, id, text));
    }
}
