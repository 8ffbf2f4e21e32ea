package io.okxconnect.examples.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is put into a template is escaped, unless it is a piece of a page. */
class HtmlTest {
    @Test
    void of_texts_areEscaped() {
        assertThat(Html.of("<p title=\"{}\">{}</p>", "\"'>", "<script>&").toString())
                .isEqualTo("<p title=\"&quot;&#39;&gt;\">&lt;script&gt;&amp;</p>");
    }

    @Test
    void of_pieces_arePutInAsTheyAre() {
        assertThat(Html.of("{}{}{}", Html.of("<b>{}</b>", "{}"), List.of(Html.of("<i></i>"), "<"), Optional.empty())
                        .toString())
                .isEqualTo("<b>{}</b><i></i>&lt;");
    }

    @Test
    void of_tooFewOrTooManyValues_fails() {
        assertThatThrownBy(() -> Html.of("{}")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> Html.of("", "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
