package io.okxconnect.oauth.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server in a process of its own, ready as soon as it says where it listens. Its output goes to a file. It ends with {@link #close} and,
 * since it lives only as long as its standard input stays open, also when the JVM of the tests is killed.
 */
final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Runs its arguments, and ends them when standard input ends. */
    private static final String GUARD = """
            exec 3<&0
            "$@" </dev/null 3<&- & server=$!
            (cat <&3; kill "$server") >/dev/null 2>&1 & guard=$!
            exec 3<&-
            wait "$server"
            kill "$guard" 2>/dev/null
            """;

    private final Process process;
    private final URI uri;

    private ServerProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    static ServerProcess start(
            Path directory, Map<String, String> environment, Duration limit, Path log, List<String> command) {
        List<String> guarded = new ArrayList<>(List.of("sh", "-c", GUARD, "guard"));
        guarded.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(guarded).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            CompletableFuture<URI> ready = new CompletableFuture<>();
            Thread reader = new Thread(() -> read(process, log, ready), "server-output");
            reader.setDaemon(true);
            reader.start();
            try {
                return new ServerProcess(process, ready.get(limit.toMillis(), TimeUnit.MILLISECONDS));
            } catch (ExecutionException | TimeoutException e) {
                stop(process);
                throw new AssertionError("The server did not come up within " + limit + "; see " + log, e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static void read(Process process, Path log, CompletableFuture<URI> ready) {
        try (BufferedReader output = process.inputReader(UTF_8);
                Writer copy = Files.newBufferedWriter(log)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                copy.append(line).append('\n').flush();
                Matcher matcher = READY.matcher(line);
                if (matcher.find()) {
                    ready.complete(URI.create(matcher.group(1)));
                }
            }
        } catch (IOException over) {
            // The process is gone; what it wrote until then is in the file.
        }
        ready.completeExceptionally(new IllegalStateException("it ended by itself"));
    }

    /** Runs a command to its end; its output goes to the file. */
    static void run(Path directory, Duration limit, Path log, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                stop(process);
                throw new AssertionError(command + " failed; see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command + "; is it installed?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Where it listens. */
    URI uri() {
        return uri;
    }

    @Override
    public void close() {
        stop(process);
    }

    private static void stop(Process process) {
        List<ProcessHandle> tree = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        try {
            process.getOutputStream().close();
        } catch (IOException over) {
            // The process is gone already.
        }
        try {
            CompletableFuture.allOf(tree.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            tree.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            tree.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
