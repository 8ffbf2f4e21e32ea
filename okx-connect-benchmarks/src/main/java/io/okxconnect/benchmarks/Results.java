package io.okxconnect.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What was measured: for each row and candidate one value a round. */
final class Results {
    private final Map<String, Map<String, List<Double>>> rows = new LinkedHashMap<>();

    void add(String row, String candidate, double value) {
        rows.computeIfAbsent(row, each -> new LinkedHashMap<>())
                .computeIfAbsent(candidate, each -> new ArrayList<>())
                .add(value);
    }

    Set<String> rows() {
        return rows.keySet();
    }

    Map<String, List<Double>> row(String row) {
        return rows.getOrDefault(row, Map.of());
    }

    private List<Double> values(String row, String candidate) {
        return Objects.requireNonNull(row(row).get(candidate), () -> row + ": " + candidate);
    }

    boolean has(String row, String candidate) {
        return row(row).containsKey(candidate);
    }

    double median(String row, String candidate) {
        return median(values(row, candidate));
    }

    /** The median of the rounds' ratios: what was measured in one round met the same neighbours on the machine. */
    double ratio(String row, String candidate, String to) {
        List<Double> values = values(row, candidate);
        List<Double> bases = values(row, to);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < values.size(); round++) {
            ratios.add(values.get(round) / bases.get(Math.min(round, bases.size() - 1)));
        }
        return median(ratios);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
