package io.okxconnect.testkit.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.IpList;
import io.okxconnect.testkit.internal.model.Reading;
import io.okxconnect.testkit.internal.model.Refusal;
import io.okxconnect.testkit.internal.oauth.ClientTerms;
import io.okxconnect.testkit.internal.oauth.Grant;
import io.okxconnect.testkit.internal.oauth.OAuthClient;
import io.okxconnect.testkit.internal.oauth.OAuthDesk;
import io.okxconnect.testkit.internal.oauth.Parameters;
import io.okxconnect.testkit.internal.oauth.TokenDesk;
import io.okxconnect.testkit.internal.oauth.TokenPair;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The OAuth 2.1 side for agents: who serves it, how to register, and tokens for a form. Off unless switched on. */
final class AgentEndpoints {
    private static final String METADATA = "/.well-known/oauth-authorization-server";
    private static final String REGISTER = "/api/v5/mcp/auth/register";
    private static final String TOKEN = "/api/v5/mcp/auth/token";
    private static final Set<String> SCOPES = Set.of(
            "live:read", "live:trade", "live:earn", "live:asset_transfer", "demo:read", "demo:trade", "demo:earn");

    private final Exchange exchange;
    private final OAuthDesk oauth;

    AgentEndpoints(Exchange exchange, OAuthDesk oauth) {
        this.exchange = exchange;
        this.oauth = oauth;
    }

    boolean serve(String path) {
        return exchange.follows(Reading.AGENT_OAUTH)
                && Set.of(METADATA, REGISTER, TOKEN).contains(path);
    }

    Answer answer(ApiRequest request) {
        String expected = request.path().equals(METADATA) ? "GET" : "POST";
        if (!request.method().equals(expected)) {
            return error(405, "invalid_request", "wrong method");
        }
        try {
            return switch (request.path()) {
                case METADATA -> metadata(request);
                case REGISTER -> register(request);
                default -> token(request);
            };
        } catch (Refusal refusal) {
            return error(refusal);
        }
    }

    private Answer metadata(ApiRequest request) {
        String origin = oauth.origin(request.site());
        ObjectNode body = Json.row()
                .put("issuer", origin)
                .put("authorization_endpoint", origin + oauth.rules().path() + "?flow=code")
                .put("token_endpoint", origin + TOKEN);
        if (exchange.follows(Reading.AGENT_REGISTRATION_ADVERTISED)) {
            body.put("registration_endpoint", origin + REGISTER);
        }
        body.set("response_types_supported", Json.list().add("code"));
        body.set("grant_types_supported", Json.list().add("authorization_code"));
        body.set("token_endpoint_auth_methods_supported", Json.list().add("none"));
        return Json.flat(200, body);
    }

    private Answer register(ApiRequest request) {
        ObjectNode sent = Json.parseObject(request.body());
        String name = sent.path("client_name").asText();
        Set<String> redirectUris = new LinkedHashSet<>();
        sent.path("redirect_uris").forEach(uri -> redirectUris.add(uri.asText()));
        if (name.isBlank() || redirectUris.isEmpty() || redirectUris.contains("")) {
            return error(400, "invalid_client_metadata", "client_name and redirect_uris are needed");
        }
        JsonNode method = sent.path("token_endpoint_auth_method");
        Set<String> scopes = scopes(sent.path("scope").asText("live:read"));
        if (!method.asText("none").equals("none") || !SCOPES.containsAll(scopes)) {
            return error(400, "invalid_client_metadata", "an unknown scope or authentication method");
        }
        OAuthClient client;
        try {
            client = register(request.site(), name, redirectUris, scopes);
        } catch (IllegalArgumentException e) {
            return error(400, "invalid_redirect_uri", "a redirect URI has a scheme and no fragment");
        }
        ArrayNode uris = Json.list();
        redirectUris.forEach(uris::add);
        ObjectNode body = Json.row()
                .put("client_id", client.id())
                .put("client_id_issued_at", exchange.clock().instant().getEpochSecond())
                .put("client_name", name);
        body.set("redirect_uris", uris);
        return Json.flat(201, body.put("scope", String.join(" ", scopes)).put("token_endpoint_auth_method", "none"));
    }

    private OAuthClient register(String site, String name, Set<String> redirectUris, Set<String> scopes) {
        IpList none = IpList.of(List.of());
        ClientTerms terms =
                new ClientTerms(ClientTerms.Kind.AGENT, name, redirectUris, scopes, none, none, Set.of(site));
        return oauth.clients().register(exchange.ids().token(), null, terms);
    }

    private Answer token(ApiRequest request) {
        if (!request.mediaType().equals("application/x-www-form-urlencoded")) {
            return error(400, "invalid_request", "the body must be a form");
        }
        Parameters sent = Parameters.ofEncoded(request.bodyText());
        String grantType = sent.required("grant_type");
        if (!Set.of("authorization_code", "refresh_token").contains(grantType)) {
            return error(400, "unsupported_grant_type", "a code or a refresh token is needed");
        }
        OAuthClient client = oauth.clients().require(sent.required("client_id"));
        client.requireSecret(sent.text("client_secret"));
        if (!client.isAgent()) {
            throw ErrorCode.OAUTH_PARAMETER_ERROR.refusal("client_id");
        }
        if (grantType.equals("refresh_token")) {
            return tokens(oauth.tokens().rotate(TokenEndpoint.redemption(request, client, sent, "refresh_token")));
        }
        Grant grant = oauth.codes().redeem(TokenEndpoint.redemption(request, client, sent, "code"));
        TokenDesk.requireResource(grant, sent.text("resource"));
        return tokens(oauth.tokens().open(grant));
    }

    private static Answer tokens(TokenPair pair) {
        return Json.flat(
                200,
                Json.row()
                        .put("access_token", pair.accessToken())
                        .put("expires_in", TokenDesk.ACCESS_LIFE.toSeconds())
                        .put("refresh_token", pair.refreshToken())
                        .put("scope", String.join(" ", pair.grant().scopes()))
                        .put("token_type", "Bearer"));
    }

    private static Set<String> scopes(String text) {
        return new LinkedHashSet<>(Arrays.asList(text.split(" ", -1)));
    }

    /** RFC 6749's words for a refusal: what is wrong with the request, with the app, or with what it presented. */
    private static Answer error(Refusal refusal) {
        return switch (refusal.errorCode()) {
            case OAUTH_PARAMETER_EMPTY, EMPTY_BODY, BAD_JSON -> error(400, "invalid_request", refusal.text());
            case OAUTH_PARAMETER_ERROR ->
                refusal.text().endsWith("client_id")
                        ? error(401, "invalid_client", refusal.text())
                        : error(400, "invalid_request", refusal.text());
            default -> error(400, "invalid_grant", refusal.text());
        };
    }

    private static Answer error(int status, String error, String description) {
        return Json.flat(status, Json.row().put("error", error).put("error_description", description));
    }
}
