package io.okxconnect.internal.account;

import io.okxconnect.account.AccountMode;
import io.okxconnect.account.IsolatedMarginMode;
import io.okxconnect.account.IsolatedMarginScope;
import io.okxconnect.account.OpenValue;
import io.okxconnect.error.InvalidArgumentException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The rules for arguments of the account API; all are checked before anything is sent. */
final class CallArguments {
    private static final int MAX_CURRENCIES = 20;
    private static final int MAX_DIGITS = 24;
    private static final Pattern CURRENCY = Pattern.compile("[^\\s,\\p{Cntrl}]{1,64}");

    private CallArguments() {}

    static List<String> currencies(String... currencies) {
        List<String> copy = List.of(currencies);
        boolean fits = !copy.isEmpty()
                && copy.size() <= MAX_CURRENCIES
                && copy.stream().allMatch(currency -> CURRENCY.matcher(currency).matches());
        if (!fits) {
            throw new InvalidArgumentException(
                    "currencies",
                    "must be 1 to " + MAX_CURRENCIES + " currencies without blanks and commas",
                    "Pass each as OKX writes it, for example USDT; call without arguments for all.");
        }
        return copy;
    }

    static void known(String argument, OpenValue value) {
        if (!Objects.requireNonNull(value, argument).isKnown()) {
            throw new InvalidArgumentException(
                    argument, "must be a mode that this version knows", "Use one of the constants of the class.");
        }
    }

    static void presetTarget(AccountMode target) {
        known("target", target);
        if (target.equals(AccountMode.SPOT)) {
            throw new InvalidArgumentException(
                    "target", "must not be Spot mode", "A switch to Spot mode needs no preset: ask the precheck.");
        }
    }

    static void presetTargetWithLeverage(AccountMode target) {
        presetTarget(target);
        if (target.equals(AccountMode.PORTFOLIO_MARGIN)) {
            throw new InvalidArgumentException(
                    "target",
                    "must not be portfolio margin when a leverage is given",
                    "Leave the leverage out: only a switch away from portfolio margin takes one.");
        }
    }

    static void leverage(BigDecimal leverage) {
        boolean fits = leverage.signum() > 0
                && leverage.scale() <= MAX_DIGITS
                && (long) leverage.precision() - leverage.scale() <= MAX_DIGITS;
        if (!fits) {
            throw new InvalidArgumentException("leverage", "must be above zero", "Pass a leverage such as 5.");
        }
    }

    static void isolated(IsolatedMarginMode mode, IsolatedMarginScope scope) {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(scope, "scope");
        boolean settable = mode.equals(IsolatedMarginMode.AUTOMATIC)
                || (scope == IsolatedMarginScope.MARGIN && mode.equals(IsolatedMarginMode.AUTO_TRANSFERS_CCY));
        if (!settable) {
            throw new InvalidArgumentException(
                    "mode",
                    "must be automatic, or auto_transfers_ccy for margin trading",
                    "The other modes are retired and OKX no longer takes them.");
        }
    }
}
