package io.okxconnect.check;

import java.util.List;

/**
 * One rule about a key or an account. Write a class of your own for a rule that okx-connect does not have, and add it
 * with {@link AccountRequirements.Builder#addCheck}.
 *
 * <p>A check only looks; it changes nothing. Implementations are stateless or immutable: one instance serves many
 * accounts and threads.
 */
public interface AccountCheck {
    /**
     * The name under which the check is replaced or removed, and with which its findings' codes should begin.
     *
     * @return lower-case words joined by {@code -}, for example {@code position-mode}; always the same
     */
    String id();

    /**
     * Looks at one account.
     *
     * @param context what is known about it
     * @return what was found, the most important first; empty if there is nothing to say
     * @throws io.okxconnect.error.OkxConnectException if something cannot be read; the report then says that this check
     *     could not be done
     */
    List<Finding> examine(CheckContext context);
}
