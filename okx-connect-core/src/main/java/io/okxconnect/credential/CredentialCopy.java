package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.InvalidArgumentException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** Copies single accounts from one store to another. */
final class CredentialCopy {
    private final CredentialStore from;
    private final CredentialStore to;
    private final ExistingRecords existing;

    CredentialCopy(CredentialStore from, CredentialStore to, ExistingRecords existing) {
        this.from = from;
        this.to = to;
        this.existing = existing;
    }

    /** What became of the account; empty if the source holds it no longer. */
    Optional<CopyOutcome> copy(AccountId accountId) {
        try (Loaded source = Loaded.from(from, accountId);
                Loaded target = Loaded.from(to, accountId)) {
            if (source.unreadable) {
                return Optional.of(CopyOutcome.SOURCE_UNREADABLE);
            }
            return source.content.map(
                    content -> target.unreadable ? CopyOutcome.TARGET_UNREADABLE : copy(content, target.content));
        }
    }

    private CopyOutcome copy(StoredCredential source, Optional<StoredCredential> target) {
        if (target.isPresent() && isSame(source, target.get())) {
            return CopyOutcome.ALREADY_THERE;
        }
        if (target.isPresent() && existing == ExistingRecords.KEEP) {
            return CopyOutcome.DIFFERENT_KEPT;
        }
        long revision = target.map(StoredCredential::revision).orElse(0L) + 1;
        try (StoredCredential next = StoredCredential.of(source.metadata(), revision, source.credential())) {
            to.save(next);
        } catch (CredentialStoreException failure) {
            if (failure.reason() != Reason.CONFLICT) {
                throw failure;
            }
            return CopyOutcome.CONFLICT;
        } catch (InvalidArgumentException tooMuchForTheTarget) {
            return CopyOutcome.REFUSED;
        }
        if (!isVerified(source.metadata().accountId())) {
            return CopyOutcome.NOT_VERIFIED;
        }
        return target.isPresent() ? CopyOutcome.REPLACED : CopyOutcome.COPIED;
    }

    private boolean isVerified(AccountId accountId) {
        try (Loaded source = Loaded.from(from, accountId);
                Loaded target = Loaded.from(to, accountId)) {
            return source.content.isPresent()
                    && target.content.isPresent()
                    && isSame(source.content.get(), target.content.get());
        }
    }

    private static boolean isSame(StoredCredential one, StoredCredential other) {
        byte[] secrets = CredentialCodec.encode(one.credential());
        byte[] others = new byte[0];
        try {
            others = CredentialCodec.encode(other.credential());
            return one.metadata().equals(other.metadata()) && MessageDigest.isEqual(secrets, others);
        } finally {
            Arrays.fill(secrets, (byte) 0);
            Arrays.fill(others, (byte) 0);
        }
    }

    /** What a store holds for an account, or that its record cannot be read. */
    private static final class Loaded implements AutoCloseable {
        private final Optional<StoredCredential> content;
        private final boolean unreadable;

        private Loaded(Optional<StoredCredential> content, boolean unreadable) {
            this.content = content;
            this.unreadable = unreadable;
        }

        static Loaded from(CredentialStore store, AccountId accountId) {
            try {
                return new Loaded(store.load(accountId), false);
            } catch (CredentialStoreException failure) {
                if (!concernsOneRecord(failure.reason())) {
                    throw failure;
                }
                return new Loaded(Optional.empty(), true);
            }
        }

        private static boolean concernsOneRecord(Reason reason) {
            return switch (reason) {
                case CORRUPT, ROLLED_BACK, NEWER_FORMAT, UNSAFE_PERMISSIONS -> true;
                case WRONG_PASSWORD_OR_KEY, CONFLICT, IO, SCHEMA_MISSING, KEY_UNAVAILABLE, CLOSED -> false;
            };
        }

        @Override
        public void close() {
            content.ifPresent(StoredCredential::close);
        }
    }
}
