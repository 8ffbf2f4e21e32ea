package io.okxconnect.examples.myexchanges;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The words of the pages in one language. */
final class Words {
    private static final Words ENGLISH = new Words(Locale.ENGLISH, "en");
    private static final Words CHINESE = new Words(Locale.SIMPLIFIED_CHINESE, "zh");

    private final Locale locale;
    private final String language;
    private final Properties texts = new Properties();

    private Words(Locale locale, String language) {
        this.locale = locale;
        this.language = language;
        try (InputStream file = Objects.requireNonNull(Words.class.getResourceAsStream(language + ".properties"));
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Words in(String language) {
        return language.equals(CHINESE.language) ? CHINESE : ENGLISH;
    }

    /** The first of the languages in {@code Accept-Language} that there are words in. */
    static Words accepted(Optional<String> header) {
        try {
            List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(header.orElse("en"));
            Locale found = Locale.lookup(wanted, List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.CHINESE));
            return found == null ? ENGLISH : in(found.getLanguage());
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }

    Locale locale() {
        return locale;
    }

    /** For the attribute {@code lang}. */
    String language() {
        return language;
    }

    Words other() {
        return this == ENGLISH ? CHINESE : ENGLISH;
    }

    /** The text of a key, with values in the places {@code {0}}, {@code {1}} and so on. */
    String say(String key, Object... values) {
        String text = Objects.requireNonNull(texts.getProperty(key), key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** The text of a key that need not be there: OKX may add values that these words do not know yet. */
    Optional<String> find(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }

    /** A name of OKX's or of the library's own, in the words of this language where there are some. */
    String name(String kind, String value) {
        return find(kind + "." + value).orElse(value);
    }
}
