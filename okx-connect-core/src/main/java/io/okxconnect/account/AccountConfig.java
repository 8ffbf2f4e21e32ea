package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.MemberRules;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of an account, and what OKX tells about the calling API key.
 *
 * <p>Source: OKX V5 docs, "Get account configuration" ({@code GET /api/v5/account/config}). Immutable.
 */
public final class AccountConfig extends OkxValue {
    private static final int MAX_LABEL_LENGTH = 50;
    private static final MemberRules MEMBERS = MemberRules.required("uid", "acctLv", "posMode")
            .texts(
                    "mainUid",
                    "type",
                    "label",
                    "ctIsoMode",
                    "mgnIsoMode",
                    "acctStpMode",
                    "greeksType",
                    "feeType",
                    "level",
                    "levelTmp",
                    "spotOffsetType",
                    "stgyType",
                    "roleType",
                    "spotRoleType",
                    "opAuth",
                    "kycLv",
                    "liquidationGear",
                    "settleCcy")
            .lists("traderInsts", "spotTraderInsts", "settleCcyList", "ip")
            .booleans("autoLoan", "enableSpotBorrow", "spotBorrowAutoRepay");

    private AccountConfig(JsonValue raw) {
        super(MEMBERS.check(raw));
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json an object with {@code uid}, {@code acctLv} and {@code posMode}; everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static AccountConfig fromJson(JsonValue json) {
        return new AccountConfig(json);
    }

    /**
     * The id of this account ({@code uid}).
     *
     * @return digits
     */
    public String uid() {
        return raw().requiredText("uid");
    }

    /**
     * The id of the master account; the same as {@link #uid} for a master account ({@code mainUid}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> mainUid() {
        return raw().text("mainUid");
    }

    /**
     * The account mode ({@code acctLv}).
     *
     * @return the value
     */
    public AccountMode accountMode() {
        return AccountMode.of(raw().requiredText("acctLv"));
    }

    /**
     * One-way or hedge mode ({@code posMode}).
     *
     * @return the value
     */
    public PositionMode positionMode() {
        return PositionMode.of(raw().requiredText("posMode"));
    }

    /**
     * Master account or kind of sub-account ({@code type}).
     *
     * @return the value; empty if OKX did not say
     */
    public Optional<AccountType> accountType() {
        return raw().text("type").map(AccountType::of);
    }

    /**
     * The name of the calling API key ({@code label}), fit to be shown and stored.
     *
     * @return the text; {@value ShownText#UNREADABLE} if it is longer than 50 characters, holds characters that do not
     *     print, or something like a key; empty if OKX did not say
     */
    public Optional<String> keyLabel() {
        return raw().text("label").map(label -> ShownText.line(label, MAX_LABEL_LENGTH));
    }

    /**
     * How margin gets into isolated positions of contracts ({@code ctIsoMode}).
     *
     * @return the value; empty if OKX did not say
     */
    public Optional<IsolatedMarginMode> contractIsolatedMode() {
        return raw().text("ctIsoMode").map(IsolatedMarginMode::of);
    }

    /**
     * How margin gets into isolated positions of margin trading ({@code mgnIsoMode}).
     *
     * @return the value; empty if OKX did not say
     */
    public Optional<IsolatedMarginMode> marginIsolatedMode() {
        return raw().text("mgnIsoMode").map(IsolatedMarginMode::of);
    }

    /**
     * What happens when own orders would meet: {@code cancel_maker}, {@code cancel_taker} or {@code cancel_both}
     * ({@code acctStpMode}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> selfTradePrevention() {
        return raw().text("acctStpMode");
    }

    /**
     * Whether OKX borrows for the account by itself ({@code autoLoan}).
     *
     * @return the value; empty if OKX did not say
     */
    public Optional<Boolean> autoLoan() {
        return raw().bool("autoLoan");
    }

    /**
     * How the greeks are shown: {@code PA} in coins, {@code BS} in dollars ({@code greeksType}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> greeksType() {
        return raw().text("greeksType");
    }

    /**
     * In what spot fees are paid: {@code 0} the currency received, {@code 1} always the quote currency ({@code
     * feeType}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> feeType() {
        return raw().text("feeType");
    }

    /**
     * The fee level, for example {@code Lv1} or {@code VIP1} ({@code level}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> feeLevel() {
        return raw().text("level");
    }

    /**
     * The temporary fee level ({@code levelTmp}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> temporaryFeeLevel() {
        return raw().text("levelTmp");
    }

    /**
     * Deprecated by OKX: how spot offsets derivatives in portfolio margin ({@code spotOffsetType}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> spotOffsetType() {
        return raw().text("spotOffsetType");
    }

    /**
     * The strategy type: {@code 0} general, {@code 1} delta neutral ({@code stgyType}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> strategyType() {
        return raw().text("stgyType");
    }

    /**
     * The role in contract copy trading: {@code 0} none, {@code 1} lead trader, {@code 2} copy trader ({@code
     * roleType}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> roleType() {
        return raw().text("roleType");
    }

    /**
     * The instruments this account leads in contract copy trading ({@code traderInsts}).
     *
     * @return in OKX's order; empty if none
     */
    public List<String> leadInstruments() {
        return raw().texts("traderInsts");
    }

    /**
     * The role in spot copy trading: {@code 0} none, {@code 1} lead trader, {@code 2} copy trader ({@code
     * spotRoleType}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> spotRoleType() {
        return raw().text("spotRoleType");
    }

    /**
     * The instruments this account leads in spot copy trading ({@code spotTraderInsts}).
     *
     * @return in OKX's order; empty if none
     */
    public List<String> spotLeadInstruments() {
        return raw().texts("spotTraderInsts");
    }

    /**
     * Whether option trading was activated: {@code 0} no, {@code 1} yes ({@code opAuth}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> optionsAuthorization() {
        return raw().text("opAuth");
    }

    /**
     * The level of identity verification, {@code 0} to {@code 3}; for a sub-account the master's ({@code kycLv}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> kycLevel() {
        return raw().text("kycLv");
    }

    /**
     * The margin ratio at which OKX warns of liquidation: {@code -1} (default), {@code 3} or {@code 0} ({@code
     * liquidationGear}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> liquidationGear() {
        return raw().text("liquidationGear");
    }

    /**
     * Whether borrowing is on in Spot mode ({@code enableSpotBorrow}).
     *
     * @return the value; empty if OKX did not say
     */
    public Optional<Boolean> spotBorrowEnabled() {
        return raw().bool("enableSpotBorrow");
    }

    /**
     * Whether OKX repays spot borrowings by itself ({@code spotBorrowAutoRepay}).
     *
     * @return the value; empty if OKX did not say
     */
    public Optional<Boolean> spotBorrowAutoRepay() {
        return raw().bool("spotBorrowAutoRepay");
    }

    /**
     * The settlement currency of USD-margined contracts ({@code settleCcy}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> settleCurrency() {
        return raw().text("settleCcy");
    }

    /**
     * The settlement currencies to choose from ({@code settleCcyList}).
     *
     * @return in OKX's order; empty if none
     */
    public List<String> settleCurrencies() {
        return raw().texts("settleCcyList");
    }

    /**
     * The permissions of the calling API key ({@code perm}). A missing, empty or non-text list is unknown, never "no".
     *
     * @return the permissions
     */
    public ApiPermissions permissions() {
        return raw().member("perm")
                .filter(perm -> perm.kind() == JsonValue.Kind.TEXT)
                .flatMap(JsonValue::rawText)
                .map(ApiPermissions::parse)
                .orElse(ApiPermissions.unknown());
    }

    /**
     * The IP addresses and networks the calling API key is bound to ({@code ip}).
     *
     * @return in OKX's order, with {@value ShownText#UNREADABLE} for an entry that is no address; empty if the key is
     *     bound to none, and then OKX deletes it after 14 days without use if
     *     it may trade or withdraw
     */
    public List<BoundIp> boundIps() {
        return raw().texts("ip").stream()
                .map(ShownText::address)
                .map(BoundIp::new)
                .toList();
    }

    /**
     * Whether this is a sub-account.
     *
     * @return true if {@link #mainUid} is another than {@link #uid}; where OKX sent no {@code mainUid}, true if {@link
     *     #accountType} is given and not {@link AccountType#MASTER}
     */
    public boolean isSubAccount() {
        return mainUid()
                .map(main -> !main.equals(uid()))
                .orElseGet(() -> accountType()
                        .filter(type -> !type.equals(AccountType.MASTER))
                        .isPresent());
    }

    @Override
    public String toString() {
        return "AccountConfig[acctLv=" + accountMode() + ", posMode=" + positionMode() + ", perm=" + permissions()
                + "]";
    }
}
