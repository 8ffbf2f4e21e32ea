package io.okxconnect.oauth.internal;

import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.error.TokenEndpointException;
import io.okxconnect.oauth.error.TokenEndpointException.Reason;
import io.okxconnect.rest.JsonValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tokens of a successful answer (RFC 6749, section 5.1), not yet bound to a time. */
public final class TokenReply implements AutoCloseable {
    /** RFC 6750, section 2.1, and nothing that breaks a header. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,16384}");

    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern UID = Pattern.compile("\\d{1,32}");
    private static final long TEN_YEARS = 315_576_000L;

    private final Secret accessToken;
    private final @Nullable Secret refreshToken;
    private final @Nullable Duration lifetime;
    private final @Nullable String scope;
    private final @Nullable String uid;

    TokenReply(
            Secret accessToken,
            @Nullable Secret refreshToken,
            @Nullable Duration lifetime,
            @Nullable String scope,
            @Nullable String uid) {
        this.accessToken = accessToken;
        this.refreshToken = refreshToken;
        this.lifetime = lifetime;
        this.scope = scope;
        this.uid = uid;
    }

    private TokenReply withUid(@Nullable String uid) {
        return new TokenReply(accessToken, refreshToken, lifetime, scope, uid);
    }

    /** Checks every member, then lets Nimbus read what passed. */
    static TokenReply read(String endpoint, int status, JsonValue body) {
        Map<String, JsonValue> checked = new LinkedHashMap<>();
        String access = text(body, "access_token")
                .filter(token -> TOKEN.matcher(token).matches())
                .orElseThrow(() -> new TokenEndpointException(Reason.NO_ACCESS_TOKEN, endpoint, status));
        checked.put("access_token", JsonValue.of(access));
        String type = text(body, "token_type")
                .filter(t -> t.equalsIgnoreCase("Bearer"))
                .orElseThrow(() -> new TokenEndpointException(Reason.TOKEN_TYPE, endpoint, status));
        checked.put("token_type", JsonValue.of(type));
        expiresIn(body, endpoint, status).ifPresent(seconds -> checked.put("expires_in", JsonValue.of(seconds)));
        Optional<String> refresh = text(body, "refresh_token").filter(token -> !token.isEmpty());
        if (refresh.isPresent()) {
            if (!TOKEN.matcher(refresh.get()).matches()) {
                throw new TokenEndpointException(Reason.UNREADABLE, endpoint, status);
            }
            checked.put("refresh_token", JsonValue.of(refresh.get()));
        }
        text(body, "scope").ifPresent(scope -> checked.put("scope", JsonValue.of(scope)));
        return NimbusTokens.read(JsonValue.object(checked).toJson())
                .map(reply -> reply.withUid(uid(body)))
                .orElseThrow(() -> new TokenEndpointException(Reason.UNREADABLE, endpoint, status));
    }

    /** A whole number of seconds, as a number or as its digits in a text; some servers send the latter. */
    private static Optional<Long> expiresIn(JsonValue body, String endpoint, int status) {
        JsonValue member = body.member("expires_in").orElse(JsonValue.ofNull());
        if (member.kind() == JsonValue.Kind.NULL) {
            return Optional.empty();
        }
        boolean numeric = member.kind() == JsonValue.Kind.NUMBER || member.kind() == JsonValue.Kind.TEXT;
        return Optional.of(member.rawText()
                .filter(text -> numeric && SECONDS.matcher(text).matches())
                .map(Long::parseLong)
                .filter(seconds -> seconds <= TEN_YEARS)
                .orElseThrow(() -> new TokenEndpointException(Reason.EXPIRY, endpoint, status)));
    }

    /** OKX's number of the account, of which its documents say nothing here: as a text or as a number. */
    private static @Nullable String uid(JsonValue body) {
        return body.member("uid")
                .flatMap(JsonValue::rawText)
                .filter(text -> UID.matcher(text).matches())
                .orElse(null);
    }

    private static Optional<String> text(JsonValue body, String name) {
        return body.member(name)
                .filter(member -> member.kind() == JsonValue.Kind.TEXT)
                .flatMap(JsonValue::rawText);
    }

    public Secret accessToken() {
        return accessToken;
    }

    public Optional<Secret> refreshToken() {
        return Optional.ofNullable(refreshToken);
    }

    public Optional<Duration> lifetime() {
        return Optional.ofNullable(lifetime);
    }

    /** As the server joined it; RFC 6749 joins with blanks, OKX asks with commas. */
    public Optional<String> scope() {
        return Optional.ofNullable(scope);
    }

    /** The number of the account at OKX; empty where the answer does not tell it. */
    public Optional<String> uid() {
        return Optional.ofNullable(uid);
    }

    @Override
    public void close() {
        accessToken.close();
        if (refreshToken != null) {
            refreshToken.close();
        }
    }

    /** {@return what there is, never a value} */
    @Override
    public String toString() {
        return "TokenReply[refresh token " + (refreshToken == null ? "absent" : "present") + "]";
    }
}
