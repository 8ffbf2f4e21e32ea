package io.okxconnect.examples.myexchanges;

import io.okxconnect.check.Finding;
import io.okxconnect.check.Obstacle;
import io.okxconnect.check.PlanItem;
import io.okxconnect.examples.web.Html;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the library's checks and plans say, in the language of the page. The library says it in English; for another
 * language there are words by the stable codes, and what has none is marked as English.
 */
final class LibraryText {
    /** A value with OKX's own name for it, for example {@code Hedge mode, posMode=long_short_mode}. */
    private static final Pattern VALUE = Pattern.compile(".*, (\\w+)=([\\w-]+)");

    private final Words words;
    private final boolean english;

    LibraryText(Words words) {
        this.words = words;
        this.english = words == Words.in("en");
    }

    String setting(PlanItem item) {
        return words.find("setting." + item.code()).orElse(item.setting());
    }

    String value(String text) {
        Matcher value = VALUE.matcher(text);
        if (value.matches()) {
            return words.find("value." + value.group(1) + "." + value.group(2)).orElse(text);
        }
        return english
                ? text
                : Arrays.stream(text.split(" and ", -1))
                        .map(part ->
                                words.find("phrase." + part.replace(' ', '-')).orElse(part))
                        .collect(Collectors.joining(words.say("and")));
    }

    Html explanation(PlanItem item) {
        if (item.explanation().isEmpty()) {
            return Html.NONE;
        }
        String key = "plan." + item.kind() + "." + item.code();
        return english
                ? Html.of("{}", item.explanation())
                : said(List.of(key, "plan." + item.kind()), item.explanation());
    }

    Html obstacle(Obstacle obstacle) {
        String place = obstacle.instrumentId().map(id -> " (" + id + ")").orElse("");
        return english
                ? Html.of("{} {}", obstacle.description(), obstacle.howToClear())
                : Html.of("{}{}", words.say("obstacle." + obstacle.kind()), place);
    }

    Html finding(Finding finding) {
        String text = finding.message() + " " + finding.reason();
        return english ? Html.of("{}", text) : said(List.of("finding." + finding.code()), text);
    }

    private Html said(List<String> keys, String otherwise) {
        return keys.stream()
                .flatMap(key -> words.find(key).stream())
                .findFirst()
                .map(text -> Html.of("{}", text))
                .orElseGet(() -> Html.of("<span lang=\"en\">{}</span>", otherwise));
    }
}
