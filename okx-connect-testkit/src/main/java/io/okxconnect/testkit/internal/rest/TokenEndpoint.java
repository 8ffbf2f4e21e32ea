package io.okxconnect.testkit.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Reading;
import io.okxconnect.testkit.internal.model.Refusal;
import io.okxconnect.testkit.internal.oauth.OAuthClient;
import io.okxconnect.testkit.internal.oauth.OAuthDesk;
import io.okxconnect.testkit.internal.oauth.Parameters;
import io.okxconnect.testkit.internal.oauth.Redemption;
import io.okxconnect.testkit.internal.oauth.TokenDesk;
import io.okxconnect.testkit.internal.oauth.TokenPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives tokens for a code or a refresh token. Its answers are flat: no envelope, no {@code data}. */
final class TokenEndpoint {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Exchange exchange;
    private final OAuthDesk oauth;

    TokenEndpoint(Exchange exchange, OAuthDesk oauth) {
        this.exchange = exchange;
        this.oauth = oauth;
    }

    List<Endpoint> list() {
        boolean underApi = exchange.follows(Reading.TOKEN_PATH_UNDER_API);
        String path = underApi ? "/api/v5/users/oauth/token" : "/v5/users/oauth/token";
        RateLimit limit = RateLimit.perIp(20, 2);
        return List.of(new Endpoint(
                "POST", path, Endpoint.Access.PUBLIC, limit, Endpoint.Input.NONE, call -> answer(call.request())));
    }

    private Answer answer(ApiRequest request) {
        Parameters sent = parameters(request);
        String grantType = sent.required("grant_type");
        OAuthClient client = oauth.clients().require(sent.required("client_id"));
        if (client.isAgent()) {
            throw ErrorCode.OAUTH_PARAMETER_ERROR.refusal("client_id");
        }
        boolean refreshing = grantType.equals("refresh_token");
        boolean withoutSecret = refreshing
                && exchange.follows(Reading.REFRESH_WITHOUT_SECRET)
                && sent.text("client_secret").isEmpty();
        if (!withoutSecret) {
            client.requireSecret(sent.text("client_secret"));
        }
        client.requireServer(request.callerIp());
        client.requireSite(request.site());
        if (refreshing) {
            return tokens(oauth.tokens().rotate(redemption(request, client, sent, "refresh_token")));
        }
        sent.require("grant_type", "authorization_code");
        return tokens(oauth.tokens().open(oauth.codes().redeem(redemption(request, client, sent, "code"))));
    }

    static Redemption redemption(ApiRequest request, OAuthClient client, Parameters sent, String proof) {
        return new Redemption(client, request.site(), sent.required(proof), sent, request.header("TERMID"));
    }

    private Answer tokens(TokenPair pair) {
        ObjectNode body = Json.row()
                .put("access_token", pair.accessToken())
                .put("token_type", "bearer")
                .put("expires_in", TokenDesk.ACCESS_LIFE.toSeconds());
        if (pair.refreshToken() != null) {
            body.put("refresh_token", pair.refreshToken());
        }
        if (exchange.follows(Reading.TOKEN_ANSWER_TELLS_UID_AND_SCOPE)) {
            body.put("uid", pair.grant().trader().uid())
                    .put("scope", String.join(",", pair.grant().scopes()));
        }
        return Json.flat(200, body);
    }

    private Parameters parameters(ApiRequest request) {
        if (request.mediaType().equals(FORM) && exchange.follows(Reading.TOKEN_CALL_TAKES_FORM)) {
            return Parameters.ofEncoded(request.bodyText());
        }
        if (!request.mediaType().equals("application/json")) {
            throw ErrorCode.OAUTH_PARAMETER_ERROR.refusal("body");
        }
        Map<String, String> members = new LinkedHashMap<>();
        object(request).properties().forEach(member -> {
            if (!member.getValue().isTextual()) {
                throw ErrorCode.OAUTH_PARAMETER_ERROR.refusal(member.getKey());
            }
            members.put(member.getKey(), member.getValue().asText());
        });
        return Parameters.of(members);
    }

    private static ObjectNode object(ApiRequest request) {
        try {
            return Json.parseObject(request.body());
        } catch (Refusal refusal) {
            throw (refusal.errorCode() == ErrorCode.EMPTY_BODY
                            ? ErrorCode.OAUTH_PARAMETER_EMPTY
                            : ErrorCode.OAUTH_PARAMETER_ERROR)
                    .refusal("body");
        }
    }
}
