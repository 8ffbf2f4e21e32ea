package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.ShownText;
import io.okxconnect.site.TradingEnvironment;

/** Which account a plan or an undo record is about; a user has the same uid in live and in demo trading. */
record AccountOwner(String siteName, TradingEnvironment environment, String uid) {
    static AccountOwner of(RemedyContext context, AccountConfig config) {
        return new AccountOwner(context.site().name(), context.environment(), ShownText.id(config.uid()));
    }

    /** A uid that cannot be read tells no accounts apart. */
    boolean isSame(AccountOwner other) {
        return equals(other) && !uid.equals(ShownText.UNREADABLE);
    }
}
