package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.MemberRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The margin of the account before or after an account-mode switch.
 *
 * <p>Source: OKX V5 docs, "Precheck account mode switch" ({@code mgnBf}, {@code mgnAft}). Immutable.
 */
public final class SwitchMargin extends OkxValue {
    private static final MemberRules MEMBERS = MemberRules.required().decimals("acctAvailEq", "mgnRatio");

    private final List<CurrencyMargin> currencies;

    private SwitchMargin(JsonValue raw) {
        super(MEMBERS.check(raw));
        this.currencies =
                raw.items("details").stream().map(CurrencyMargin::fromJson).toList();
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json any object; everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static SwitchMargin fromJson(JsonValue json) {
        return new SwitchMargin(json);
    }

    /**
     * The equity of the account that can be used, in USD ({@code acctAvailEq}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> availableEquity() {
        return raw().decimal("acctAvailEq");
    }

    /**
     * The margin ratio of the account ({@code mgnRatio}).
     *
     * @return the number; empty if OKX did not say
     */
    public Optional<BigDecimal> marginRatio() {
        return raw().decimal("mgnRatio");
    }

    /**
     * The margin by currency; in Futures mode ({@code details}).
     *
     * @return in OKX's order; empty if none
     */
    public List<CurrencyMargin> currencies() {
        return currencies;
    }
}
