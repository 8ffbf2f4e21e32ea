package io.okxconnect.examples.myexchanges;

import io.okxconnect.examples.web.Html;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times, as pages show them. */
final class Shown {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private Shown() {}

    /** An amount of US dollars. */
    static String dollars(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.DOWN));
    }

    /** An amount of a currency, without zeros at its end. */
    static String amount(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(8, RoundingMode.DOWN).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }

    /** A time; a script says how long ago that is. */
    static Html time(Instant time) {
        return Html.of("<time datetime=\"{}\">{}</time>", time, TIME.format(time.atOffset(ZoneOffset.UTC)));
    }
}
