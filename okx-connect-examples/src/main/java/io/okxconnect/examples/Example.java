package io.okxconnect.examples;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** One thing to see. */
interface Example {
    /** What to type to run it. */
    String name();

    /** One line for the list. */
    String summary();

    /**
     * Runs it.
     *
     * @return the exit code: 0 if all went well
     */
    int run(List<String> options, Map<String, String> environment, PrintStream out) throws Exception;
}
