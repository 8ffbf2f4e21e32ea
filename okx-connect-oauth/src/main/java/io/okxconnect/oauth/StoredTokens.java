package io.okxconnect.oauth;

import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.internal.TokenReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Makes an answer's tokens into what is stored, with the times that they are good for. */
final class StoredTokens {
    private final AccessTokenCredential.Builder tokens;

    private StoredTokens(AccessTokenCredential.Builder tokens) {
        this.tokens = tokens;
    }

    static StoredTokens of(TokenReply reply, Instant now, Duration refreshTokenLifetime) {
        AccessTokenCredential.Builder tokens =
                AccessTokenCredential.builder(reply.accessToken()).receivedAt(now);
        reply.lifetime().map(now::plus).ifPresent(tokens::expiresAt);
        reply.refreshToken()
                .ifPresent(token -> tokens.refreshToken(token).refreshExpiresAt(now.plus(refreshTokenLifetime)));
        return new StoredTokens(tokens);
    }

    StoredTokens scopes(Collection<String> scopes) {
        tokens.scopes(scopes);
        return this;
    }

    StoredTokens device(@Nullable Secret device) {
        if (device != null) {
            tokens.deviceId(device);
        }
        return this;
    }

    /** A refresh token that the server did not replace is good for as long as it was. */
    StoredTokens keepingRefreshToken(TokenReply reply, AccessTokenCredential before) {
        if (reply.refreshToken().isEmpty()) {
            before.refreshToken().ifPresent(tokens::refreshToken);
            before.refreshExpiresAt().ifPresent(tokens::refreshExpiresAt);
        }
        return this;
    }

    /** The caller closes it. */
    AccessTokenCredential build() {
        return tokens.build();
    }
}
