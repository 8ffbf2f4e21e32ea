package io.okxconnect.oauth;

import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers by a script and remembers what was asked; the body is wiped by the caller, so its text is kept apart. */
final class ScriptedTransport implements HttpTransport {
    record Asked(TransportRequest request, String body) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Function<TransportRequest, TransportResponse> script;

    ScriptedTransport(Function<TransportRequest, TransportResponse> script) {
        this.script = script;
    }

    static ScriptedTransport answering(int status, String body) {
        return new ScriptedTransport(request -> response(status, body));
    }

    static TransportResponse response(int status, String body) {
        return new TransportResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public TransportResponse execute(TransportRequest request) {
        asked.add(new Asked(request, new String(request.body(), StandardCharsets.UTF_8)));
        return script.apply(request);
    }

    @Override
    public void close() {}
}
