package io.okxconnect.check;

/**
 * Changes one setting of an account, as the automatic part of a {@link Remedy}. {@link Remedies#apply} compares the
 * current value with the wanted one, asks for the change only if they differ, and reads again afterwards; an action
 * never decides by itself that it succeeded.
 *
 * <p>All methods may throw {@link io.okxconnect.error.OkxConnectException} when a call fails. Implementations are
 * immutable.
 */
public interface RemedyAction {
    /**
     * What is changed, in words.
     *
     * @return for example {@code position mode}
     */
    String setting();

    /**
     * The value at this moment.
     *
     * @param context the account; its configuration is the one read last
     * @return the value in the words of {@link #targetValue()}
     */
    String currentValue(RemedyContext context);

    /**
     * The value it shall have.
     *
     * @return for example {@code net_mode (one-way)}
     */
    String targetValue();

    /**
     * Looks ahead, for a plan: whether OKX would make the change now. Only reads; called only if the current value is
     * another one.
     *
     * @param context the account
     * @return what OKX would make of {@link #change}; unless overridden, that nothing is known to stand in the way
     */
    default ChangeAttempt lookAhead(RemedyContext context) {
        return ChangeAttempt.accepted();
    }

    /**
     * Asks OKX for the change; called only if the current value is another one.
     *
     * @param context the account
     * @return what OKX made of it
     */
    ChangeAttempt change(RemedyContext context);
}
