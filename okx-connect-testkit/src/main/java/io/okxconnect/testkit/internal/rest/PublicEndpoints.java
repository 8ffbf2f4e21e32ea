package io.okxconnect.testkit.internal.rest;

import static io.okxconnect.testkit.internal.rest.Endpoint.Access.PUBLIC;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.testkit.internal.model.Environment;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Maintenance;
import java.util.List;

/** Time and announcements: what anybody may ask. */
final class PublicEndpoints {
    private final Exchange exchange;

    PublicEndpoints(Exchange exchange) {
        this.exchange = exchange;
    }

    List<Endpoint> list() {
        return List.of(
                new Endpoint("GET", "/api/v5/public/time", PUBLIC, RateLimit.perIp(10, 2), this::time),
                new Endpoint("GET", "/api/v5/system/status", PUBLIC, RateLimit.perIp(1, 5), this::status));
    }

    private Answer time(Call call) {
        return Json.success(Json.row().put("ts", Long.toString(exchange.clock().millis())));
    }

    private Answer status(Call call) {
        List<String> states = call.optional("state").map(List::of).orElse(List.of("scheduled", "ongoing", "pre_open"));
        return Json.success(exchange.maintenance().stream()
                .filter(it -> states.contains(it.state()))
                .map(PublicEndpoints::row)
                .toList());
    }

    private static ObjectNode row(Maintenance it) {
        return Json.row()
                .put("begin", Long.toString(it.begin()))
                .put("end", Long.toString(it.end()))
                .put("env", it.environment() == Environment.LIVE ? "1" : "2")
                .put("href", "")
                .put("maintType", "1")
                .put("preOpenBegin", "")
                .put("scheDesc", "")
                .put("serviceType", it.serviceType())
                .put("state", it.state())
                .put("system", "unified")
                .put("title", it.title());
    }
}
