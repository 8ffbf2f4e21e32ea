package io.okxconnect.examples;

import io.okxconnect.error.InvalidArgumentException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the doctor was asked to do.
 *
 * @param sandboxCase the case to play on the sandbox; empty for a real key
 * @param output for whom to write
 * @param locale the language
 */
record DoctorOptions(Optional<DoctorCase> sandboxCase, Output output, Locale locale) {
    /** For whom. */
    enum Output {
        PERSON,
        PROGRAM
    }

    static DoctorOptions parse(List<String> options, Map<String, String> environment) {
        Optional<DoctorCase> played = Optional.empty();
        Output output = Output.PERSON;
        Locale locale = languageOf(environment);
        Iterator<String> words = options.iterator();
        while (words.hasNext()) {
            String option = words.next();
            switch (option) {
                case "--sandbox" -> played = Optional.of(caseNamed(words.hasNext() ? words.next() : ""));
                case "--json" -> output = Output.PROGRAM;
                case "--lang" -> locale = language(words.hasNext() ? words.next() : "");
                default ->
                    throw new InvalidArgumentException(
                            // Not repeated: it may be a key that was pasted in the wrong place.
                            option.startsWith("--") ? option : "argument",
                            "is no option of the doctor",
                            "These are: --sandbox <case>, --json, --lang <en or zh>.");
            }
        }
        return new DoctorOptions(played, output, locale);
    }

    private static DoctorCase caseNamed(String name) {
        return DoctorCases.named(name)
                .orElseThrow(() -> new InvalidArgumentException(
                        "--sandbox",
                        "must be followed by one of the cases",
                        "These are: "
                                + String.join(
                                        ", ",
                                        DoctorCases.ALL.stream()
                                                .map(DoctorCase::name)
                                                .toList())
                                + "."));
    }

    private static Locale language(String text) {
        return switch (text) {
            case "en" -> Locale.ENGLISH;
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            default ->
                throw new InvalidArgumentException("--lang", "must be followed by en or zh", "Pass one of them.");
        };
    }

    private static Locale languageOf(Map<String, String> environment) {
        String language = environment.getOrDefault("LC_ALL", environment.getOrDefault("LANG", ""));
        return language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
