package io.okxconnect.credential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;

/**
 * The key in a file.
 *
 * @param file that holds it
 */
record FileKeyProvider(Path file) implements KeyProvider {
    private static final int MAX_LENGTH = 64;
    private static final Set<PosixFilePermission> UNSAFE =
            Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);

    @Override
    public Secret keyEncryptionKey() {
        byte[] content = new byte[0];
        try {
            requireKeptFromOthers();
            content = read();
            if (content.length == AesGcm.KEY_LENGTH) {
                return Secret.of(content);
            }
            return KeyText.base64(content)
                    .orElseThrow(() -> KeyText.unavailable(
                            "The key file " + file + " holds neither 32 bytes nor 32 bytes in Base64"));
        } catch (IOException e) {
            throw KeyText.unavailable(
                    "The key file " + file + " cannot be read (" + e.getClass().getSimpleName() + ")");
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private byte[] read() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_LENGTH);
        }
    }

    private void requireKeptFromOthers() throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && !Collections.disjoint(view.readAttributes().permissions(), UNSAFE)) {
            throw VaultFailure.unsafe(
                    file,
                    "(the key file) is open to other users of this machine",
                    "Run: chmod 440 " + file + " (in Kubernetes: defaultMode: 0440)");
        }
    }

    @Override
    public String toString() {
        return "KeyProvider[file " + file + "]";
    }
}
