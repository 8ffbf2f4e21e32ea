package io.okxconnect.examples;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Rows in columns, as wide as they need to be. Columns that hold only numbers stand to the right. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... header) {
        row(header);
    }

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    void print(PrintStream out) {
        int columns = rows.get(0).size();
        int[] width = new int[columns];
        boolean[] numbers = new boolean[columns];
        Arrays.fill(numbers, true);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns; c++) {
                String cell = rows.get(r).get(c);
                width[c] = Math.max(width[c], cell.length());
                numbers[c] &= r == 0 || cell.isEmpty() || cell.matches("[-0-9.,]+");
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            StringBuilder line = new StringBuilder("  ");
            for (int c = 0; c < columns; c++) {
                String cell = rows.get(r).get(c);
                String padding = " ".repeat(width[c] - cell.length());
                line.append(numbers[c] ? padding + cell : cell + padding).append("  ");
            }
            out.println(line.toString().stripTrailing());
            if (r == 0) {
                out.println("  " + Arrays.stream(width).mapToObj("-"::repeat).collect(Collectors.joining("  ")));
            }
        }
    }
}
