package io.okxconnect.oauth;

import io.okxconnect.credential.Secret;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;

/**
 * Names the device that tokens got with PKCE are bound to, OKX's {@code TERMID}: a UUID that is made once on a device and kept by
 * the app. A stored account keeps the id that it was connected with; this one is for new connects. An implementation is safe for use by
 * many threads.
 */
@FunctionalInterface
public interface DeviceId {

    /**
     * The id of this device.
     *
     * @return a UUID in lower case, the same each time; the caller closes it
     * @throws io.okxconnect.oauth.error.DeviceIdException if it can neither be read nor made
     */
    Secret value();

    /**
     * An id in a file, which is made at the first use, readable by its owner only where the file system knows owners.
     *
     * @param file for example {@code device-id} in the app's own directory, which exists
     * @return the id
     */
    static DeviceId inFile(Path file) {
        return new DeviceIdFile(Objects.requireNonNull(file, "file"), new SecureRandom());
    }

    /**
     * A new id that ends with this process. For tests and short-lived programs: OKX sees a new device with each start.
     *
     * @return the id
     */
    static DeviceId inMemory() {
        String made = DeviceIdFile.make(new SecureRandom());
        return () -> Secret.of(made);
    }
}
