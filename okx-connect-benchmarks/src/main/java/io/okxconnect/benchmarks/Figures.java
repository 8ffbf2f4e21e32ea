package io.okxconnect.benchmarks;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Figures by name, on one line between a measured process and the one that asked for it. */
public final class Figures {
    private static final String MARK = "figures ";

    private Figures() {}

    /** Hands figures to the parent process. */
    @SuppressWarnings("SystemOut") // standard output is the way to the parent process
    public static void print(Map<String, Double> figures) {
        System.out.println(line(figures));
    }

    static String line(Map<String, Double> figures) {
        return MARK
                + figures.entrySet().stream()
                        .map(figure -> named(figure.getKey()) + "=" + figure.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static String named(String name) {
        if (name.contains(" ") || name.contains("=")) {
            throw new IllegalArgumentException("Name a figure without blank and equals sign: " + name);
        }
        return name;
    }

    static double required(Map<String, Double> figures, String name) {
        return Objects.requireNonNull(figures.get(name), name);
    }

    static Map<String, Double> read(String output) {
        String line = output.lines()
                .filter(each -> each.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no figures in: " + output));
        Map<String, Double> figures = new TreeMap<>();
        Arrays.stream(line.substring(MARK.length()).split(" ", -1)).forEach(figure -> {
            int equals = figure.indexOf('=');
            figures.put(figure.substring(0, equals), Double.valueOf(figure.substring(equals + 1)));
        });
        return figures;
    }
}
