package io.okxconnect.credential;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Supplies the key-encryption key of a store: 32 bytes that wrap the store's own keys and are kept elsewhere, in the
 * environment, a mounted file, a key management service or an HSM.
 *
 * <p>An implementation for a key management service asks it to decrypt a data key that the app keeps in encrypted form, or to
 * derive 32 bytes. It is asked once each time a store is opened, never for single accounts, and should be safe for use by many
 * threads. It must give the same key for as long as the store was not moved to another one.
 */
@FunctionalInterface
public interface KeyProvider {

    /**
     * Fetches the key. May block, for example for a request to a key management service.
     *
     * @return 32 bytes; the store closes them
     * @throws io.okxconnect.error.CredentialStoreException if the key cannot be had; any other exception becomes one with
     *     reason {@code KEY_UNAVAILABLE} that names its class only, because its text may hold key material
     */
    Secret keyEncryptionKey();

    /**
     * Takes the key from a variable of this process's environment.
     *
     * @param variable its name; its value is 32 bytes in Base64 (RFC 4648 section 4, 44 characters), read at each
     *     {@link #keyEncryptionKey()}
     * @return a provider that fails with reason {@code KEY_UNAVAILABLE} if the variable is not set or holds anything else
     */
    static KeyProvider environment(String variable) {
        return new EnvironmentKeyProvider(Objects.requireNonNull(variable, "variable"), System::getenv);
    }

    /**
     * Takes the key from a file, such as a mounted secret of a container. Links are followed, because that is how containers
     * mount secrets.
     *
     * @param file 32 bytes, or the same in Base64 (RFC 4648 section 4, 44 characters, a line end may follow), read at each
     *     {@link #keyEncryptionKey()}
     * @return a provider that fails with reason {@code UNSAFE_PERMISSIONS} if every user of the machine may read the file or
     *     others may write it (not checked on Windows), {@code KEY_UNAVAILABLE} if it is absent or holds anything else
     */
    static KeyProvider file(Path file) {
        return new FileKeyProvider(Objects.requireNonNull(file, "file"));
    }
}
