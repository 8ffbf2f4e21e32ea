package io.okxconnect.testkit.internal.oauth;

import io.okxconnect.testkit.internal.model.ErrorCode;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an app asks a user for, once it has been found in order.
 *
 * @param challenge PKCE's code challenge; null for apps with a secret
 * @param termId the device; null if the request does not name it
 * @param resource what an agent's token is for; null for other apps
 */
public record AuthorizationRequest(
        OAuthClient client,
        Profile profile,
        String redirectUri,
        Set<String> scopes,
        String state,
        @Nullable String challenge,
        @Nullable String termId,
        @Nullable String resource) {
    private static final Pattern TERM_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** The name of a device; OKX's example is a UUID, and its form is not documented. */
    public static String requireTermId(String termId) {
        if (!TERM_ID.matcher(termId).matches()) {
            throw ErrorCode.DEVICE_INVALID.refusal();
        }
        return termId;
    }

    @Override
    public String toString() {
        return "AuthorizationRequest[" + client.name() + ", " + profile + "]";
    }
}
