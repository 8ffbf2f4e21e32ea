package io.okxconnect.benchmarks.parsing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.Balance;
import io.okxconnect.benchmarks.Samples;
import io.okxconnect.error.Outcome;
import io.okxconnect.rest.RestResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.knowm.xchange.okex.dto.OkexResponse;
import org.knowm.xchange.okex.dto.account.OkexAccountConfig;
import org.knowm.xchange.okex.dto.account.OkexWalletBalance;
import org.knowm.xchange.okex.dto.marketdata.OkexInstrument;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The bytes of an answer, checked and made into values. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ParsingBenchmark {
    private static final TypeReference<OkexResponse<List<OkexWalletBalance>>> XCHANGE_BALANCE =
            new TypeReference<>() {};
    private static final TypeReference<OkexResponse<List<OkexAccountConfig>>> XCHANGE_CONFIG = new TypeReference<>() {};
    private static final TypeReference<OkexResponse<List<OkexInstrument>>> XCHANGE_INSTRUMENTS =
            new TypeReference<>() {};

    private final byte[] balance3 = Samples.balance(3);
    private final byte[] balance60 = Samples.balance(60);
    private final byte[] config = Samples.config();
    private final byte[] instruments = Samples.instruments(2_000_000);

    private static RestResponse read(byte[] body) {
        return RestResponse.read("GET /benchmark", 200, Outcome.NOT_DONE, body);
    }

    @Benchmark
    public Balance balance3OkxConnect() {
        return Balance.fromJson(read(balance3).row());
    }

    @Benchmark
    public HandBalance balance3Hand() throws IOException {
        return HandBalance.MAPPER.readValue(balance3, HandBalance.class);
    }

    @Benchmark
    public Object balance3XChange() throws IOException {
        return HandBalance.MAPPER.readValue(balance3, XCHANGE_BALANCE);
    }

    @Benchmark
    public Balance balance60OkxConnect() {
        return Balance.fromJson(read(balance60).row());
    }

    @Benchmark
    public HandBalance balance60Hand() throws IOException {
        return HandBalance.MAPPER.readValue(balance60, HandBalance.class);
    }

    @Benchmark
    public Object balance60XChange() throws IOException {
        return HandBalance.MAPPER.readValue(balance60, XCHANGE_BALANCE);
    }

    @Benchmark
    public AccountConfig configOkxConnect() {
        return AccountConfig.fromJson(read(config).row());
    }

    @Benchmark
    public JsonNode configHand() throws IOException {
        return HandBalance.MAPPER.readTree(config);
    }

    @Benchmark
    public Object configXChange() throws IOException {
        return HandBalance.MAPPER.readValue(config, XCHANGE_CONFIG);
    }

    @Benchmark
    public RestResponse instrumentsOkxConnect() {
        return read(instruments);
    }

    @Benchmark
    public JsonNode instrumentsHand() throws IOException {
        return HandBalance.MAPPER.readTree(instruments);
    }

    @Benchmark
    public Object instrumentsXChange() throws IOException {
        return HandBalance.MAPPER.readValue(instruments, XCHANGE_INSTRUMENTS);
    }
}
