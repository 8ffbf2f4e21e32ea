package io.okxconnect.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    private final Results results = new Results();

    @Test
    void ratio_roundsOnASlowAndAFastMachine_isOfEachRound() {
        for (double speed : new double[] {1, 10, 3}) {
            results.add("row", "okx-connect", 2 * speed);
            results.add("row", "hand", 4 * speed);
        }
        assertThat(results.ratio("row", "okx-connect", "hand")).isEqualTo(0.5);
        assertThat(results.median("row", "hand")).isEqualTo(12);
    }

    @Test
    void write_oneRow_namesItInBothFiles(@TempDir Path directory) throws Exception {
        results.add("row", "okx-connect", 50);
        results.add("row", "hand", 100);

        new Report(results).write(directory);

        assertThat(Files.readString(directory.resolve("benchmarks.md")))
                .contains("| row | okx-connect | 50 |  |", "| row | hand | 100 | 0.50 |");
        assertThat(Files.readString(directory.resolve("benchmarks.json"))).contains("\"hand\" : [ 100.0 ]");
    }

    @Test
    void weight_duplicates_areFollowed(@TempDir Path directory) throws Exception {
        Path tree = Files.writeString(directory.resolve("tree.txt"), """
                g:app:jar:1
                +- g:one:jar:1:compile
                |  \\- g:shared:jar:2:compile
                |     \\- g:deep:jar:3:compile
                \\- g:two:jar:1:compile
                   \\- (g:shared:jar:2:compile - version managed from 1; omitted for duplicate)
                """);
        assertThat(Weight.of(tree).of("g:two")).containsExactly("g:two", "g:shared", "g:deep");
    }
}
