package io.okxconnect.oauth.internal;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import io.okxconnect.credential.Secret;
import java.time.Duration;
import java.util.Optional;

/** Reads tokens with Nimbus, whose objects end here: their {@code toString} prints tokens. */
final class NimbusTokens {
    private NimbusTokens() {}

    static Optional<TokenReply> read(String json) {
        try {
            AccessTokenResponse response = AccessTokenResponse.parse(JSONObjectUtils.parse(json));
            AccessToken access = response.getTokens().getAccessToken();
            RefreshToken refresh = response.getTokens().getRefreshToken();
            Scope scope = access.getScope();
            return Optional.of(new TokenReply(
                    Secret.of(access.getValue()),
                    refresh == null ? null : Secret.of(refresh.getValue()),
                    access.getLifetime() == 0 ? null : Duration.ofSeconds(access.getLifetime()),
                    scope == null ? null : scope.toString(),
                    null));
        } catch (ParseException | IllegalArgumentException e) {
            // Nimbus quotes the answer in its messages.
            return Optional.empty();
        }
    }
}
