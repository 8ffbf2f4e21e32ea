/**
 * An OKX account as OKX describes it: configuration, balances, positions, modes, leverage and fees. Start with {@link
 * io.okxconnect.account.AccountApi}.
 *
 * <p>Values keep OKX's terms. What OKX sends as {@code ""} is absent, not zero; words that OKX adds later survive with
 * their text ({@link io.okxconnect.account.OpenValue}); decimals are exact; and every value has its whole JSON in
 * {@code raw()}, so that members without an accessor stay within reach.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.account;
