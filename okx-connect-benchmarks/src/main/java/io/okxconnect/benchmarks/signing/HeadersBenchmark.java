package io.okxconnect.benchmarks.signing;

import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.internal.call.ApiKeyHeaders;
import io.okxconnect.signing.SigningTimestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** All headers of a signed read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HeadersBenchmark {
    private final ApiKeyHeaders ours =
            ApiKeyHeaders.of(ApiKeyCredential.of(Requests.API_KEY, Requests.SECRET_KEY, Requests.PASSPHRASE));

    @Benchmark
    public Map<String, String> headersOkxConnect() {
        return ours.headers(
                SigningTimestamp.iso(Requests.CLOCK.instant()), "GET", Requests.BALANCE_PATH, Requests.NO_BODY);
    }

    @Benchmark
    public Map<String, String> headersNaive() {
        String timestamp = NaiveSigner.timestamp(Requests.CLOCK.instant());
        Map<String, String> headers = new HashMap<>();
        headers.put("OK-ACCESS-KEY", Requests.API_KEY);
        headers.put(
                "OK-ACCESS-SIGN", NaiveSigner.sign(Requests.SECRET_KEY, timestamp, "GET", Requests.BALANCE_PATH, ""));
        headers.put("OK-ACCESS-TIMESTAMP", timestamp);
        headers.put("OK-ACCESS-PASSPHRASE", Requests.PASSPHRASE);
        return headers;
    }
}
