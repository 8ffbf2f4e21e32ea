package io.okxconnect.benchmarks.signing;

import com.binance.connector.client.utils.signaturegenerator.HmacSignatureGenerator;
import io.okxconnect.credential.Secret;
import io.okxconnect.signing.HmacSha256Signer;
import io.okxconnect.signing.SigningTimestamp;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import si.mazi.rescu.RestInvocation;

/** A timestamp of now and the signature of a call with it. All threads sign for one account. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SigningBenchmark {
    private final HmacSha256Signer ours = HmacSha256Signer.of(Secret.of(Requests.SECRET_KEY));
    private final XChangeSigner xchange = new XChangeSigner();
    private final RestInvocation balance = XChangeSigner.invocation("balance", XChangeSigner.timestamp());
    private final RestInvocation order = XChangeSigner.invocation("order", XChangeSigner.timestamp());
    private final HmacSignatureGenerator binance = new HmacSignatureGenerator(Requests.SECRET_KEY);

    @Benchmark
    public String getOkxConnect() {
        return ours.sign(
                SigningTimestamp.iso(Requests.CLOCK.instant()), "GET", Requests.BALANCE_PATH, Requests.NO_BODY);
    }

    @Benchmark
    public String getNaive() {
        return NaiveSigner.sign(
                Requests.SECRET_KEY, NaiveSigner.timestamp(Requests.CLOCK.instant()), "GET", Requests.BALANCE_PATH, "");
    }

    /** The header that XChange signs is of before; a timestamp is made beside it, so that the work is the same. */
    @Benchmark
    public int getXChange() {
        return XChangeSigner.timestamp().length() + xchange.sign(balance).length();
    }

    /** Binance signs a query with a number of milliseconds and writes hex. */
    @Benchmark
    public String getBinance() {
        return binance.getSignature("recvWindow=5000&omitZeroBalances=false&timestamp=" + Requests.CLOCK.millis());
    }

    @Benchmark
    public String postOkxConnect() {
        return ours.sign(
                SigningTimestamp.iso(Requests.CLOCK.instant()), "POST", Requests.ORDER_PATH, Requests.ORDER_BYTES);
    }

    @Benchmark
    public String postNaive() {
        return NaiveSigner.sign(
                Requests.SECRET_KEY,
                NaiveSigner.timestamp(Requests.CLOCK.instant()),
                "POST",
                Requests.ORDER_PATH,
                Requests.ORDER_BODY);
    }

    @Benchmark
    public int postXChange() {
        return XChangeSigner.timestamp().length() + xchange.sign(order).length();
    }

    @Benchmark
    public String postBinance() {
        return binance.getSignature("symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.02&price=67123.4"
                + "&newClientOrderId=b15&recvWindow=5000&timestamp=" + Requests.CLOCK.millis());
    }
}
