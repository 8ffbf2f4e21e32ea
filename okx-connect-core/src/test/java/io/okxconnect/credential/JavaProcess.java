package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java on the class path of the tests. */
final class JavaProcess {
    private final Process process;
    private final File log;

    private JavaProcess(Process process, File log) {
        this.process = process;
        this.log = log;
    }

    static JavaProcess start(Path logs, List<String> options, Class<?> main, String... arguments) throws IOException {
        File log = Files.createTempFile(logs, "process", ".log").toFile();
        return new JavaProcess(
                builder(options, main, arguments)
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start(),
                log);
    }

    /** Not started yet, for whoever talks with it. */
    static ProcessBuilder builder(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    Process process() {
        return process;
    }

    /** Waits for its end, which must be a success; what it printed. */
    String join() throws IOException, InterruptedException {
        int exit = process.waitFor();
        String printed = Files.readString(log.toPath());
        assertThat(exit).as("%s", printed).isZero();
        return printed;
    }
}
