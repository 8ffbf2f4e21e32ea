package io.okxconnect;

import io.okxconnect.internal.call.CallSeams;
import io.okxconnect.internal.call.OkxCalls;
import java.time.Clock;

/** Connectors that do not keep to OKX's rate limits, for a sandbox that has none. */
public final class Unpaced {
    private Unpaced() {}

    public static ExchangeConnectorBuilder okx(Clock clock) {
        return ExchangeConnector.okx()
                .pipeline((transport, wall) -> new OkxCalls(transport, CallSeams.system(wall)))
                .clock(clock);
    }
}
