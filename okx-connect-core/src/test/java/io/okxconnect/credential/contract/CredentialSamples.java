package io.okxconnect.credential.contract;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.Secret;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.time.Instant;
import java.util.List;

/** Credentials to store in tests; the secrets are canaries. */
public final class CredentialSamples {
    private CredentialSamples() {}

    public static ApiKeyCredential apiKey() {
        return ApiKeyCredential.of(Canary.API_KEY, Canary.SECRET_KEY, Canary.PASSPHRASE);
    }

    /** A key that differs from {@link #apiKey()} in its passphrase. */
    public static ApiKeyCredential otherApiKey() {
        return ApiKeyCredential.of(Canary.API_KEY, Canary.SECRET_KEY, Canary.CLIENT_SECRET);
    }

    /** Tokens with everything that tokens can have. */
    public static AccessTokenCredential tokens() {
        try (Secret access = Secret.of(Canary.ACCESS_TOKEN);
                Secret refresh = Secret.of(Canary.REFRESH_TOKEN);
                Secret device = Secret.of(Canary.STATE)) {
            return AccessTokenCredential.builder(access)
                    .refreshToken(refresh)
                    .deviceId(device)
                    .receivedAt(Instant.parse("2026-01-02T03:04:05.678Z"))
                    .expiresAt(Instant.parse("2026-01-02T04:04:05.678Z"))
                    .refreshExpiresAt(Instant.parse("2026-01-05T03:04:05.678Z"))
                    .scopes(List.of("trade", "read_only"))
                    .build();
        }
    }

    public static CredentialMetadata metadata(String accountId) {
        return CredentialMetadata.builder(AccountId.of(accountId))
                .site(Site.EEA)
                .environment(TradingEnvironment.DEMO)
                .origin(CredentialOrigin.MANUAL)
                .label("бот-№1 🤖")
                .uid("446556123456789")
                .mainUid("446556000000000")
                .maskedApiKey("7c1e…13")
                .permissions("read_only,trade")
                .boundIps("")
                .connectedAt(Instant.parse("2026-01-02T03:04:05.678Z"))
                .checkedAt(Instant.parse("2026-01-02T03:04:06Z"))
                .lastUsedAt(Instant.parse("2026-01-03T00:00:00Z"))
                .status("CONNECTED")
                .attribute("oauth.scope", "read_only,trade")
                .attribute("note", "line one\nline two = \u0000 end")
                .build();
    }

    public static StoredCredential stored(String accountId, long revision) {
        try (ApiKeyCredential key = apiKey()) {
            return StoredCredential.of(metadata(accountId), revision, key);
        }
    }
}
