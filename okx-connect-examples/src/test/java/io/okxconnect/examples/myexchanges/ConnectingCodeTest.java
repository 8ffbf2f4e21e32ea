package io.okxconnect.examples.myexchanges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The library does the work: what the app itself needs for connecting is short, and in one place. */
class ConnectingCodeTest {
    private static final Path APP = Path.of("src", "main", "java", "io", "okxconnect", "examples", "myexchanges");
    private static final Path START =
            Path.of("src", "main", "java", "io", "okxconnect", "examples", "MyExchangesAtOkx.java");

    private static List<Path> sources(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Lines that hold code: no blanks, no comments. */
    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("*") && !line.startsWith("/"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void connecting_isUnder300LinesOfCode() throws IOException {
        long lines = sources(APP.resolve("connect")).stream()
                        .mapToLong(ConnectingCodeTest::lines)
                        .sum()
                + lines(START);

        assertThat(lines).isBetween(100L, 299L);
    }

    @Test
    void pages_doNotConnect() throws IOException {
        for (Path file : sources(APP)) {
            if (!file.startsWith(APP.resolve("connect"))) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain("ExchangeConnector", "FastApiConnector", "ApiKeyCredential", "CredentialStore");
            }
        }
    }
}
