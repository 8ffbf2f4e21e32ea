package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are really full or read-only, mounted in a namespace of their own where the system allows that; and no descriptors left. */
class RealDiskTest {
    @TempDir
    private Path directory;

    @Test
    void save_onAFullThenReadOnlyDisk_isIoAndLeavesTheOldRevision() throws Exception {
        assumeTrue(shell("unshare -rm true").exit() == 0, "needs user namespaces to mount a disk");
        String script = """
                mount -t tmpfs -o size=64k,mode=0700 none "$DISK" || exit 99
                %s "$DISK" create full
                mount -o remount,ro "$DISK" || exit 98
                %s "$DISK" readonly
                """.formatted(java(), java());
        Outcome outcome = shell("exec unshare -rm sh -c '" + script + "'");
        assumeTrue(outcome.exit() != 99 && outcome.exit() != 98, "needs the right to mount a disk in memory");
        assertThat(outcome.said())
                .containsExactly(
                        "create: saved, revision 1",
                        "full: IO, revision 1",
                        "emptied: saved, revision 2",
                        "readonly: IO, revision 2");
    }

    @Test
    void save_withoutDescriptors_isIoAndWorksAgainAfterwards() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell that limits descriptors");
        Outcome outcome = shell("ulimit -n 1000 && exec %s \"$DISK\" create descriptors".formatted(java()));
        assertThat(outcome.said())
                .containsExactly(
                        "create: saved, revision 1", "prepared: IO", "exhausted: IO", "freed: saved, revision 2");
    }

    private static String java() {
        return "\"$JAVA\" -XX:+UseSerialGC -XX:-MaxFDLimit -XX:TieredStopAtLevel=1 -Xmx64m "
                + DiskTarget.class.getName();
    }

    private record Outcome(int exit, List<String> said) {}

    private Outcome shell(String script) throws IOException, InterruptedException {
        Path disk = Files.createDirectories(directory.resolve("disk"));
        Path log = Files.createTempFile(directory, "shell", ".log");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", script);
        builder.environment().put("DISK", disk.toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment()
                .put(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Outcome(process.waitFor(), Files.readAllLines(log, StandardCharsets.UTF_8));
        } catch (IOException noShell) {
            return new Outcome(127, List.of());
        }
    }
}
