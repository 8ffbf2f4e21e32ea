package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The failures of the encrypted stores. They name files and rows, never what is in them. */
final class VaultFailure {
    private VaultFailure() {}

    static CredentialStoreException wrongPasswordOrKey() {
        return new CredentialStoreException(
                Reason.WRONG_PASSWORD_OR_KEY,
                "The password or key does not open this credential store.",
                "Pass the one it was created with; the store was not changed.",
                null);
    }

    static CredentialStoreException damaged(Path file, String what) {
        return damaged(VaultPart.file(file), what);
    }

    static CredentialStoreException damaged(VaultPart part, String what) {
        return new CredentialStoreException(
                Reason.CORRUPT,
                "The " + part + " of the credential store " + what + ".",
                "Restore it from a backup, or delete the account and connect it again; nothing was changed.",
                null);
    }

    static CredentialStoreException rolledBack(VaultPart part) {
        return new CredentialStoreException(
                Reason.ROLLED_BACK,
                "The " + part + " of the credential store was replaced by an older one while the store was open.",
                "Find out who put it back; to go on with the older one, reopen the store.",
                null);
    }

    static CredentialStoreException replaced(Path keyset) {
        return new CredentialStoreException(
                Reason.CORRUPT,
                "The file " + keyset
                        + " of the credential store is not the one that was opened: the directory was emptied,"
                        + " unmounted or replaced.",
                "Put the directory back or mount it again, then repeat; or close this store and open the one that is there"
                        + " now. Nothing was written.",
                null);
    }

    static CredentialStoreException newerFormat(VaultPart part, int version) {
        return new CredentialStoreException(
                Reason.NEWER_FORMAT,
                "The " + part + " was written by a newer version of okx-connect (format " + version + ").",
                "Use that version or a later one; nothing was changed.",
                null);
    }

    static CredentialStoreException unsafe(Path path, String problem, String fix) {
        return new CredentialStoreException(
                Reason.UNSAFE_PERMISSIONS, "The credential store's " + path + " " + problem + ".", fix, null);
    }

    static CredentialStoreException ownedByAnother(Path path) {
        return unsafe(
                path,
                "belongs to another user of this machine",
                "Run the app as the user that created the store; or, if you trust its content, make this user its owner.");
    }

    /** The failure below is kept as the cause: it comes from the file system, which never sees a secret in clear. */
    static CredentialStoreException io(String action, Path path, @Nullable IOException cause) {
        return new CredentialStoreException(
                Reason.IO,
                "Could not " + action + " " + path + " of the credential store.",
                "Check the disk's space, the mount and the permissions, then repeat.",
                cause);
    }

    static CredentialStoreException closed() {
        return new CredentialStoreException(Reason.CLOSED, "The credential store was closed.", "Open it again.", null);
    }
}
