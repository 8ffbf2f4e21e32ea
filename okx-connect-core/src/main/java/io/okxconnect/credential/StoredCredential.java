package io.okxconnect.credential;

import io.okxconnect.error.InvalidArgumentException;
import java.util.Objects;

/**
 * One revision of what a store keeps for an account: metadata, credential, and the number that tells revisions apart.
 *
 * <p>It owns its credential: closing it wipes the secrets. Equal only to itself.
 */
public final class StoredCredential implements AutoCloseable {
    private final CredentialMetadata metadata;
    private final long revision;
    private final Credential credential;

    private StoredCredential(CredentialMetadata metadata, long revision, Credential credential) {
        this.metadata = Objects.requireNonNull(metadata, "metadata");
        this.revision = revision;
        this.credential = Objects.requireNonNull(credential, "credential");
    }

    /**
     * A revision with a given number.
     *
     * @param metadata what is known without the secrets
     * @param revision 1 for the first, one more for each later one
     * @param credential the secrets; copied, and left for the caller to close
     * @return the revision; the caller closes it
     * @throws InvalidArgumentException if the revision is below 1
     */
    public static StoredCredential of(CredentialMetadata metadata, long revision, Credential credential) {
        if (revision < 1) {
            throw new InvalidArgumentException("revision", "must be at least 1", "Begin with 1 and count up.");
        }
        return new StoredCredential(metadata, revision, credential.copy());
    }

    /**
     * Reads what {@link #toBytes()} wrote, in this or an earlier version.
     *
     * @param bytes the binary form; left for the caller to wipe
     * @return the revision; the caller closes it
     * @throws io.okxconnect.error.CredentialStoreException with reason {@code CORRUPT} if the bytes are not that form, {@code
     *     NEWER_FORMAT} if a later version wrote them
     */
    public static StoredCredential fromBytes(byte[] bytes) {
        return StoredCredentialCodec.decode(Objects.requireNonNull(bytes, "bytes"));
    }

    /**
     * The binary form: self-contained, versioned, and holding the secrets in clear. Encrypt it before it leaves the process,
     * and wipe the array.
     *
     * @return new bytes, described in {@code docs/vault-format.md}
     * @throws IllegalStateException if this revision was closed
     */
    public byte[] toBytes() {
        return StoredCredentialCodec.encode(this);
    }

    /**
     * The revision after this one, with other metadata.
     *
     * @param changed the new metadata, of the same account
     * @return the next revision; the caller closes it
     */
    public StoredCredential next(CredentialMetadata changed) {
        return next(changed, credential);
    }

    /**
     * The revision after this one, with other metadata and another credential.
     *
     * @param changed the new metadata, of the same account
     * @param replacement the new secrets; copied, and left for the caller to close
     * @return the next revision; the caller closes it
     * @throws InvalidArgumentException if the metadata are of another account
     */
    public StoredCredential next(CredentialMetadata changed, Credential replacement) {
        if (!changed.accountId().equals(metadata.accountId())) {
            throw new InvalidArgumentException(
                    "changed", "must be of the same account", "Store another account's credential under its own id.");
        }
        return new StoredCredential(changed, revision + 1, replacement.copy());
    }

    /**
     * What is known without the secrets.
     *
     * @return the metadata
     */
    public CredentialMetadata metadata() {
        return metadata;
    }

    /**
     * The number of this revision.
     *
     * @return 1 for the first
     */
    public long revision() {
        return revision;
    }

    /**
     * The secrets.
     *
     * @return this revision's own credential, wiped when the revision is closed; {@link Credential#copy()} it to keep it
     */
    public Credential credential() {
        return credential;
    }

    /**
     * A second revision with the same content, which lives on when this one is closed.
     *
     * @return the copy; the caller closes it
     * @throws IllegalStateException if this one was closed
     */
    public StoredCredential copy() {
        return new StoredCredential(metadata, revision, credential.copy());
    }

    /** Wipes the secrets. Closing twice has no effect. */
    @Override
    public void close() {
        credential.close();
    }

    /** {@return account, revision and kind} */
    @Override
    public String toString() {
        return "StoredCredential[" + metadata.accountId() + ", revision " + revision + ", " + credential.kind() + "]";
    }
}
