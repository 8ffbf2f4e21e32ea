package io.okxconnect.oauth;

import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.error.DeviceIdException;
import io.okxconnect.oauth.error.DeviceIdException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** A device id in a file that is there as a whole or not at all; of several processes that make one, all use the first. */
final class DeviceIdFile implements DeviceId {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int LONGEST = 64;

    private final Path file;
    private final SecureRandom random;

    DeviceIdFile(Path file, SecureRandom random) {
        this.file = file.toAbsolutePath();
        this.random = random;
    }

    /** A random UUID (RFC 9562, version 4). */
    static String make(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        return new UUID(halves.getLong(), halves.getLong()).toString();
    }

    @Override
    public Secret value() {
        try {
            return Secret.of(read());
        } catch (NoSuchFileException none) {
            return made();
        } catch (IOException e) {
            throw new DeviceIdException(Reason.CANNOT_READ);
        }
    }

    private Secret made() {
        try {
            create(make(random));
            return Secret.of(read());
        } catch (IOException e) {
            throw new DeviceIdException(Reason.CANNOT_WRITE);
        }
    }

    private String read() throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new DeviceIdException(Reason.MALFORMED);
        }
        // Not as text of a charset that could fail: what is no UUID is no id.
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new DeviceIdException(Reason.MALFORMED);
        }
        return text;
    }

    private void create(String id) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + "." + make(random) + ".tmp");
        try {
            write(temporary, id);
            putInPlace(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void write(Path temporary, String id) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(temporary, options, ownerOnly())) {
            ByteBuffer bytes = ByteBuffer.wrap((id + "\n").getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Whoever comes second takes the id of the first. */
    private void putInPlace(Path temporary) throws IOException {
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException first) {
            return;
        } catch (UnsupportedOperationException | IOException noLinks) {
            moveInPlace(temporary);
        }
    }

    private void moveInPlace(Path temporary) throws IOException {
        try {
            Files.move(temporary, file);
        } catch (FileAlreadyExistsException first) {
            // The id of the first is read next.
            return;
        }
    }

    /** {@return the file} */
    @Override
    public String toString() {
        return "DeviceId[" + file + "]";
    }
}
