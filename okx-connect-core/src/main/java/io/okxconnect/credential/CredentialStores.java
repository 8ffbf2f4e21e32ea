package io.okxconnect.credential;

import io.okxconnect.error.InvalidArgumentException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What can be done with any two {@link CredentialStore}s. */
public final class CredentialStores {
    private CredentialStores() {}

    /**
     * Copies all accounts from one store to another and leaves what the target already holds as it is. See
     * {@link #copy(CredentialStore, CredentialStore, ExistingRecords)}.
     *
     * @param from the source; only read
     * @param to the target
     * @return what became of each account
     * @throws io.okxconnect.error.CredentialStoreException as there
     */
    public static CopyReport copy(CredentialStore from, CredentialStore to) {
        return copy(from, to, ExistingRecords.KEEP);
    }

    /**
     * Copies all accounts from one store to another, one after the other. After each write, both records are read anew and
     * compared: metadata and every byte of the secrets.
     *
     * <p>A record that cannot be copied does not stop the others; the report names it. A failure of a whole store (not
     * reachable, closed) does: what was copied stays, and a second call goes on where the first stopped, because what is at the
     * target already is only compared. Revisions are not copied: an account that is new at the target begins at 1.
     *
     * <p>Accounts that are connected or changed while it runs may be missed: stop the writers, or copy again until the report
     * shows nothing but {@link CopyOutcome#ALREADY_THERE}.
     *
     * @param from the source; only read
     * @param to the target
     * @param existing what to do where the target holds something else
     * @return what became of each account; delete the source only if {@link CopyReport#isComplete()}
     * @throws io.okxconnect.error.CredentialStoreException if one of the stores fails as a whole
     * @throws InvalidArgumentException if both are the same object
     */
    public static CopyReport copy(CredentialStore from, CredentialStore to, ExistingRecords existing) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(existing, "existing");
        if (from == to) {
            throw new InvalidArgumentException("to", "must be another store than from", "Open the target store first.");
        }
        CredentialCopy copy = new CredentialCopy(from, to, existing);
        Map<AccountId, CopyOutcome> outcomes = new LinkedHashMap<>();
        for (CredentialMetadata metadata : from.list()) {
            copy.copy(metadata.accountId()).ifPresent(outcome -> outcomes.put(metadata.accountId(), outcome));
        }
        return new CopyReport(outcomes, from.damagedRecords());
    }
}
