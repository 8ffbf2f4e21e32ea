package io.okxconnect.testkit.internal.oauth;

import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Reading;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the query with which an app sends a user to the consent page, and refuses what is not in order. */
public final class AuthorizationRules {
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Exchange exchange;
    private final Clients clients;
    private final UnaryOperator<String> origins;

    AuthorizationRules(Exchange exchange, Clients clients, UnaryOperator<String> origins) {
        this.exchange = exchange;
        this.clients = clients;
        this.origins = origins;
    }

    /** Where the consent page is. */
    public String path() {
        return exchange.follows(Reading.AUTHORIZE_AT_AUTHLOGIN) ? "/account/authlogin" : "/account/oauth";
    }

    /** The request; empty if it leads nowhere, without a word to the user or the app. */
    public Optional<AuthorizationRequest> read(String site, String query) {
        Parameters sent = Parameters.ofEncoded(query);
        OAuthClient client = clients.require(sent.text("client_id"));
        client.requireSite(site);
        requireRedirectUri(sent, client);
        sent.require("response_type", "code");
        if (!STATE.matcher(sent.required("state")).matches()) {
            throw ErrorCode.OAUTH_PARAMETER_ERROR.refusal("state");
        }
        boolean needsFlow = client.isAgent() || exchange.follows(Reading.AUTHORIZE_NEEDS_FLOW);
        if (needsFlow && !sent.text("flow").equals("code")) {
            return Optional.empty();
        }
        Set<String> scopes = scopes(sent, client);
        return Optional.of(new AuthorizationRequest(
                client,
                profile(client, scopes),
                sent.text("redirect_uri"),
                scopes,
                sent.text("state"),
                challenge(sent, client),
                termId(sent, client),
                resource(sent, client, site)));
    }

    private static void requireRedirectUri(Parameters sent, OAuthClient client) {
        String uri = sent.required("redirect_uri");
        // Percent-encoded exactly once: never leaves its "://" in the query, twice leaves a % after decoding.
        if (sent.wire("redirect_uri").contains("://") || !client.redirectUris().contains(uri)) {
            throw ErrorCode.REDIRECT_URI_INVALID.refusal();
        }
    }

    private static Set<String> scopes(Parameters sent, OAuthClient client) {
        String separator = client.isAgent() ? " " : ",";
        Set<String> asked =
                new LinkedHashSet<>(Arrays.asList(sent.required("scope").split(separator, -1)));
        if (asked.contains("fast_api")) {
            boolean alone = asked.size() == 1;
            if (!alone || !client.isConfidential()) {
                throw ErrorCode.OAUTH_PARAMETER_ERROR.refusal("scope");
            }
            if (!client.mayUseFastApi()) {
                throw ErrorCode.FAST_API_NOT_ENABLED.refusal();
            }
        } else if (!client.scopes().containsAll(asked)) {
            throw ErrorCode.OAUTH_PARAMETER_ERROR.refusal("scope");
        }
        if (client.isConfidential()) {
            sent.require("access_type", "offline");
        }
        return asked;
    }

    private static Profile profile(OAuthClient client, Set<String> scopes) {
        return switch (client.kind()) {
            case CONFIDENTIAL -> scopes.contains("fast_api") ? Profile.FAST_API : Profile.CODE;
            case PUBLIC -> Profile.PKCE;
            case AGENT -> Profile.AGENT;
        };
    }

    private static @Nullable String challenge(Parameters sent, OAuthClient client) {
        if (client.isConfidential()) {
            sent.requireAbsent("code_challenge");
            return null;
        }
        String challenge = sent.required("code_challenge");
        sent.require("code_challenge_method", "S256");
        if (!CHALLENGE.matcher(challenge).matches()) {
            throw ErrorCode.OAUTH_PARAMETER_ERROR.refusal("code_challenge");
        }
        return challenge;
    }

    private @Nullable String termId(Parameters sent, OAuthClient client) {
        if (client.kind() != ClientTerms.Kind.PUBLIC) {
            return null;
        }
        String termId =
                exchange.follows(Reading.TERM_ID_ON_AUTHORIZE) ? sent.required("term_id") : sent.text("term_id");
        return termId.isEmpty() ? null : AuthorizationRequest.requireTermId(termId);
    }

    private @Nullable String resource(Parameters sent, OAuthClient client, String site) {
        if (!client.isAgent()) {
            return null;
        }
        String resource = sent.required("resource");
        if (!resource.startsWith(origins.apply(site) + "/api/v1/mcp")) {
            throw ErrorCode.OAUTH_PARAMETER_ERROR.refusal("resource");
        }
        return resource;
    }
}
