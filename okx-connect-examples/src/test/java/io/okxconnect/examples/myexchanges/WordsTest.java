package io.okxconnect.examples.myexchanges;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.ConnectionState;
import io.okxconnect.check.Obstacle;
import io.okxconnect.check.PlanItem;
import io.okxconnect.check.PlanStatus;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.oauth.error.FastApiException;
import io.okxconnect.site.TradingEnvironment;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and everything that is to be said. */
class WordsTest {
    private static final Path RESOURCES =
            Path.of("src", "main", "resources", "io", "okxconnect", "examples", "myexchanges");
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "okxconnect", "examples", "myexchanges");
    /** What the library says in English by itself. */
    private static final Pattern BY_THE_LIBRARY = Pattern.compile("(phrase|plan|obstacle|finding)\\..*|and");

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader file = Files.newBufferedReader(RESOURCES.resolve(language + ".properties"))) {
            words.load(file);
        }
        return words;
    }

    private static Set<String> keys(String language) throws IOException {
        return words(language).stringPropertyNames().stream()
                .filter(key -> !BY_THE_LIBRARY.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void languages_haveTheSameKeysAndPlaces() throws IOException {
        assertThat(keys("zh")).isEqualTo(keys("en"));
        for (String key : keys("en")) {
            assertThat(places(words("zh").getProperty(key)))
                    .as(key)
                    .isEqualTo(places(words("en").getProperty(key)));
        }
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    @Test
    void sources_sayOnlyWhatThereAreWordsFor() throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher call = Pattern.compile("(?:say\\(|Stream\\.of\\()((?:\"[a-zA-Z.0-9-]+\"(?:, )?)+)[,)]")
                        .matcher(Files.readString(file));
                while (call.find()) {
                    Matcher key = Pattern.compile("\"([^\"]+)\"").matcher(call.group(1));
                    if (key.find() && !key.group(1).endsWith(".")) {
                        said.add(key.group(1));
                    }
                }
            }
        }
        said.remove("and");
        assertThat(said).hasSizeGreaterThan(60);
        assertThat(keys("en")).containsAll(said);
    }

    @Test
    void words_ofTheLibrary_areAllThere() throws IOException {
        Set<String> wanted = new TreeSet<>();
        add(wanted, "state.", ConnectionState.values());
        add(wanted, "environment.", TradingEnvironment.values());
        add(wanted, "origin.", CredentialOrigin.values());
        add(wanted, "done.disconnected-", CredentialOrigin.values());
        add(wanted, "kind.", PlanItem.Kind.values());
        add(wanted, "key-at-okx.", FastApiException.KeyAtOkx.values());
        add(wanted, "problem.callback.", CallbackRejectedException.Reason.values());
        assertThat(keys("en")).containsAll(wanted);
        Set<String> chinese = new TreeSet<>();
        add(chinese, "obstacle.", Obstacle.Kind.values());
        assertThat(words("zh").stringPropertyNames()).containsAll(chinese);
        for (PlanStatus status : PlanStatus.values()) {
            assertThat(keys("en")).contains("done.apply-" + status, "done.undo-" + status);
        }
    }

    private static void add(Set<String> wanted, String kind, Enum<?>[] values) {
        Stream.of(values).forEach(value -> wanted.add(kind + value));
    }

    @Test
    void accepted_headersOfBrowsers_pickTheLanguage() {
        assertThat(language("zh-CN,zh;q=0.9,en;q=0.8")).isEqualTo("zh");
        assertThat(language("zh-TW")).isEqualTo("zh");
        assertThat(language("en-GB,en;q=0.9,zh;q=0.8")).isEqualTo("en");
        assertThat(language("de-DE,de;q=0.9")).isEqualTo("en");
        assertThat(language(";;;")).isEqualTo("en");
        assertThat(Words.accepted(Optional.empty()).language()).isEqualTo("en");
    }

    private static String language(String header) {
        return Words.accepted(Optional.of(header)).language();
    }
}
