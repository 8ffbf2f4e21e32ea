package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.error.DeviceIdException;
import io.okxconnect.oauth.error.DeviceIdException.Reason;
import io.okxconnect.oauth.internal.SecretText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceIdTest {
    private static final String UUID =
            "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    @TempDir
    Path directory;

    private static String text(DeviceId device) {
        try (Secret value = device.value()) {
            return SecretText.of(value);
        }
    }

    @Test
    void inFile_firstUse_makesAUuidForItsOwnerOnly() throws IOException {
        Path file = directory.resolve("device-id");
        DeviceId device = DeviceId.inFile(file);

        String id = text(device);

        assertThat(id).matches(UUID);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(device.toString()).doesNotContain(id);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void inFile_afterARestart_isTheSame() {
        Path file = directory.resolve("device-id");
        String id = text(DeviceId.inFile(file));

        assertThat(text(DeviceId.inFile(file))).isEqualTo(id);
    }

    @Test
    void inFile_manyAtOnce_agreeOnOne() throws Exception {
        Path file = directory.resolve("device-id");
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<String>> made = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                made.add(pool.submit(() -> {
                    go.await();
                    return text(DeviceId.inFile(file));
                }));
            }
            go.countDown();
            Set<String> ids = new HashSet<>();
            for (Future<String> id : made) {
                ids.add(id.get(30, TimeUnit.SECONDS));
            }
            assertThat(ids).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void inFile_somethingElse_isNeverOverwritten() throws IOException {
        Path file = directory.resolve("notes.txt");
        Files.writeString(file, "my notes");

        assertReason(file, Reason.MALFORMED);
        Files.writeString(file, "x".repeat(100_000));
        assertReason(file, Reason.MALFORMED);

        assertThat(Files.size(file)).isEqualTo(100_000);
    }

    @Test
    void inFile_noDirectory_saysSo() {
        assertReason(directory.resolve("absent").resolve("device-id"), Reason.CANNOT_WRITE);
    }

    private static void assertReason(Path file, Reason reason) {
        DeviceId device = DeviceId.inFile(file);
        assertThatExceptionOfType(DeviceIdException.class)
                .isThrownBy(device::value)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void inMemory_isOneForEachProcess() {
        DeviceId device = DeviceId.inMemory();
        assertThat(text(device)).matches(UUID).isEqualTo(text(device)).isNotEqualTo(text(DeviceId.inMemory()));
    }
}
