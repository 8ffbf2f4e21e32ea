package io.okxconnect.testkit.internal.http;

import io.okxconnect.testkit.internal.rest.Answer;
import io.okxconnect.testkit.internal.rest.ApiRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Takes a request off the wire, notes it, has it answered, and applies the faults meant for it. */
final class FrontDoor extends Handler.Abstract {
    private static final int LARGEST_BODY = 1 << 20;

    private final Journal journal;
    private final Faults faults;
    private final Supplier<Optional<String>> callerIp;
    private final Function<ApiRequest, Answer> exchange;

    FrontDoor(
            Journal journal,
            Faults faults,
            Supplier<Optional<String>> callerIp,
            Function<ApiRequest, Answer> exchange) {
        this.journal = journal;
        this.faults = faults;
        this.callerIp = callerIp;
        this.exchange = exchange;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            serve(request, new Wire(request, response));
            callback.succeeded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            callback.failed(e);
        } catch (IOException e) {
            callback.failed(e);
        }
        return true;
    }

    private void serve(Request request, Wire wire) throws IOException, InterruptedException {
        byte[] body = Content.Source.asInputStream(request).readNBytes(LARGEST_BODY + 1);
        ApiRequest arrived = read(request, body);
        Visit visit = journal.arrived(arrived);
        if (body.length > LARGEST_BODY) {
            deliver(visit, Answer.edgePage(413, "Request Entity Too Large"), FaultPlan.Delivery.WHOLE, wire);
            return;
        }
        Optional<FaultRule> fault = faults.take(arrived);
        if (fault.isPresent()) {
            serveFaulty(visit, fault.get(), wire);
        } else {
            deliver(visit, exchange.apply(arrived), FaultPlan.Delivery.WHOLE, wire);
        }
    }

    private void serveFaulty(Visit visit, FaultRule rule, Wire wire) throws IOException, InterruptedException {
        FaultPlan plan = rule.plan();
        visit.faulted(plan.description());
        Answer real = plan.execution() == FaultPlan.Execution.CARRIED_OUT
                ? exchange.apply(visit.request())
                : Answer.edgePage(502, "Bad Gateway");
        Answer answer = plan.answer() == null ? real : plan.answer();
        rule.pause(plan.pause().delay().toNanos());
        if (plan.pause().hold() == FaultPlan.Hold.UNTIL_RELEASED) {
            rule.awaitRelease();
        }
        deliver(visit, answer, plan.delivery(), wire);
    }

    private static void deliver(Visit visit, Answer answer, FaultPlan.Delivery delivery, Wire wire)
            throws IOException, InterruptedException {
        // Before the first byte goes out: whoever has seen the answer finds it in the journal.
        if (!(delivery instanceof FaultPlan.ResetBeforeResponse)) {
            visit.answered(answer.status(), answer.code());
        }
        wire.send(answer, delivery);
    }

    private ApiRequest read(Request request, byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        request.getHeaders()
                .forEach(field -> headers.computeIfAbsent(
                                field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(field.getValue() == null ? "" : field.getValue()));
        return new ApiRequest(
                request.getConnectionMetaData().getConnector().getName(),
                callerIp.get().orElseGet(() -> Request.getRemoteAddr(request)),
                request.getMethod(),
                request.getHttpURI().getPathQuery(),
                headers,
                body);
    }
}
