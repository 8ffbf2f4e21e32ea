package io.okxconnect.benchmarks.calls;

import java.math.BigDecimal;
import java.net.URI;

/** A client that reads the balance of one of its accounts. Safe for use by many threads. */
interface BalanceClient {
    /** The total equity of one of the accounts, from a call of its own. */
    BigDecimal totalEquity(int thread) throws Exception;

    /** A client with so many accounts, made as its users would make it for so many threads. */
    static BalanceClient of(Candidate candidate, URI okx, int threads, int accounts) {
        return switch (candidate) {
            case OKX_CONNECT -> {
                OkxConnectClient client = new OkxConnectClient(okx, threads, accounts);
                client.openAll();
                yield client;
            }
            case HAND -> new HandClient(okx, threads);
            case XCHANGE -> new XChangeClient(okx, accounts);
        };
    }
}
