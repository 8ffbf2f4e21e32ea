package io.okxconnect.examples.myexchanges;

import io.okxconnect.examples.web.Html;
import java.net.URI;

/** Links that leave the app. */
final class Links {
    private Links() {}

    static Html toOkx(View view, URI page) {
        return Html.of(
                "<a href=\"{}\" target=\"_blank\" rel=\"noopener noreferrer\" class=\"out\">{}{}<span class=\"unseen\"> {}</span></a>",
                page,
                view.say("okx.open"),
                Icon.PAGE.html(),
                view.say("new-tab"));
    }
}
