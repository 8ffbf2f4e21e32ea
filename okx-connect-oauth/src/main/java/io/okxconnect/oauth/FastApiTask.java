package io.okxconnect.oauth;

import io.okxconnect.Grant;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;

/**
 * What a connect is to connect, and where.
 *
 * @param tokenBase the host that gave the token; the key endpoints are there too
 */
record FastApiTask(AccountId accountId, Site site, URI tokenBase, TradingEnvironment environment) {
    /** The attribute of a stored account that names the app whose key it is: OKX counts keys by app. */
    static final String CLIENT = "okx-connect.fast-api-client";

    /** Where the key endpoints are. */
    Grant atTokenHost() {
        return Grant.of(site.withRestBase(tokenBase), environment, CredentialOrigin.FAST_API);
    }

    /** Where the key works. */
    Grant atTradingHost(String clientId) {
        return Grant.of(site, environment, CredentialOrigin.FAST_API).withAttribute(CLIENT, clientId);
    }
}
