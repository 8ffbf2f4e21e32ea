package io.okxconnect;

/** How two connected OKX accounts of one site and environment belong together. */
public enum UidRelation {
    /** They are one and the same account: equal OKX user ids. */
    SAME_ACCOUNT,
    /** They are two accounts under one main account: a sub-account and its main account, or two sub-accounts. */
    SAME_MAIN_ACCOUNT
}
