package io.okxconnect.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorPageTest {
    /** Tests run in the module's directory. */
    private static final Path COMMITTED = Path.of("..").resolve(ErrorPage.PLACE);

    @Test
    void committedPage_always_isWhatTheDataGives() throws IOException {
        assertThat(Files.readString(COMMITTED))
                .as("docs/errors.md is out of date. Run in the project's root: " + ErrorPage.COMMAND)
                .isEqualTo(ErrorPage.text());
    }

    @Test
    void page_always_holdsEachCodeOnce() {
        long rows = Stream.concat(ErrorCatalogue.all().stream(), ErrorCatalogue.allWebSocket().stream())
                .peek(row -> assertThat(ErrorPage.text().lines())
                        .as(row.code())
                        .filteredOn(line -> line.startsWith("| " + row.code() + " | "))
                        .singleElement()
                        .asString()
                        .contains(row.english().nextStep(), row.chinese().nextStep()))
                .count();

        assertThat(ErrorPage.text().lines().filter(line -> line.matches("\\| \\d+ .*")))
                .hasSize((int) rows);
    }
}
