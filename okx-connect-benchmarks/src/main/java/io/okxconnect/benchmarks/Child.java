package io.okxconnect.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Java process on this class path. Closing it ends it. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Child(Class<?> program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // As many kept connections as threads, for the client that uses the JDK's own.
                "-Dhttp.maxConnections=64",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(arguments);
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("no process for " + program, e);
        }
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** The figures of a program that measures and ends. */
    static Map<String, Double> figures(Class<?> program, Object... arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        try (Child child = new Child(program, texts)) {
            StringBuilder all = new StringBuilder();
            for (String line = child.output.readLine(); line != null; line = child.output.readLine()) {
                all.append(line).append('\n');
            }
            return Figures.read(all.toString());
        } catch (IOException e) {
            throw new IllegalStateException(program + " could not be heard", e);
        }
    }

    /** A server that says its port first. */
    static Child server(Class<?> program) {
        return new Child(program, List.of());
    }

    URI uri() throws IOException {
        return URI.create("http://127.0.0.1:" + output.readLine());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
