package io.okxconnect.oauth;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.SecretText;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The stored form of a pending authorization, version 1. */
final class PendingAuthorizationText {
    private static final String VERSION = "1";

    private PendingAuthorizationText() {}

    static byte[] write(PendingAuthorization pending) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("v", 1);
        members.put("id", pending.id());
        members.put("profile", pending.profile().name());
        members.put("account", pending.accountId().value());
        members.put("site", pending.siteName());
        members.put("environment", pending.environment().name());
        members.put("redirect_uri", pending.redirectUri().toString());
        members.put("session", pending.sessionDigest());
        members.put("created", pending.createdAt().toEpochMilli());
        members.put("expires", pending.expiresAt().toEpochMilli());
        pending.codeVerifier().ifPresent(verifier -> members.put("verifier", SecretText.of(verifier)));
        members.put("attributes", pending.attributes());
        return JsonValue.from(members).toJson().getBytes(StandardCharsets.UTF_8);
    }

    static PendingAuthorization read(byte[] bytes) {
        try {
            JsonValue members = JsonValue.parse(bytes);
            if (!members.requiredText("v").equals(VERSION)) {
                throw unreadable();
            }
            Map<String, String> attributes = new LinkedHashMap<>();
            members.member("attributes")
                    .orElseThrow(PendingAuthorizationText::unreadable)
                    .members()
                    .forEach((name, value) ->
                            attributes.put(name, value.rawText().orElseThrow()));
            return new PendingAuthorization(
                    members.requiredText("id"),
                    OAuthProfile.valueOf(members.requiredText("profile")),
                    AccountId.of(members.requiredText("account")),
                    members.requiredText("site"),
                    TradingEnvironment.valueOf(members.requiredText("environment")),
                    URI.create(members.requiredText("redirect_uri")),
                    members.requiredText("session"),
                    time(members, "created"),
                    time(members, "expires"),
                    members.text("verifier").map(Secret::of).orElse(null),
                    attributes);
        } catch (RuntimeException e) {
            // What stands below may quote the text, and that holds the verifier.
            throw unreadable();
        }
    }

    private static Instant time(JsonValue members, String name) {
        return members.instantMillis(name).orElseThrow(PendingAuthorizationText::unreadable);
    }

    private static InvalidArgumentException unreadable() {
        return new InvalidArgumentException(
                "bytes",
                "must be what PendingAuthorization.toBytes wrote, of version " + VERSION,
                "Let the user begin again, and check that all nodes run the same version of okx-connect.");
    }
}
