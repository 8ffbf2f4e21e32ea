package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.model.Trader;
import io.okxconnect.testkit.internal.oauth.AuthorizationRequest;
import io.okxconnect.testkit.internal.oauth.Grant;
import io.okxconnect.testkit.internal.oauth.OAuthDesk;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a user does on the consent page, done from Java. */
final class Consent {
    private final OAuthDesk oauth;
    private final Trader trader;

    Consent(OAuthDesk oauth, Trader trader) {
        this.oauth = oauth;
        this.trader = trader;
    }

    URI agree(URI authorizationUri) {
        return back(read(authorizationUri).flatMap(asked -> oauth.consents().agree(asked, trader)));
    }

    URI decline(URI authorizationUri) {
        return back(read(authorizationUri).flatMap(oauth.consents()::decline));
    }

    SandboxTokens issueTokens(SandboxOAuthClient app, @Nullable String termId) {
        AuthorizationRequest everything = Wording.refusing(() -> app.everything(termId));
        Grant grant = oauth.consents().grant(everything, trader);
        return new SandboxTokens(oauth.tokens().open(grant));
    }

    private Optional<AuthorizationRequest> read(URI uri) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return Wording.refusing(() -> oauth.rules().read(trader.site(), query));
    }

    private static URI back(Optional<String> target) {
        return URI.create(target.orElseThrow(() -> new IllegalStateException(
                "OKX leaves the browser at /account/users: this request, or this sandbox, has no way back")));
    }
}
