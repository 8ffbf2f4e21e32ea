package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.oauth.TokenPair;
import java.util.Optional;

/** Tokens that the sandbox gave. Prints none of them. Immutable. */
public final class SandboxTokens {
    private final TokenPair pair;

    SandboxTokens(TokenPair pair) {
        this.pair = pair;
    }

    /**
     * The access token, good for one hour by the sandbox's clock.
     *
     * @return what goes after {@code Bearer}
     */
    public String accessToken() {
        return pair.accessToken();
    }

    /**
     * The refresh token, good for three days by the sandbox's clock.
     *
     * @return the token; empty for Fast API
     */
    public Optional<String> refreshToken() {
        return Optional.ofNullable(pair.refreshToken());
    }

    /**
     * Whose tokens these are.
     *
     * @return text without any secret
     */
    @Override
    public String toString() {
        return "SandboxTokens[" + pair.grant().client().name() + "]";
    }
}
