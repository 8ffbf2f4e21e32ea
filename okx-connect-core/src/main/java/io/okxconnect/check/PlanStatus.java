package io.okxconnect.check;

/** How the application of a {@link SetupPlan} or an {@link UndoRecord} ended. */
public enum PlanStatus {
    /** Every change was made and is confirmed by a fresh look, or was not needed. */
    CARRIED_OUT,
    /** At least one change was not made, or may have been made: see {@link PlanReport#results()}. */
    INCOMPLETE,
    /** Nothing was changed: the account is not as it was when the plan, or the record, was made. */
    STALE,
    /** Nothing was changed: the plan, or the record, is about another account, site or environment. */
    OTHER_ACCOUNT
}
