package io.okxconnect.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many jars a library brings along, and their size, by Maven's own tree of this module. */
final class Weight {
    private static final Pattern LINE = Pattern.compile("^([ |+\\\\-]*)\\(?([\\w.-]+:[\\w.-]+):jar:([\\w.-]+)(?::.*)?");

    private final Map<String, Set<String>> children = new LinkedHashMap<>();
    private final Map<String, String> jars = new LinkedHashMap<>();

    private Weight() {}

    static Weight of(Path tree) throws IOException {
        Weight weight = new Weight();
        Deque<String> parents = new ArrayDeque<>();
        for (String line : Files.readAllLines(tree)) {
            Matcher node = LINE.matcher(line);
            if (!node.matches()) {
                continue;
            }
            int depth = node.group(1).length() / 3;
            while (parents.size() > depth) {
                parents.pop();
            }
            String name = node.group(2);
            if (!parents.isEmpty()) {
                weight.children
                        .computeIfAbsent(parents.element(), each -> new LinkedHashSet<>())
                        .add(name);
            }
            if (!line.contains("omitted for")) {
                weight.jars.put(name, name.substring(name.indexOf(':') + 1) + "-" + node.group(3) + ".jar");
            }
            parents.push(name);
        }
        return weight;
    }

    /** The names of a library's jars, its own first. */
    Set<String> of(String library) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(library));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (jars.containsKey(next) && found.add(next)) {
                open.addAll(children.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    /** Bytes of the jars of that class path; a module that is not packed yet has none. */
    long bytes(Set<String> names) {
        Set<String> files = new LinkedHashSet<>();
        names.forEach(name -> files.add(jars.get(name)));
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .map(Path::of)
                .filter(path -> files.contains(path.getFileName().toString()))
                .mapToLong(path -> path.toFile().length())
                .sum();
    }
}
