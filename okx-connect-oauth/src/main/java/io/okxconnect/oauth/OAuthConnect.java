package io.okxconnect.oauth;

import io.okxconnect.Connection;
import io.okxconnect.Grant;
import io.okxconnect.Grants;
import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.Repeats.Failure;
import io.okxconnect.oauth.error.TokenEndpointException;
import io.okxconnect.oauth.error.TokenEndpointException.Reason;
import io.okxconnect.oauth.internal.Dialect;
import io.okxconnect.oauth.internal.TokenCall;
import io.okxconnect.oauth.internal.TokenEndpoint;
import io.okxconnect.oauth.internal.TokenReply;
import java.net.URI;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a confirmed code to a connection. */
final class OAuthConnect {
    /** The attribute of a stored account that names the client which got its tokens. */
    static final String CLIENT = "okx-connect.oauth-client";

    /** The attribute of a pending authorization that holds what was asked for. */
    static final String ASKED = "scope";

    private static final int MOST_CONNECTS = 2;

    private final Grants grants;
    private final OAuthConnectorSettings settings;
    private final Repeats repeats;
    private final TokenEndpoint endpoint;

    OAuthConnect(Grants grants, OAuthConnectorSettings settings, Repeats repeats) {
        this.grants = grants;
        this.settings = settings;
        this.repeats = repeats;
        this.endpoint = new TokenEndpoint(grants.transport(), Dialect.OKX, settings.timeout(), System::nanoTime);
    }

    Connection run(ConfirmedCode code, @Nullable Secret device) {
        AccountPlace.requireSame(
                grants,
                code.pending().accountId(),
                code.site().site(),
                code.pending().environment());
        TokenHome home = TokenHome.of(code);
        try (TokenReply reply = tokens(code, home, device);
                AccessTokenCredential tokens = credential(reply, asked(code), home, device)) {
            // The user has agreed: that must not be in vain because OKX is busy for a moment. A connect that fails
            // changes nothing.
            return repeats.whilePassing(
                    MOST_CONNECTS, () -> grants.connect(code.pending().accountId(), tokens, grant(code, home)));
        }
    }

    private TokenReply tokens(ConfirmedCode code, TokenHome home, @Nullable Secret device) {
        URI address = home.endpoint();
        // A code that OKX may have seen is never sent again.
        return repeats.of(1, EnumSet.of(Failure.REFUSED_AT_THE_DOOR), () -> {
            TokenCall call = settings.profile(device)
                    .exchange(
                            code.code(),
                            code.pending().codeVerifier().orElse(null),
                            code.pending().redirectUri());
            return home.fallback()
                    .map(other -> endpoint.tokens(address, other, call))
                    .orElseGet(() -> endpoint.tokens(address, call));
        });
    }

    /** As it was asked for when the authorization was begun, perhaps by another node. */
    private static Set<String> asked(ConfirmedCode code) {
        return OAuthScopes.split(code.pending().attributes().getOrDefault(ASKED, ""));
    }

    private AccessTokenCredential credential(
            TokenReply reply, Collection<String> asked, TokenHome home, @Nullable Secret device) {
        // RFC 6749, section 5.1: no scope in the answer means the scope that was asked for.
        Collection<String> granted = reply.scope()
                .map(OAuthScopes::split)
                .filter(given -> !given.isEmpty())
                .map(given -> (Collection<String>) given)
                .orElse(asked);
        // OKX's agent server is known to grant more than is asked for; what counts there is what the account may do.
        if (settings.kind() != OAuthProfile.AGENT && OAuthScopes.exceed(granted, asked)) {
            throw new TokenEndpointException(
                    Reason.SCOPE_WIDER, "POST " + home.endpoint().getRawPath(), 200);
        }
        return StoredTokens.of(reply, grants.clock().instant(), settings.refreshTokenLifetime())
                .scopes(granted)
                .device(device)
                .build();
    }

    private Grant grant(ConfirmedCode code, TokenHome home) {
        return Grant.of(code.site().site(), code.pending().environment(), CredentialOrigin.OAUTH)
                .refreshedBy(settings.name())
                .withAttribute(CLIENT, settings.name())
                .withAttribute(TokenHome.ATTRIBUTE, home.base().toString());
    }
}
