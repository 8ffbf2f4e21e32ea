package io.okxconnect;

/**
 * Decides whether an OKX account may be connected although it, or another account of the same OKX customer, is stored
 * under another id. Set with {@link ExchangeConnectorBuilder#duplicatePolicy}.
 *
 * <p>Asked once for each stored account that is related, by the thread that connects, after OKX accepted the key and
 * before anything is stored; one REFUSE is enough. No lock is held: a policy may use the connector, for example
 * disconnect the other account before it allows this one. What it throws ends the connect, with nothing stored. Called
 * by many threads.
 *
 * <p>What this connector stored is known at once. What another connector or process stored in the same store is learned
 * by listing the store, at most once a minute: a duplicate that was stored elsewhere within the last minute may be
 * missed, and the policy is then not asked. An app that connects accounts in several processes and must rule that out
 * serializes its connects, or compares the user ids of {@link ExchangeConnector#connections()} now and then.
 */
@FunctionalInterface
public interface DuplicatePolicy {

    /** A policy's answer. */
    enum Decision {
        /** Connect it. */
        ALLOW,
        /** Fail the connect with {@link io.okxconnect.error.DuplicateAccountException}. */
        REFUSE
    }

    /**
     * Decides.
     *
     * @param duplicate the account to be connected and the related one
     * @return the decision
     */
    Decision decide(DuplicateAccount duplicate);

    /**
     * The default: two ids for one OKX account are refused, because two sides of the app would trade on the same money;
     * accounts under one main account are allowed.
     *
     * @return the policy
     */
    static DuplicatePolicy refuseSameAccount() {
        return duplicate -> duplicate.relation() == UidRelation.SAME_ACCOUNT ? Decision.REFUSE : Decision.ALLOW;
    }

    /**
     * Allows everything.
     *
     * @return the policy
     */
    static DuplicatePolicy allowAll() {
        return duplicate -> Decision.ALLOW;
    }
}
