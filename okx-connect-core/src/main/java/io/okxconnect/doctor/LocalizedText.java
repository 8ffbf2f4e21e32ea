package io.okxconnect.doctor;

import java.util.Locale;
import java.util.Objects;

/**
 * A text in the two languages of okx-connect.
 *
 * @param english in English
 * @param chinese in simplified Chinese
 */
public record LocalizedText(String english, String chinese) {

    /**
     * Checks that no part is null.
     *
     * @param english in English
     * @param chinese in simplified Chinese
     */
    public LocalizedText {
        Objects.requireNonNull(english, "english");
        Objects.requireNonNull(chinese, "chinese");
    }

    /**
     * A text that is the same in both languages: a name, a number, an address.
     *
     * @param text the text
     * @return the pair
     */
    public static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }

    /**
     * The text in the language of a locale.
     *
     * @param locale whose language counts: every Chinese locale gets simplified Chinese, every other one English
     * @return the words
     */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese : english;
    }
}
