package io.okxconnect.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What axe-core finds on a page that keeps people out. */
final class AxeReport {
    private static final String AXE = script();
    /** Serious and critical findings, one line each, with the places. */
    private static final String ASK = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ["violations"] }).then(found => done(found.violations
                .filter(each => ["serious", "critical"].includes(each.impact))
                .map(each => each.id + ": " + each.help + " at "
                    + each.nodes.map(node => node.target.join(" ") + " " + (node.any[0]?.message ?? "")).join("; "))
                .join("\\n")), failure => done("axe: " + failure));
            """;

    private AxeReport() {}

    /** The findings of the page that a browser shows; empty if there is none. */
    static String of(Chromium chromium) {
        return String.valueOf(chromium.run(AXE + ";\n" + ASK));
    }

    private static String script() {
        try (InputStream file = Objects.requireNonNull(AxeReport.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
