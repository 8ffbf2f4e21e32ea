package io.okxconnect.account;

import io.okxconnect.error.AccountStateException;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.PermissionDeniedException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The account of a connection: configuration, balances, positions, modes, leverage and fees (OKX V5 docs, "Trading
 * Account", "Funding Account" and "Status"). Safe for use by many threads; every method blocks until OKX answered or
 * the call's deadline passed.
 *
 * <p>Reads need the key's Read permission, writes its Trade permission ({@link PermissionDeniedException}). Every
 * method can fail with the exceptions of {@link io.okxconnect.error}: the key was refused, the rate limit was reached,
 * OKX is down, the network failed, or the answer could not be read. Reads are repeated on their own while that helps; a
 * write is sent once, and its failure says with {@link io.okxconnect.error.OkxConnectException#outcome} whether it may
 * have taken effect.
 *
 * <p>The methods that change one setting ({@link #setPositionMode}, {@link #setAccountMode}, {@link
 * #setIsolatedMarginMode}) never fail once OKX accepted the change. If the account could not be read again after that,
 * or does not show the new value, they return a {@link SettingChange} that is not {@linkplain SettingChange#isInForce()
 * in force}: read {@link #config} before relying on it.
 *
 * <p>The limits named here are OKX's, per user id unless said otherwise; each sub-account has its own.
 */
public interface AccountApi {

    /**
     * Reads the account's configuration and the calling key's permissions. Limit 5 per 2 s.
     *
     * @return the configuration
     */
    AccountConfig config();

    /**
     * Reads the balance of the trading account. Limit 10 per 2 s.
     *
     * @return the balance with every currency that is not zero
     */
    Balance balance();

    /**
     * Reads the balance of some currencies of the trading account. Limit 10 per 2 s.
     *
     * @param currencies 1 to 20, for example {@code USDT}
     * @return the balance
     * @throws InvalidArgumentException if there are none or too many, or one is not a currency
     */
    Balance balance(String... currencies);

    /**
     * Reads all positions. Limit 10 per 2 s.
     *
     * @return newest first; it may hold positions of size 0, see {@link Position#isOpen}
     */
    List<Position> positions();

    /**
     * Reads some positions. Limit 10 per 2 s.
     *
     * @param query which
     * @return newest first; it may hold positions of size 0, see {@link Position#isOpen}
     */
    List<Position> positions(PositionsQuery query);

    /**
     * Reads the funding account. Limit 6 per second.
     *
     * @return the currencies that are not zero
     */
    List<FundingBalance> fundingBalances();

    /**
     * Reads some currencies of the funding account. Limit 6 per second.
     *
     * @param currencies 1 to 20, for example {@code USDT}
     * @return those of them that are not zero
     * @throws InvalidArgumentException if there are none or too many, or one is not a currency
     */
    List<FundingBalance> fundingBalances(String... currencies);

    /**
     * Reads OKX's clock, without the key. Limit 10 per 2 s and IP address.
     *
     * @return OKX's time when it answered, to the millisecond
     */
    Instant serverTime();

    /**
     * Reads the maintenances of OKX that are scheduled, under way or in pre-open, without the key. Limit 1 per 5 s.
     *
     * @return live and demo together, see {@link SystemStatus#environmentType}; empty if there is none
     */
    List<SystemStatus> systemStatus();

    /**
     * Reads the maintenances of OKX in one state, without the key. Limit 1 per 5 s.
     *
     * @param state the state
     * @return live and demo together, see {@link SystemStatus#environmentType}; empty if there is none
     */
    List<SystemStatus> systemStatus(SystemState state);

    /**
     * Sets one-way or hedge mode. Reads the configuration first, writes only if it differs, and reads again. Limit 5
     * per 2 s.
     *
     * @param mode {@link PositionMode#NET} or {@link PositionMode#LONG_SHORT}
     * @return what became of it; not {@linkplain SettingChange#isInForce() in force} if OKX accepted it and it could not
     *     be seen yet
     * @throws InvalidArgumentException if the mode is another
     * @throws AccountStateException if open positions, orders or trading bots stand in the way (59000), or the account
     *     mode has one-way only (51041), and a second look found the mode unchanged
     */
    SettingChange<PositionMode> setPositionMode(PositionMode mode);

    /**
     * Asks OKX whether the account can be switched to a mode. A "no" is a result, not an exception. Limit 5 per 2 s.
     *
     * @param target {@link AccountMode#SPOT} to {@link AccountMode#PORTFOLIO_MARGIN}
     * @return the verdict with its reasons
     * @throws InvalidArgumentException if the mode is not known
     * @throws AccountStateException if the user never set the mode up, which only OKX's web page and app offer (51070)
     */
    AccountModePrecheck precheckAccountMode(AccountMode target);

    /**
     * Prepares a switch of an account that has positions. Limit 5 per 2 s.
     *
     * @param target {@link AccountMode#FUTURES}, {@link AccountMode#MULTI_CURRENCY_MARGIN} or {@link
     *     AccountMode#PORTFOLIO_MARGIN}
     * @return what OKX noted
     * @throws InvalidArgumentException if the mode is another
     */
    AccountModePreset presetAccountMode(AccountMode target);

    /**
     * Prepares a switch away from portfolio margin of an account that has cross contract positions. Limit 5 per 2 s.
     *
     * @param target {@link AccountMode#FUTURES} or {@link AccountMode#MULTI_CURRENCY_MARGIN}
     * @param leverage for these positions, above zero, at most the smallest of their maximum leverages
     * @return what OKX noted
     * @throws InvalidArgumentException if the mode is another or the leverage is not above zero
     */
    AccountModePreset presetAccountMode(AccountMode target, BigDecimal leverage);

    /**
     * Switches the account mode. Reads the configuration first, writes only if it differs, and reads again. It does not
     * ask the precheck: do so before. Limit 5 per 2 s.
     *
     * @param mode {@link AccountMode#SPOT} to {@link AccountMode#PORTFOLIO_MARGIN}
     * @return what became of it; not {@linkplain SettingChange#isInForce() in force} if OKX accepted it and it could not
     *     be seen yet
     * @throws InvalidArgumentException if the mode is not known
     * @throws AccountStateException if the account's state does not allow it (51070, 59001, 59132 to 59139 and others),
     *     and a second look found the mode unchanged
     */
    SettingChange<AccountMode> setAccountMode(AccountMode mode);

    /**
     * Sets how margin gets into isolated positions. Reads the configuration first, writes only if it differs, and reads
     * again. Limit 5 per 2 s.
     *
     * @param mode {@link IsolatedMarginMode#AUTOMATIC}; for margin trading also {@link
     *     IsolatedMarginMode#AUTO_TRANSFERS_CCY}
     * @param scope contracts or margin trading
     * @return what became of it; the value is of empty text where OKX does not show the setting; not {@linkplain
     *     SettingChange#isInForce() in force} if OKX accepted it and it could not be seen yet
     * @throws InvalidArgumentException if the mode cannot be set for that scope
     * @throws AccountStateException if positions or open orders stand in the way, and a second look found it unchanged
     */
    SettingChange<IsolatedMarginMode> setIsolatedMarginMode(IsolatedMarginMode mode, IsolatedMarginScope scope);

    /**
     * Reads leverage settings. Limit 20 per 2 s.
     *
     * @param query whose
     * @return one for each instrument or currency; in hedge mode one for each side
     */
    List<LeverageInfo> leverage(LeverageQuery query);

    /**
     * Sets a leverage. Limit 20 per 2 s.
     *
     * @param request what to set
     * @return the leverage as OKX confirmed it
     * @throws AccountStateException if open orders, positions or bots stand in the way (59101, 59107, 59112 and others)
     */
    LeverageInfo setLeverage(LeverageRequest request);

    /**
     * Reads fee rates. Limit 5 per 2 s.
     *
     * @param query whose
     * @return the rates
     */
    List<TradeFee> tradeFees(TradeFeeQuery query);

    /**
     * Reads the largest size of an order. Limit 20 per 2 s.
     *
     * @param query which order
     * @return one for each instrument
     */
    List<MaxOrderSize> maxOrderSizes(MaxOrderSizeQuery query);
}
