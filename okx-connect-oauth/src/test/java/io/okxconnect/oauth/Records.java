package io.okxconnect.oauth;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.Secret;
import io.okxconnect.site.TradingEnvironment;
import java.time.Duration;
import java.util.Map;

/** Pending authorizations for tests. */
final class Records {
    private Records() {}

    static PendingAuthorization pending(String state, String siteName) {
        return pending(state, siteName, Desk.SESSION);
    }

    static PendingAuthorization pending(String state, String siteName, SessionBinding session) {
        return new PendingAuthorization(
                PendingAuthorization.idOf(state),
                OAuthProfile.FAST_API,
                AccountId.of("alice"),
                siteName,
                TradingEnvironment.DEMO,
                Desk.REDIRECT,
                session.digest(),
                SettableClock.START,
                SettableClock.START.plus(Duration.ofMinutes(10)),
                Secret.of(Canary.CODE_VERIFIER),
                Map.of("scope", "read_only,trade", "note", "ü \" \\ \n"));
    }
}
