package io.okxconnect.oauth;

import io.okxconnect.credential.AccountId;
import io.okxconnect.oauth.internal.OkxProfile;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.util.Map;

/** What a connector begins an authorization with. */
record FlowStart(
        OAuthProfile kind,
        OkxProfile profile,
        OAuthSite site,
        AccountId accountId,
        TradingEnvironment environment,
        URI redirectUri,
        SessionBinding session,
        Map<String, String> attributes) {}
