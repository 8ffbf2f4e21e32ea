package io.okxconnect.testkit.internal.rest;

import static io.okxconnect.testkit.internal.rest.Endpoint.Access.FAST_API;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.IssuedKey;
import io.okxconnect.testkit.internal.model.Reading;
import io.okxconnect.testkit.internal.oauth.FastApiDesk;
import io.okxconnect.testkit.internal.oauth.FastKeyTerms;
import java.util.List;

/** Making and deleting the key of an app, with a token that is good for just that. */
final class FastApiEndpoints {
    private static final String DELETE = "/api/v5/users/oauth/delete-apikey";
    private static final String CREATE = "/api/v5/users/oauth/apikey";

    private final Exchange exchange;
    private final FastApiDesk desk;

    FastApiEndpoints(Exchange exchange, FastApiDesk desk) {
        this.exchange = exchange;
        this.desk = desk;
    }

    List<Endpoint> list() {
        RateLimit limit = RateLimit.perUser(5, 2);
        return List.of(
                new Endpoint("POST", DELETE, FAST_API, limit, Endpoint.Input.NONE, this::delete),
                new Endpoint("POST", CREATE, FAST_API, limit, this::create));
    }

    private Answer delete(Call call) {
        Caller caller = call.caller();
        desk.delete(caller.requireGrant(), caller.environment());
        return Json.success(Json.row().put("result", true));
    }

    private Answer create(Call call) {
        Caller caller = call.caller();
        FastKeyTerms wanted = new FastKeyTerms(
                call.required("label"), call.required("passphrase"), call.required("perm"), bindApp(call));
        if (call.optional("ip").isPresent()) {
            throw ErrorCode.PARAMETER_ERROR.refusal("ip");
        }
        IssuedKey issued = desk.create(caller.requireGrant(), caller.environment(), wanted);
        boolean echo = exchange.follows(Reading.FAST_API_ECHOES_PERM);
        ObjectNode row = Json.row()
                .put("label", wanted.label())
                .put("apiKey", issued.key().id())
                .put("secretKey", issued.secretKey());
        if (!exchange.follows(Reading.FAST_API_HIDES_PASSPHRASE)) {
            row.put("passphrase", issued.passphrase());
        }
        return Json.success(
                row.put("perm", echo ? wanted.permission() : issued.key().permissionText())
                        .put("bindApp", wanted.bound()));
    }

    /** A JSON boolean and nothing like it; {@code false} if it was not sent. */
    private static boolean bindApp(Call call) {
        JsonNode value = Json.parseObject(call.request().body()).path("bindApp");
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw ErrorCode.PARAMETER_ERROR.refusal("bindApp");
        }
        return value.asBoolean(false);
    }
}
