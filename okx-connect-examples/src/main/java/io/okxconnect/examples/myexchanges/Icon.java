package io.okxconnect.examples.myexchanges;

import io.okxconnect.examples.web.Html;
import java.util.Locale;

/** Signs that stand beside words, never alone. Drawn for this app. */
enum Icon {
    GOOD("<circle cx=\"8\" cy=\"8\" r=\"7\"/><path d=\"M4.8 8.3l2.2 2.2 4.3-4.6\"/>"),
    WARN("<path d=\"M8 1.6l6.8 12.2H1.2z\"/><path d=\"M8 6.2v3.4M8 11.8v.1\"/>"),
    BAD("<circle cx=\"8\" cy=\"8\" r=\"7\"/><path d=\"M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2\"/>"),
    IDLE("<circle cx=\"8\" cy=\"8\" r=\"7\"/><path d=\"M8 4.2V8l2.4 1.6\"/>"),
    NOTE("<circle cx=\"8\" cy=\"8\" r=\"7\"/><path d=\"M8 7.2v4M8 4.6v.1\"/>"),
    PAGE("<path d=\"M6 3H3v10h10v-3M9 2.5h4.5V7M13 3L7.5 8.5\"/>"),
    BOLT("<path d=\"M9 1.5L3.5 9H8l-1 5.5L12.5 7H8z\"/>"),
    KEY("<circle cx=\"5.2\" cy=\"10.8\" r=\"3.4\"/><path d=\"M7.7 8.3L14 2M11.4 4.6l2 2\"/>"),
    SHIELD("<path d=\"M8 1.5l5.5 2v4.2c0 3.4-2.3 5.7-5.5 6.8-3.2-1.1-5.5-3.4-5.5-6.8V3.5z\"/>"
            + "<path d=\"M5.6 8l1.8 1.8 3.2-3.4\"/>"),
    PLUS("<path d=\"M8 2.5v11M2.5 8h11\"/>"),
    BACK("<path d=\"M9.8 3L4.8 8l5 5\"/>");

    private final String strokes;

    Icon(String strokes) {
        this.strokes = strokes;
    }

    Html html() {
        return Html.of("<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\">" + strokes
                + "</svg>");
    }

    /** The class of the colour that goes with it. */
    String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
