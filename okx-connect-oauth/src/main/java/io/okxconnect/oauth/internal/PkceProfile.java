package io.okxconnect.oauth.internal;

import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.internal.TokenCall.Encoding;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Profile C, PKCE for a public client: never a client secret; the device id goes where {@link TermIdFields} says, since OKX publishes
 * only that calls with the token carry it.
 */
public final class PkceProfile implements OkxProfile {
    private static final String TERM_ID = "term_id";

    private final String clientId;
    private final List<String> scopes;
    private final @Nullable String termId;
    private final TermIdFields termIdFields;

    public PkceProfile(String clientId, List<String> scopes, @Nullable String termId, TermIdFields termIdFields) {
        this.clientId = clientId;
        this.scopes = List.copyOf(scopes);
        this.termId = termId;
        this.termIdFields = termIdFields;
    }

    @Override
    public boolean usesPkce() {
        return true;
    }

    @Override
    public AuthorizationParameters authorize(URI redirectUri, String state, @Nullable String verifier) {
        Map<String, String> extra = termId != null && termIdFields.onAuthorize() ? Map.of(TERM_ID, termId) : Map.of();
        return new AuthorizationParameters(
                clientId,
                redirectUri,
                String.join(",", scopes),
                state,
                Objects.requireNonNull(verifier, "verifier"),
                null,
                extra);
    }

    @Override
    public TokenCall exchange(Secret code, @Nullable Secret verifier, URI redirectUri) {
        TokenCall call = new TokenCall(Encoding.JSON)
                .field("grant_type", "authorization_code")
                .field("code", SecretText.of(code))
                .field("client_id", clientId)
                .field("code_verifier", SecretText.of(Objects.requireNonNull(verifier, "verifier")));
        return withTermId(call, termIdFields.inToken());
    }

    @Override
    public TokenCall refresh(Secret refreshToken) {
        TokenCall call = new TokenCall(Encoding.JSON)
                .field("grant_type", "refresh_token")
                .field("refresh_token", SecretText.of(refreshToken))
                .field("client_id", clientId);
        return withTermId(call, termIdFields.inRefresh());
    }

    private TokenCall withTermId(TokenCall call, boolean inBody) {
        if (termId != null && inBody) {
            call.field(TERM_ID, termId);
        }
        if (termId != null && termIdFields.inHeader()) {
            call.header("TERMID", termId);
        }
        return call;
    }
}
