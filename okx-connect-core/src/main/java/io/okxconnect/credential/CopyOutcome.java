package io.okxconnect.credential;

/** What became of one account in {@link CredentialStores#copy(CredentialStore, CredentialStore)}. */
public enum CopyOutcome {
    /** Stored at the target, read back, and found to be the same. */
    COPIED(true),
    /** The target held the same already: nothing was written. */
    ALREADY_THERE(true),
    /** The target held something else, which was replaced, read back, and found to be the same. */
    REPLACED(true),
    /** The target holds something else, which was left as it is. */
    DIFFERENT_KEPT(false),
    /** The source's record is damaged or otherwise cannot be read. */
    SOURCE_UNREADABLE(false),
    /** The target's record is damaged or otherwise cannot be read; it was left as it is. */
    TARGET_UNREADABLE(false),
    /** The target refused the record, for example because it is too large. */
    REFUSED(false),
    /** Somebody else stored the account at the target in the meantime; nothing was written. */
    CONFLICT(false),
    /** What was read back is not what the source holds now: somebody changed one of them, or the target loses something. */
    NOT_VERIFIED(false);

    private final boolean complete;

    CopyOutcome(boolean complete) {
        this.complete = complete;
    }

    /**
     * Whether the target holds what the source holds.
     *
     * @return true if this was verified
     */
    public boolean isComplete() {
        return complete;
    }
}
