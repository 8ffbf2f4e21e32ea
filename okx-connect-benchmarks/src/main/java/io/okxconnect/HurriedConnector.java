package io.okxconnect;

import io.okxconnect.internal.call.CallSeams;
import io.okxconnect.internal.call.OkxCalls;
import io.okxconnect.internal.pacing.Pacing;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A connector that keeps to OKX's limits by a clock that runs ahead. Each call takes the limiter's whole way, and none waits: a
 * benchmark would otherwise measure OKX's ten balances in two seconds.
 */
public final class HurriedConnector {
    private static final long NANOS_A_CALL_OF_AN_ACCOUNT = 400_000_000;

    private final AtomicLong calls = new AtomicLong();
    private final int accounts;

    /** Made for calls that go round these accounts. Take as many as there are threads: a call under way has ten seconds. */
    public HurriedConnector(int accounts) {
        this.accounts = accounts;
    }

    /** The public builder, with that clock. */
    public ExchangeConnectorBuilder builder() {
        return ExchangeConnector.okx()
                .pipeline((transport, clock) -> new OkxCalls(transport, seams(clock), new Pacing()));
    }

    /** To be asked before each call: the account whose turn it is. */
    public int nextAccount() {
        return (int) (calls.incrementAndGet() % accounts);
    }

    private CallSeams seams(Clock clock) {
        CallSeams system = CallSeams.system(clock);
        return new CallSeams(
                clock,
                () -> System.nanoTime() + calls.get() * NANOS_A_CALL_OF_AN_ACCOUNT / accounts,
                system.sleeper(),
                system.random());
    }
}
