package io.okxconnect.testkit.internal.oauth;

import org.jspecify.annotations.Nullable;

/** Tokens at the moment they are made; the refresh token is null where there is none. */
public record TokenPair(
        Grant grant, String accessToken, @Nullable String refreshToken) {
    @Override
    public String toString() {
        return "TokenPair[" + grant + "]";
    }
}
