package io.okxconnect.oauth.internal;

import io.okxconnect.credential.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One of OKX's ways to authorize: what goes on the authorization URL, and what into each token call. Where OKX deviates from
 * OAuth, the deviation stands in the class of the profile and nowhere else.
 */
public interface OkxProfile {

    /** Whether each authorization has a code verifier of its own. */
    boolean usesPkce();

    /** What goes on the authorization URL. */
    AuthorizationParameters authorize(URI redirectUri, String state, @Nullable String verifier);

    /** The call that exchanges a code. */
    TokenCall exchange(Secret code, @Nullable Secret verifier, URI redirectUri);

    /** The call that exchanges a refresh token for a new pair. */
    TokenCall refresh(Secret refreshToken);
}
