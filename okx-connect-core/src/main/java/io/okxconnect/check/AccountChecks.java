package io.okxconnect.check;

import io.okxconnect.account.AccountMode;
import io.okxconnect.account.PositionMode;
import java.util.Objects;

/**
 * The checks that come with okx-connect, for requirements of your own. Their findings' codes begin with the check's id;
 * all codes are listed at each factory.
 */
public final class AccountChecks {
    /** Id of the check of the key's permissions, which every {@link AccountRequirements} begins with. */
    public static final String PERMISSIONS = "permissions";

    /** Id of {@link #ipBinding()}. */
    public static final String IP_BINDING = "ip-binding";

    /** Id of {@link #accountMode} and {@link #spotAccountMode()}. */
    public static final String ACCOUNT_MODE = "account-mode";

    /** Id of {@link #positionMode}. */
    public static final String POSITION_MODE = "position-mode";

    /** Id of {@link #isolatedMargin()}. */
    public static final String ISOLATED_MARGIN = "isolated-margin";

    /** Id of {@link #accountOwner()}. */
    public static final String ACCOUNT_OWNER = "account-owner";

    /** Id of {@link #clockSkew()}. */
    public static final String CLOCK_SKEW = "clock-skew";

    private AccountChecks() {}

    /**
     * Whether the key is bound to IP addresses, and when OKX deletes it for not being used ({@link KeyExpiry}).
     *
     * @return a check that finds {@code ip-binding.none}: a warning if the key can expire, else an information
     */
    public static AccountCheck ipBinding() {
        return new IpBindingCheck();
    }

    /**
     * Whether the account is in one mode and no other. Its remedy switches the mode, if the key may trade.
     *
     * @param required for example {@link AccountMode#FUTURES}
     * @return a check that finds the errors {@code account-mode.wrong} and {@code account-mode.unknown}
     */
    public static AccountCheck accountMode(AccountMode required) {
        return new AccountModeCheck(Objects.requireNonNull(required, "required"));
    }

    /**
     * What the account mode means for an app that trades spot only.
     *
     * @return a check that finds the warning {@code account-mode.shared-collateral} in multi-currency and portfolio
     *     margin, and the error {@code account-mode.unknown}
     */
    public static AccountCheck spotAccountMode() {
        return new SpotAccountModeCheck();
    }

    /**
     * Whether the account is in one position mode. Its remedy switches it, if the key may trade.
     *
     * @param required for example {@link PositionMode#NET}
     * @return a check that finds the errors {@code position-mode.wrong} and {@code position-mode.unknown}
     */
    public static AccountCheck positionMode(PositionMode required) {
        return new PositionModeCheck(Objects.requireNonNull(required, "required"));
    }

    /**
     * What isolated margin, the recommended kind, asks of the app and the account. OKX has no account setting for it:
     * the margin mode is chosen with each order. This check reads the open positions.
     *
     * @return a check that finds the information {@code isolated-margin.per-order} and the warnings
     *     {@code isolated-margin.not-available} (multi-currency and portfolio margin),
     *     {@code isolated-margin.cross-positions}, {@code isolated-margin.contracts-not-automatic} and
     *     {@code isolated-margin.margin-not-automatic}
     */
    public static AccountCheck isolatedMargin() {
        return new IsolatedMarginCheck();
    }

    /**
     * Whether the key belongs to the main account or a sub-account.
     *
     * @return a check that finds the information {@code account-owner.main} or {@code account-owner.sub}
     */
    public static AccountCheck accountOwner() {
        return new AccountOwnerCheck();
    }

    /**
     * Whether this machine's clock is more than 5 s off OKX's, its uncertainty aside.
     *
     * @return a check that finds the warning {@code clock-skew.large}; nothing if the clock was not measured
     */
    public static AccountCheck clockSkew() {
        return new ClockSkewCheck();
    }
}
