package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.AccountMode;
import io.okxconnect.account.IsolatedMarginMode;
import io.okxconnect.account.IsolatedMarginScope;
import io.okxconnect.account.OpenValue;
import io.okxconnect.account.PositionMode;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.OkxConnectException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Makes the remedies that come with okx-connect, and applies automatic ones to an account. Nothing in this package
 * changes anything but this and {@link SetupPlanner}, which does it by this class.
 */
public final class Remedies {
    private Remedies() {}

    /**
     * Switches the account mode. OKX's own precheck is asked first; where positions are open, the switch is preset and
     * the precheck asked again, as OKX wants it.
     *
     * @param target the wanted mode
     * @return an automatic remedy
     * @throws InvalidArgumentException if the mode is not one this version knows
     */
    public static Remedy switchAccountMode(AccountMode target) {
        return switchAccountMode(target, "");
    }

    /**
     * Switches the account mode, with the leverage that cross contract positions shall have afterwards. OKX wants it to
     * leave portfolio margin with such positions; choosing it is the user's decision, so nothing here chooses it.
     *
     * @param target {@link AccountMode#FUTURES} or {@link AccountMode#MULTI_CURRENCY_MARGIN}
     * @param leverage more than 0, at most the smallest maximum over those positions
     * @return an automatic remedy
     * @throws InvalidArgumentException if the mode is another, or the leverage is not positive
     */
    public static Remedy switchAccountMode(AccountMode target, BigDecimal leverage) {
        if (!target.equals(AccountMode.FUTURES) && !target.equals(AccountMode.MULTI_CURRENCY_MARGIN)) {
            throw new InvalidArgumentException(
                    "target",
                    "must be Futures mode or multi-currency margin when a leverage is given",
                    "Leave the leverage out, or pass AccountMode.FUTURES.");
        }
        if (leverage.signum() <= 0) {
            throw new InvalidArgumentException("leverage", "must be more than 0", "Pass for example 3.");
        }
        return Remedy.automatic(
                "Switch the account mode to " + target.displayName() + ", with a leverage of "
                        + leverage.toPlainString() + " for open cross positions.",
                new AccountModeSwitch(target, leverage));
    }

    static Remedy switchAccountMode(AccountMode target, String note) {
        String text = "Switch the account mode to " + target.displayName()
                + ". OKX is asked first whether it can be done: open orders, positions or loans may stand in the way. ";
        return Remedy.automatic((text + note).strip(), new AccountModeSwitch(checked(target), null));
    }

    /**
     * Switches between one-way and hedge mode.
     *
     * @param target the wanted mode
     * @return an automatic remedy
     * @throws InvalidArgumentException if the mode is not one this version knows
     */
    public static Remedy switchPositionMode(PositionMode target) {
        return Remedy.automatic(
                "Switch the position mode to " + target.displayName().toLowerCase(Locale.ROOT)
                        + ". OKX does this only while no position, order or trading bot is open;"
                        + " otherwise it refuses (59000)"
                        + " and nothing changes.",
                new PositionModeSwitch(checked(target)));
    }

    /**
     * Sets isolated margin to automatic transfers, the way OKX still supports.
     *
     * @param scope contracts or margin trading
     * @return an automatic remedy
     */
    public static Remedy automaticIsolatedMargin(IsolatedMarginScope scope) {
        String trading = scope == IsolatedMarginScope.CONTRACTS ? "futures, swaps and options" : "margin trading";
        return Remedy.automatic(
                "Set isolated margin of " + trading
                        + " to automatic transfers. OKX does this only while no position or order" + " is open.",
                new IsolatedMarginSwitch(scope, IsolatedMarginMode.AUTOMATIC));
    }

    private static <T extends OpenValue> T checked(T target) {
        if (!target.isKnown()) {
            throw new InvalidArgumentException(
                    "target", "must be a mode this version knows", "Pass one of the constants of its class.");
        }
        return target;
    }

    /**
     * Changes the settings that the remedies are about, one after the other, in the given order. Each is read first and
     * only changed if it differs; after each change the account is read again, so that the report says what is true and
     * not what was asked for. What OKX blocks is reported and the next remedy is tried; a failed or unknown call skips
     * the rest. A request is never sent twice.
     *
     * @param remedies for example {@link CheckReport#automaticRemedies()}; those that are not automatic are reported as
     *     {@link RemedyStatus#LEFT_TO_USER}
     * @param context the account
     * @return what happened
     * @throws OkxConnectException if the account configuration cannot be read at the start; nothing was changed
     */
    public static RemedyReport apply(List<Remedy> remedies, RemedyContext context) {
        List<Remedy> wanted = List.copyOf(remedies);
        Objects.requireNonNull(context, "context");
        AccountConfig before = context.readConfig();
        List<RemedyResult> results = new ArrayList<>();
        boolean stopped = false;
        for (Remedy remedy : wanted) {
            RemedyResult result = stopped ? RemedyResult.skipped(remedy) : RemedyRun.apply(remedy, context);
            stopped = stopped || result.status() == RemedyStatus.FAILED || result.status() == RemedyStatus.UNKNOWN;
            results.add(result);
        }
        return new RemedyReport(results, before, context.config());
    }
}
