package io.okxconnect.internal.account;

import io.okxconnect.account.AccountApi;
import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.AccountMode;
import io.okxconnect.account.AccountModePrecheck;
import io.okxconnect.account.AccountModePreset;
import io.okxconnect.account.Balance;
import io.okxconnect.account.FundingBalance;
import io.okxconnect.account.IsolatedMarginMode;
import io.okxconnect.account.IsolatedMarginScope;
import io.okxconnect.account.LeverageInfo;
import io.okxconnect.account.LeverageQuery;
import io.okxconnect.account.LeverageRequest;
import io.okxconnect.account.MaxOrderSize;
import io.okxconnect.account.MaxOrderSizeQuery;
import io.okxconnect.account.Position;
import io.okxconnect.account.PositionMode;
import io.okxconnect.account.PositionsQuery;
import io.okxconnect.account.SettingChange;
import io.okxconnect.account.SystemState;
import io.okxconnect.account.SystemStatus;
import io.okxconnect.account.TradeFee;
import io.okxconnect.account.TradeFeeQuery;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.RestRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The account API over one account's calls. Holds no state of its own. */
public final class HttpAccountApi implements AccountApi {
    private final CallPort port;
    private final SettingWriter settings;

    /**
     * Puts the API over calls.
     *
     * @param port makes the calls of one account
     */
    public HttpAccountApi(CallPort port) {
        this.port = Objects.requireNonNull(port, "port");
        this.settings = new SettingWriter(port, this::config);
    }

    @Override
    public AccountConfig config() {
        return one(AccountReads.config(), AccountConfig::fromJson);
    }

    @Override
    public Balance balance() {
        return one(AccountReads.balance(), Balance::fromJson);
    }

    @Override
    public Balance balance(String... currencies) {
        return one(AccountReads.balance(CallArguments.currencies(currencies)), Balance::fromJson);
    }

    @Override
    public List<Position> positions() {
        return positions(PositionsQuery.builder().build());
    }

    @Override
    public List<Position> positions(PositionsQuery query) {
        return all(AccountReads.positions(query), Position::fromJson);
    }

    @Override
    public List<FundingBalance> fundingBalances() {
        return all(AccountReads.fundingBalances(List.of()), FundingBalance::fromJson);
    }

    @Override
    public List<FundingBalance> fundingBalances(String... currencies) {
        return all(AccountReads.fundingBalances(CallArguments.currencies(currencies)), FundingBalance::fromJson);
    }

    @Override
    public Instant serverTime() {
        return one(AccountReads.serverTime(), ServerTimeRow::time);
    }

    @Override
    public List<SystemStatus> systemStatus() {
        return all(AccountReads.systemStatus(), SystemStatus::fromJson);
    }

    @Override
    public List<SystemStatus> systemStatus(SystemState state) {
        return all(AccountReads.systemStatus(state), SystemStatus::fromJson);
    }

    @Override
    public SettingChange<PositionMode> setPositionMode(PositionMode mode) {
        CallArguments.known("mode", mode);
        return settings.change(mode, AccountConfig::positionMode, AccountWrites.positionMode(mode));
    }

    @Override
    public AccountModePrecheck precheckAccountMode(AccountMode target) {
        CallArguments.known("target", target);
        return one(AccountReads.precheck(target), AccountModePrecheck::fromJson);
    }

    @Override
    public AccountModePreset presetAccountMode(AccountMode target) {
        CallArguments.presetTarget(target);
        return one(AccountWrites.preset(target, null), AccountModePreset::fromJson);
    }

    @Override
    public AccountModePreset presetAccountMode(AccountMode target, BigDecimal leverage) {
        CallArguments.presetTargetWithLeverage(target);
        CallArguments.leverage(leverage);
        return one(AccountWrites.preset(target, leverage), AccountModePreset::fromJson);
    }

    @Override
    public SettingChange<AccountMode> setAccountMode(AccountMode mode) {
        CallArguments.known("mode", mode);
        return settings.change(mode, AccountConfig::accountMode, AccountWrites.accountMode(mode));
    }

    @Override
    public SettingChange<IsolatedMarginMode> setIsolatedMarginMode(IsolatedMarginMode mode, IsolatedMarginScope scope) {
        CallArguments.isolated(mode, scope);
        return settings.change(
                mode, config -> isolatedMarginMode(config, scope), AccountWrites.isolatedMarginMode(mode, scope));
    }

    @Override
    public List<LeverageInfo> leverage(LeverageQuery query) {
        return all(AccountReads.leverage(query), LeverageInfo::fromJson);
    }

    @Override
    public LeverageInfo setLeverage(LeverageRequest request) {
        return one(AccountWrites.leverage(request), LeverageInfo::fromJson);
    }

    @Override
    public List<TradeFee> tradeFees(TradeFeeQuery query) {
        return all(AccountReads.tradeFees(query), TradeFee::fromJson);
    }

    @Override
    public List<MaxOrderSize> maxOrderSizes(MaxOrderSizeQuery query) {
        return all(AccountReads.maxOrderSizes(query), MaxOrderSize::fromJson);
    }

    private static IsolatedMarginMode isolatedMarginMode(AccountConfig config, IsolatedMarginScope scope) {
        return (scope == IsolatedMarginScope.CONTRACTS ? config.contractIsolatedMode() : config.marginIsolatedMode())
                .orElseGet(() -> IsolatedMarginMode.of(""));
    }

    private <T> T one(RestRequest request, Function<JsonValue, T> mapper) {
        return mapper.apply(port.call(request).row());
    }

    private <T> List<T> all(RestRequest request, Function<JsonValue, T> mapper) {
        return port.call(request).data().stream().map(mapper).toList();
    }
}
