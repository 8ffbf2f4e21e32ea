package io.okxconnect.credential;

/**
 * What {@link CredentialStores#copy(CredentialStore, CredentialStore, ExistingRecords)} does where the target already holds
 * something else.
 */
public enum ExistingRecords {
    /** Leaves it as it is and reports it. */
    KEEP,
    /** Stores what the source holds as its next revision. */
    REPLACE
}
