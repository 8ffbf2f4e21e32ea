package io.okxconnect.credential;

import java.util.List;
import java.util.Optional;

/**
 * Keeps the credentials of connected accounts: in memory, in an encrypted file, or wherever the app keeps such things.
 *
 * <p>What an implementation must keep (the contract test in core's test-jar checks it):
 *
 * <ul>
 *   <li>{@link #load} gives fresh copies: closing one touches neither the store nor another copy.
 *   <li>{@link #save} is compare-and-set by revision, so that of two writers one fails instead of being lost; when it returns,
 *       the credential survives a crash (as far as the store survives one at all).
 *   <li>{@link #list} reads metadata only and decrypts no secret.
 *   <li>It fails only with {@link io.okxconnect.error.CredentialStoreException}, which holds no secret; a failed call leaves
 *       what was stored as it was.
 *   <li>It is safe for use by many threads.
 * </ul>
 *
 * <p>A store of one's own puts {@link StoredCredential#toBytes()} where it likes, encrypted: those bytes hold the secrets.
 */
public interface CredentialStore extends AutoCloseable {

    /**
     * Reads an account's credential.
     *
     * @param accountId the account
     * @return a fresh copy that the caller closes, or empty if nothing is stored for the account
     * @throws io.okxconnect.error.CredentialStoreException if it cannot be read
     */
    Optional<StoredCredential> load(AccountId accountId);

    /**
     * Stores a credential, if the stored revision is the one before it: {@code next.revision() - 1}, where 0 means that
     * nothing is stored. The store takes its own copy; the caller keeps and closes {@code next}.
     *
     * @param next the next revision
     * @throws io.okxconnect.error.CredentialStoreException with reason {@code CONFLICT} if another revision is stored; with
     *     another reason if it cannot be written
     */
    void save(StoredCredential next);

    /**
     * Forgets an account's credential, whatever its revision. The account starts again at revision 1.
     *
     * @param accountId the account
     * @return whether something was stored
     * @throws io.okxconnect.error.CredentialStoreException if it cannot be removed
     */
    boolean delete(AccountId accountId);

    /**
     * What is stored, without its secrets.
     *
     * @return metadata of all accounts, ordered by account id
     * @throws io.okxconnect.error.CredentialStoreException if it cannot be read
     */
    List<CredentialMetadata> list();

    /**
     * Where the records are that {@link #list()} leaves out because they cannot be read, so that nobody takes a short list for
     * a complete one. Empty by default: a store that has no such records, or fails as a whole, leaves it so.
     *
     * @return paths, row keys or the like, without an account id or a secret; empty if all is well
     * @throws io.okxconnect.error.CredentialStoreException if the store cannot be read
     */
    default List<String> damagedRecords() {
        return List.of();
    }

    /**
     * Gives up what the store holds open and wipes its keys; later calls fail with reason {@code CLOSED}. Closing twice has
     * no effect. Does nothing by default.
     */
    @Override
    default void close() {}
}
