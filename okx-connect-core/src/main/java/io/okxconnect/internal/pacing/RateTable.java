package io.okxconnect.internal.pacing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** OKX's limits by call, read from the table in this package. Immutable. */
final class RateTable {
    private static final String RESOURCE = "okx-rate-limits.tsv";
    private static final int COLUMNS = 8;
    private static final String NONE = "-";

    private final Map<String, RateRule> rules;

    private RateTable(Map<String, RateRule> rules) {
        this.rules = Collections.unmodifiableMap(rules);
    }

    static RateTable okx() {
        Map<String, RateRule> rules = new LinkedHashMap<>();
        try (InputStream in = RateTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("okx-connect-core is incomplete: " + RESOURCE + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    RateRule rule = rule(line.split("\t", -1));
                    if (rules.put(rule.name(), rule) != null) {
                        throw new IllegalStateException(RESOURCE + ": " + rule.name() + " comes twice");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RateTable(rules);
    }

    Optional<RateRule> find(String name) {
        return Optional.ofNullable(rules.get(name));
    }

    /** A rule that another one refers to. */
    RateRule required(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(RESOURCE + ": no row " + name));
    }

    Collection<RateRule> rules() {
        return rules.values();
    }

    private static RateRule rule(String[] row) {
        if (row.length != COLUMNS) {
            throw new IllegalStateException(RESOURCE + ": a row has " + row.length + " columns: " + row[0]);
        }
        return new RateRule(
                row[0],
                Integer.parseInt(row[1]),
                Duration.ofSeconds(Long.parseLong(row[2])),
                RateRule.Who.valueOf(row[3]),
                cell(row[4]),
                RateRule.Unit.valueOf(row[5]),
                cell(row[6]),
                cell(row[7]));
    }

    private static @Nullable String cell(String text) {
        return text.equals(NONE) ? null : text;
    }
}
