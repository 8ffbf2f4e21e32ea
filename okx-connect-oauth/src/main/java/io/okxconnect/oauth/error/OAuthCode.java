package io.okxconnect.oauth.error;

import java.util.Map;
import java.util.regex.Pattern;

/** What the codes of RFC 6749, RFC 7009 and RFC 8707 ask for. Other codes are kept, but not repeated in messages. */
final class OAuthCode {
    private static final Pattern FORM = Pattern.compile("[a-z_]{1,64}");

    private static final Map<String, String> NEXT_STEPS = Map.ofEntries(
            Map.entry("access_denied", "The user declined, or may not do this; offer to begin again."),
            Map.entry(
                    "invalid_client",
                    "Compare client id, client secret and the client's authentication with the registration."),
            Map.entry(
                    "invalid_grant",
                    "Authorize again; code or refresh token is wrong, used, expired, or another client's."),
            Map.entry("invalid_request", "Compare the settings of the client with the server's documentation."),
            Map.entry("invalid_scope", "Ask only for scopes that the client is registered for."),
            Map.entry("invalid_target", "Compare the resource with the one that the server expects."),
            Map.entry("server_error", "Wait, then begin the authorization again."),
            Map.entry("temporarily_unavailable", "Wait, then begin the authorization again."),
            Map.entry("unauthorized_client", "Have the client enabled for this grant."),
            Map.entry("unsupported_grant_type", "Check that this is the token endpoint of the right server."),
            Map.entry(
                    "unsupported_response_type", "Check that this is the authorization endpoint of the right server."),
            Map.entry("unsupported_token_type", "The server cannot revoke this kind of token; let it expire."));

    private OAuthCode() {}

    static String wellFormed(String code) {
        return FORM.matcher(code).matches() ? code : OAuthErrorException.UNSPECIFIED;
    }

    /** An unknown code comes from outside and could say anything: messages do not repeat it. */
    static String shown(String code) {
        return NEXT_STEPS.containsKey(code) ? code : "an error code of its own";
    }

    static String nextStep(String code) {
        return NEXT_STEPS.getOrDefault(code, "Look at code() and begin the authorization again.");
    }
}
