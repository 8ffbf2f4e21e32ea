package io.okxconnect.oauth.internal;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.okxconnect.error.InvalidArgumentException;
import java.net.URI;
import java.util.Set;

/** Builds the URL of an authorization request (RFC 6749, section 4.1.1), every value percent-encoded once. */
public final class AuthorizationUrl {
    /** Parameters that this module sets; nobody else may, least of all the challenge method. */
    private static final Set<String> OURS = Set.of(
            "response_type",
            "response_mode",
            "client_id",
            "client_secret",
            "redirect_uri",
            "scope",
            "state",
            "code_challenge",
            "code_challenge_method",
            "code_verifier",
            "request",
            "request_uri");

    private AuthorizationUrl() {}

    public static URI of(URI endpoint, AuthorizationParameters parameters) {
        try {
            AuthorizationRequest.Builder request = new AuthorizationRequest.Builder(
                            ResponseType.CODE, new ClientID(parameters.clientId()))
                    .endpointURI(withoutQuery(endpoint))
                    .redirectionURI(parameters.redirectUri())
                    .state(new State(parameters.state()));
            if (!parameters.scope().isEmpty()) {
                // As one value: Nimbus would join several with blanks, and OKX wants commas.
                request.scope(new Scope(parameters.scope()));
            }
            if (parameters.verifier() != null) {
                request.codeChallenge(new CodeVerifier(parameters.verifier()), CodeChallengeMethod.S256);
            }
            if (parameters.resource() != null) {
                request.resources(parameters.resource());
            }
            parameters.extra().forEach(request::customParameter);
            // A blank as "+" means a blank only to form decoders; "%20" means it to all. A real plus is %2B already.
            String query = request.build().toURI().getRawQuery().replace("+", "%20");
            return URI.create(endpoint + separator(endpoint) + query);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // Nimbus may quote the value in its message, so neither it nor the exception goes on.
            throw new InvalidArgumentException(
                    "authorization request",
                    "must hold only what an authorization URL may hold",
                    "Check client id, redirect URI, scope and the extra parameters.");
        }
    }

    /** Nimbus would decode a query that is there already and encode it in another way. */
    private static URI withoutQuery(URI endpoint) {
        String text = endpoint.toString();
        int query = text.indexOf('?');
        return query < 0 ? endpoint : URI.create(text.substring(0, query));
    }

    private static String separator(URI endpoint) {
        String query = endpoint.getRawQuery();
        return query == null ? "?" : query.isEmpty() ? "" : "&";
    }

    /** Refuses a parameter that would replace one of ours, and one without a sensible name. */
    public static void requireFree(String argument, String name) {
        if (OURS.contains(name) || !name.matches("[A-Za-z0-9_.-]{1,64}")) {
            throw new InvalidArgumentException(
                    argument,
                    "must have names of 1 to 64 letters, digits, '_', '.' and '-', and none that okx-connect sets itself",
                    "Leave out response_type, client_id, redirect_uri, scope, state and all of PKCE.");
        }
    }

    /** Refuses an authorization endpoint whose own query holds a parameter of ours. */
    public static URI requireFree(String argument, URI endpoint) {
        String query = endpoint.getRawQuery();
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&", -1)) {
                requireFree(argument, pair.split("=", 2)[0]);
            }
        }
        return endpoint;
    }
}
