package io.okxconnect.testkit.internal.oauth;

import io.okxconnect.testkit.internal.model.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * Makes tokens that look like OKX's: three parts of base64url, of which the first two are JSON. The third is random and
 * signs nothing: the exchange knows its tokens by heart.
 */
final class TokenShape {
    private final Ids ids;

    TokenShape(Ids ids) {
        this.ids = ids;
    }

    String accessToken(Grant grant, Instant expiresAt) {
        String header = "{\"alg\":\"HS512\",\"cid\":\"" + ids.token() + "\"}";
        String claims = "{\"jti\":\"" + ids.token() + "\",\"uid\":\""
                + grant.trader().uid() + "\",\"exp\":" + expiresAt.getEpochSecond()
                + (grant.resource() == null ? "" : agentClaims(grant, grant.resource())) + "}";
        return encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(claims.getBytes(StandardCharsets.UTF_8))
                + "." + encode(ids.bytes(64));
    }

    String refreshToken() {
        return encode(ids.bytes(48));
    }

    private static String agentClaims(Grant grant, String resource) {
        return ",\"aud\":\"" + resource.replaceAll("[\"\\\\]", "") + "\",\"scp\":\"" + String.join(" ", grant.scopes())
                + "\"";
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
