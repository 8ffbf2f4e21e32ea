package io.okxconnect;

import io.okxconnect.credential.AccountId;
import java.util.Map;

/** What a monitor watches. */
interface WatchedAccounts {

    /**
     * Lists the accounts without opening a secret.
     *
     * @return each account with whether it is stored as one whose key is refused
     * @throws io.okxconnect.error.OkxConnectException if they cannot be listed
     */
    Map<AccountId, Boolean> list();

    /**
     * Looks at one account.
     *
     * @param accountId which one
     * @return what that means for the next look; fails for nothing that has to do with the account
     */
    LookResult look(AccountId accountId);
}
