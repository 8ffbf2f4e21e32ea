package io.okxconnect.benchmarks;

import java.util.List;

/**
 * How long to measure.
 *
 * @param rounds how often every candidate has its turn, each time in a new process
 * @param millis length of a JMH iteration
 * @param warmUpCalls calls before the measured ones
 * @param calls measured calls
 * @param accounts of the row with many
 */
record Settings(int rounds, int millis, int warmUpCalls, int calls, int accounts) {
    private static final Settings FULL = new Settings(5, 500, 150_000, 40_000, 10_000);
    /** Shows that everything runs; its figures mean nothing. */
    private static final Settings QUICK = new Settings(1, 20, 200, 200, 100);

    static Settings of(List<String> arguments) {
        if (arguments.isEmpty()) {
            return FULL;
        }
        if (arguments.equals(List.of("quick"))) {
            return QUICK;
        }
        throw new IllegalArgumentException("Give no argument, or \"quick\" for a trial run.");
    }
}
