package io.okxconnect.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes what was measured: all values as JSON, medians and ratios as a Markdown table. */
final class Report {
    private static final String OURS = "okx-connect";

    private final Results results;

    Report(Results results) {
        this.results = results;
    }

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("benchmarks.json"), json());
        Files.writeString(directory.resolve("benchmarks.md"), markdown());
    }

    private String json() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode all = mapper.createObjectNode();
        all.put("java", Runtime.version().toString());
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.set("rows", rows(mapper));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }

    private ObjectNode rows(ObjectMapper mapper) {
        ObjectNode rows = mapper.createObjectNode();
        for (String row : results.rows()) {
            rows.set(row, mapper.valueToTree(results.row(row)));
        }
        return rows;
    }

    private String markdown() {
        StringBuilder table = new StringBuilder("Java " + Runtime.version().feature() + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors. Medians; a ratio is the median of the rounds' ratios.\n\n"
                + "| row | who | median | okx-connect ÷ theirs |\n| --- | --- | ---: | ---: |\n");
        for (String row : results.rows()) {
            for (String candidate : results.row(row).keySet()) {
                table.append("| ")
                        .append(row)
                        .append(" | ")
                        .append(candidate)
                        .append(" | ")
                        .append(number(results.median(row, candidate)))
                        .append(" | ")
                        .append(ratio(row, candidate))
                        .append(" |\n");
            }
        }
        return table.toString();
    }

    private String ratio(String row, String candidate) {
        if (candidate.equals(OURS) || !results.has(row, OURS) || results.median(row, candidate) == 0) {
            return "";
        }
        return String.format(Locale.ROOT, "%.2f", results.ratio(row, OURS, candidate));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }
}
