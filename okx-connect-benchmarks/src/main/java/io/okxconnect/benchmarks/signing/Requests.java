package io.okxconnect.benchmarks.signing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What is signed: the read that every app makes most, and a limit order. The key is made up. */
public final class Requests {
    public static final String API_KEY = "0f1e2d3c-4b5a-4678-9abc-def012345678";
    public static final String SECRET_KEY = "0123456789ABCDEF0123456789ABCDEF";
    public static final String PASSPHRASE = "Benchmark1!phrase";

    public static final String BALANCE_PATH = "/api/v5/account/balance";
    public static final String ORDER_PATH = "/api/v5/trade/order";
    public static final String ORDER_BODY =
            "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"isolated\",\"clOrdId\":\"b15\",\"side\":\"buy\","
                    + "\"ordType\":\"limit\",\"px\":\"67123.4\",\"sz\":\"2\"}";
    static final byte[] NO_BODY = new byte[0];
    static final byte[] ORDER_BYTES = ORDER_BODY.getBytes(StandardCharsets.UTF_8);

    /** As good engineers write it in an afternoon. */
    static final DateTimeFormatter FORMATTER =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    static final Clock CLOCK = Clock.systemUTC();

    private Requests() {}

    /** How many bytes are hashed for a read. */
    public static int bytesOfGet() {
        return "2020-12-08T09:08:57.715Z".length() + "GET".length() + BALANCE_PATH.length();
    }

    /** How many bytes are hashed for an order. */
    public static int bytesOfPost() {
        return "2020-12-08T09:08:57.715Z".length() + "POST".length() + ORDER_PATH.length() + ORDER_BYTES.length;
    }
}
