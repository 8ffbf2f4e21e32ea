package io.okxconnect.error;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What OKX's codes mean and what to do about them (OKX V5 docs, "Error Code"). Holds the codes around access, limits,
 * maintenance, account state, orders, settings and transfers; OKX has more, so a code may be missing here.
 *
 * <p>Safe for use by many threads.
 */
public final class ErrorCatalogue {
    private static final String RESOURCE = "okx-errors.tsv";
    private static final int COLUMNS = 7;
    private static final Map<String, ErrorMeaning> MEANINGS = load();

    private ErrorCatalogue() {}

    /**
     * The meaning of a code.
     *
     * @param code OKX's code without sub-code, for example {@code 50111}
     * @return its meaning, or empty if the catalogue does not hold the code
     */
    public static Optional<ErrorMeaning> find(String code) {
        return Optional.ofNullable(MEANINGS.get(code));
    }

    /**
     * All codes of the catalogue.
     *
     * @return unmodifiable, one entry a code
     */
    public static Collection<ErrorMeaning> all() {
        return MEANINGS.values();
    }

    private static Map<String, ErrorMeaning> load() {
        Map<String, ErrorMeaning> meanings = new LinkedHashMap<>();
        try (InputStream in = ErrorCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("okx-connect-core is incomplete: " + RESOURCE + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    addRow(meanings, line.split("\t", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(meanings);
    }

    private static void addRow(Map<String, ErrorMeaning> meanings, String[] row) {
        if (row.length != COLUMNS) {
            throw new IllegalStateException(RESOURCE + ": a row has " + row.length + " columns: " + row[0]);
        }
        for (String codes : row[0].split(",", -1)) {
            int dash = codes.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? codes : codes.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(codes.substring(dash + 1));
            for (int number = first; number <= last; number++) {
                String code = Integer.toString(number);
                ErrorMeaning meaning = new ErrorMeaning(
                        code,
                        ErrorKind.valueOf(row[1]),
                        RetryAdvice.valueOf(row[2]),
                        Outcome.valueOf(row[3]),
                        ActionBy.valueOf(row[4]),
                        row[5],
                        row[6]);
                if (meanings.put(code, meaning) != null) {
                    throw new IllegalStateException(RESOURCE + ": code " + code + " comes twice");
                }
            }
        }
    }
}
