package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.AccountMode;
import io.okxconnect.account.IsolatedMarginMode;
import io.okxconnect.account.OpenValue;
import io.okxconnect.account.PositionMode;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings that okx-connect can change, and where OKX's account configuration shows them. */
enum AccountSetting {
    ACCOUNT_MODE("acctLv", AccountChecks.ACCOUNT_MODE, "account mode"),
    POSITION_MODE("posMode", AccountChecks.POSITION_MODE, "position mode"),
    CONTRACT_ISOLATED_MARGIN(
            "ctIsoMode", AccountChecks.ISOLATED_MARGIN + ".contracts", "isolated margin of futures, swaps and options"),
    MARGIN_ISOLATED_MARGIN(
            "mgnIsoMode", AccountChecks.ISOLATED_MARGIN + ".margin", "isolated margin of margin trading");

    private final String field;
    private final String code;
    private final String words;

    AccountSetting(String field, String code, String words) {
        this.field = field;
        this.code = code;
        this.words = words;
    }

    static Optional<AccountSetting> named(String field) {
        return Stream.of(values())
                .filter(setting -> setting.field.equals(field))
                .findFirst();
    }

    /** OKX's name. */
    String field() {
        return field;
    }

    /** The stable name for programs. */
    String code() {
        return code;
    }

    /** The name for the user. */
    String words() {
        return words;
    }

    /** The value as OKX writes it; {@code ""} if OKX did not tell. */
    String textIn(AccountConfig config) {
        return config.raw().text(field).orElse("");
    }

    /** The value for the user. */
    String shown(String text) {
        OpenValue value = value(text);
        return text.isEmpty() ? "not told by OKX" : value.displayName() + ", " + field + "=" + value;
    }

    OpenValue value(String text) {
        return switch (this) {
            case ACCOUNT_MODE -> AccountMode.of(text);
            case POSITION_MODE -> PositionMode.of(text);
            case CONTRACT_ISOLATED_MARGIN, MARGIN_ISOLATED_MARGIN -> IsolatedMarginMode.of(text);
        };
    }
}
