package io.okxconnect.internal.doctor;

import io.okxconnect.doctor.LocalizedText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The doctor's words, read from two tables, and the filling of their {names}. */
final class DoctorTexts {
    private static final Map<String, CauseText> CAUSES = new HashMap<>();
    private static final Map<String, LocalizedText> EVIDENCE = new HashMap<>();

    /** Summary and next step. */
    record CauseText(LocalizedText summary, LocalizedText nextStep) {}

    static {
        read(
                "causes.tsv",
                5,
                row -> CAUSES.put(
                        row[0], new CauseText(new LocalizedText(row[1], row[3]), new LocalizedText(row[2], row[4]))));
        read("evidence.tsv", 3, row -> EVIDENCE.put(row[0], new LocalizedText(row[1], row[2])));
    }

    private DoctorTexts() {}

    /** The words for a cause, or for one of its variants, such as {@code KEY_UNKNOWN/other-sites}. */
    static CauseText cause(String key, Map<String, LocalizedText> values) {
        CauseText text = required(CAUSES, key);
        return new CauseText(filled(text.summary(), values), filled(text.nextStep(), values));
    }

    static LocalizedText evidence(String key) {
        return required(EVIDENCE, key);
    }

    static LocalizedText evidence(String key, Map<String, LocalizedText> values) {
        return filled(required(EVIDENCE, key), values);
    }

    /** The words of a key that not every text has. */
    static LocalizedText evidenceOr(String key, LocalizedText other) {
        return EVIDENCE.getOrDefault(key, other);
    }

    private static <T> T required(Map<String, T> texts, String key) {
        T text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("okx-connect-core has no text for " + key);
        }
        return text;
    }

    private static LocalizedText filled(LocalizedText pattern, Map<String, LocalizedText> values) {
        String english = pattern.english();
        String chinese = pattern.chinese();
        for (Map.Entry<String, LocalizedText> value : values.entrySet()) {
            String place = "{" + value.getKey() + "}";
            english = english.replace(place, value.getValue().english());
            chinese = chinese.replace(place, value.getValue().chinese());
        }
        return new LocalizedText(english, chinese);
    }

    /** Takes a row. */
    private interface RowTaker {
        void take(String[] row);
    }

    private static void read(String resource, int columns, RowTaker rows) {
        try (InputStream in = DoctorTexts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("okx-connect-core is incomplete: " + resource + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    String[] row = line.split("\t", -1);
                    if (row.length != columns) {
                        throw new IllegalStateException(resource + ": a row has " + row.length + " columns: " + row[0]);
                    }
                    rows.take(row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
