package io.okxconnect.oauth;

import java.util.Optional;

/**
 * Remembers authorizations between begin and callback. The default keeps them in memory; an app on several nodes gives all of
 * them a {@link JdbcPendingAuthorizationStore}, or one of its own, so that any node can take the callback. The test-jar of this module holds the contract as tests ({@code
 * PendingAuthorizationStoreContract}).
 *
 * <p>Two operations suffice for single use: a record is read with {@link #find} and checked, and only {@link #take} decides who may go on.
 * With SQL, take is one {@code DELETE … WHERE id = ?} whose row count is looked at; with Redis, one {@code DEL}. A check that fails
 * takes nothing away, so a forged callback cannot end the authorization of a user.
 *
 * <p>What an implementation must keep:
 *
 * <ul>
 *   <li>{@link #take} answers true to one caller only, over all threads and nodes.
 *   <li>Ids are compared byte by byte, never without regard to case.
 *   <li>A record that was saved before it expires is found until it expires or is taken, unless the store runs full.
 *   <li>It is bounded, and forgets what has expired: anyone can begin.
 *   <li>What it gives out is the caller's to close; what it was given stays the caller's too. It fails with an unchecked exception that
 *       repeats nothing of the record.
 *   <li>It is safe for use by many threads.
 * </ul>
 */
public interface PendingAuthorizationStore {

    /**
     * Remembers a new authorization.
     *
     * @param pending what to remember; copied, or written out with {@link PendingAuthorization#toBytes}
     */
    void save(PendingAuthorization pending);

    /**
     * Reads an authorization and leaves it where it is.
     *
     * @param id the digest of a state; may be anything
     * @return the record, which the caller closes; empty if there is none. An expired one may be returned
     */
    Optional<PendingAuthorization> find(String id);

    /**
     * Removes an authorization for good.
     *
     * @param id the digest of a state
     * @return true if it was there and this call removed it; so it is true once
     */
    boolean take(String id);
}
