package io.okxconnect.oauth;

import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.ReauthorizationRequiredException;
import io.okxconnect.oauth.error.OAuthErrorException;
import java.util.Map;

/** Tells a refusal after which only the user's new consent helps from one that may pass. */
final class EndedConsent {
    /** OKX broker docs, "OAuth", error codes. A frozen account (53004) is none of them: it may be unfrozen. */
    private static final Map<String, String> WHY = Map.of(
            "53000", "OKX does not know its tokens (53000).",
            "53001", "The user has taken back the consent at OKX (53001).",
            "53002", "The time in which its tokens could be renewed is over (53002).",
            "53003", "OKX has revoked its tokens (53003).",
            "53005", "OKX does not take the refresh token any more (53005).",
            "53006", "OKX has bound its tokens to another device (53006).",
            "53009", "OKX refused to renew the authorization (53009).");

    private EndedConsent() {}

    static OkxConnectException told(String accountId, OkxConnectException failure) {
        if (failure instanceof ExchangeException refusal && WHY.containsKey(refusal.code())) {
            return new ReauthorizationRequiredException(accountId, WHY.getOrDefault(refusal.code(), ""));
        }
        if (failure instanceof OAuthErrorException refusal && refusal.code().equals("invalid_grant")) {
            return new ReauthorizationRequiredException(
                    accountId, "OKX does not take the refresh token any more (invalid_grant).");
        }
        return failure;
    }
}
