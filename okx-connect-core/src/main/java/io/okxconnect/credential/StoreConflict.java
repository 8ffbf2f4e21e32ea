package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;

/** The compare of compare-and-set. */
final class StoreConflict {
    private StoreConflict() {}

    static void requireNext(StoredCredential next, long storedRevision) {
        if (next.revision() - 1 != storedRevision) {
            throw new CredentialStoreException(
                    Reason.CONFLICT,
                    "The credential of account '" + next.metadata().accountId()
                            + "' was changed by somebody else: revision " + next.revision() + " was to follow "
                            + storedRevision + ".",
                    "Load it again and repeat the change on what is stored now.",
                    null);
        }
    }

    /** The stored revision was the one before, and was changed between reading and writing. */
    static CredentialStoreException changedMeanwhile(StoredCredential next) {
        return new CredentialStoreException(
                Reason.CONFLICT,
                "The credential of account '" + next.metadata().accountId()
                        + "' was changed by somebody else while revision " + next.revision() + " was being stored.",
                "Load it again and repeat the change on what is stored now.",
                null);
    }

    static CredentialStoreException keepsChanging(AccountId accountId) {
        return new CredentialStoreException(
                Reason.CONFLICT,
                "The credential of account '" + accountId + "' was stored anew each time it was to be deleted.",
                "Find out who stores it, then repeat.",
                null);
    }
}
