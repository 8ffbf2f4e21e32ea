package io.okxconnect.benchmarks.calls;

import io.okxconnect.benchmarks.parsing.HandBalance;
import io.okxconnect.benchmarks.signing.NaiveSigner;
import io.okxconnect.benchmarks.signing.Requests;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

/** What a good engineer writes in an afternoon: Apache HttpClient 5 with its defaults, a new Mac a call, Jackson into a record. */
final class HandClient implements BalanceClient {
    private final CloseableHttpClient http;
    private final URI uri;

    HandClient(URI okx, int threads) {
        uri = okx.resolve(Requests.BALANCE_PATH);
        // Its default of five connections to a host would only measure the wait for one.
        http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(threads)
                        .setMaxConnTotal(threads)
                        .build())
                .build();
    }

    @Override
    public BigDecimal totalEquity(int thread) throws IOException {
        String timestamp = NaiveSigner.timestamp(Instant.now());
        HttpGet get = new HttpGet(uri);
        get.setHeader("OK-ACCESS-KEY", Requests.API_KEY);
        get.setHeader(
                "OK-ACCESS-SIGN", NaiveSigner.sign(Requests.SECRET_KEY, timestamp, "GET", Requests.BALANCE_PATH, ""));
        get.setHeader("OK-ACCESS-TIMESTAMP", timestamp);
        get.setHeader("OK-ACCESS-PASSPHRASE", Requests.PASSPHRASE);
        get.setHeader("Content-Type", "application/json");
        HandBalance balance = http.execute(
                get, answer -> HandBalance.MAPPER.readValue(answer.getEntity().getContent(), HandBalance.class));
        if (!balance.code().equals("0")) {
            throw new IOException(balance.msg());
        }
        return balance.data().get(0).totalEq();
    }
}
