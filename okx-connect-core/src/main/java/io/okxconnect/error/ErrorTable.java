package io.okxconnect.error;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads a table of error codes: a row for each meaning, made into an entry for each code. */
final class ErrorTable {
    private static final int COLUMNS = 10;
    private static final String NOT_DOCUMENTED = "-";

    private ErrorTable() {}

    /** In the order of the table, unmodifiable. */
    static Map<String, ErrorMeaning> read(String resource) {
        Map<String, ErrorMeaning> meanings = new LinkedHashMap<>();
        try (InputStream in = ErrorTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("okx-connect-core is incomplete: " + resource + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    addRow(resource, meanings, line.split("\t", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(meanings);
    }

    private static void addRow(String resource, Map<String, ErrorMeaning> meanings, String[] row) {
        if (row.length != COLUMNS) {
            throw new IllegalStateException(resource + ": a row has " + row.length + " columns: " + row[0]);
        }
        for (String code : codes(row[0])) {
            ErrorMeaning meaning = new ErrorMeaning(
                    code,
                    ErrorKind.valueOf(row[1]),
                    RetryAdvice.valueOf(row[2]),
                    Outcome.valueOf(row[3]),
                    ActionBy.valueOf(row[4]),
                    statuses(row[5]),
                    new ErrorText(row[6], row[7]),
                    new ErrorText(row[8], row[9]));
            if (meanings.put(code, meaning) != null) {
                throw new IllegalStateException(resource + ": code " + code + " comes twice");
            }
        }
    }

    private static List<String> codes(String cell) {
        List<String> codes = new ArrayList<>();
        for (String part : cell.split(",", -1)) {
            int dash = part.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(part.substring(dash + 1));
            for (int code = first; code <= last; code++) {
                codes.add(Integer.toString(code));
            }
        }
        return codes;
    }

    private static SortedSet<Integer> statuses(String cell) {
        SortedSet<Integer> statuses = new TreeSet<>();
        if (!cell.equals(NOT_DOCUMENTED)) {
            for (String status : cell.split(",", -1)) {
                statuses.add(Integer.valueOf(status));
            }
        }
        return statuses;
    }
}
