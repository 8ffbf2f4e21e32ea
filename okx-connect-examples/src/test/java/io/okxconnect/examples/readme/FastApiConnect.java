package io.okxconnect.examples.readme;

import io.okxconnect.Connection;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.AccountId;
import io.okxconnect.oauth.FastApiConnector;
import io.okxconnect.oauth.SessionBinding;
import java.net.URI;

/** The README's Fast API snippet, compiled as an app outside our packages would write it. */
public final class FastApiConnect {
    private FastApiConnect() {}

    /** Runs it. */
    public static void connect(
            ExchangeConnector okx, String clientId, char[] clientSecret, URI redirectUrl, Browser browser) {
        // snippet
        // once, when the app starts
        FastApiConnector fastApi = FastApiConnector.builder(okx)
                .client(clientId, clientSecret)
                .redirectUri(redirectUrl)
                .build();

        // GET /connect/okx: the user pressed "Connect OKX"
        SessionBinding session = SessionBinding.of(browser.sessionSecret());
        browser.redirect(fastApi.begin(AccountId.of("alice"), session).uri());

        // GET /connect/okx/callback: the user agreed on OKX's page, and the browser is back
        Connection alice = fastApi.complete(browser.callbackUrl(), session);
        System.out.println(alice.status()); // CONNECTED, or what is missing and how to fix it
        // end of snippet
        fastApi.close();
    }
}
