package io.okxconnect.internal.call;

import io.okxconnect.error.OkxConnectException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Answers as large as the pipeline lets in (1 MiB), made to cost much. Runs in a JVM of its own with a small heap. */
final class ResponseBombs {
    private static final int MIB = 1024 * 1024;
    private static final RestRequest READ =
            RestRequest.get("/api/v5/account/config").build();
    private static final byte[] GOOD =
            "{\"code\":\"0\",\"data\":[{\"uid\":\"1\"}],\"msg\":\"\"}".getBytes(StandardCharsets.UTF_8);

    private record Whole(BigInteger n) {}

    private ResponseBombs() {}

    /** Prints one line a bomb: its name, and what became of it. */
    public static void main(String[] args) {
        bombs().forEach((name, body) -> {
            String result = detonate(
                    body.get().getBytes(name.equals("utf-16") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8));
            if (!detonate(GOOD).equals("answer")) {
                throw new IllegalStateException("The call after " + name + " failed.");
            }
            System.out.println(name + ": " + result);
        });
    }

    private static String detonate(byte[] body) {
        HttpTransport transport = new HttpTransport() {
            @Override
            public TransportResponse execute(TransportRequest request) {
                return new TransportResponse(200, Map.of(), body);
            }

            @Override
            public void close() {}
        };
        CallSeams seams = new CallSeams(Clock.fixed(FakeOkx.START, ZoneOffset.UTC), () -> 0, wait -> {}, () -> 0);
        try {
            RestResponse response = new OkxCalls(transport, seams).call(FakeOkx.signed(), READ);
            JsonValue.parse(response.root().toJson());
            response.data().forEach(row -> row.decimal("n"));
            response.rowsAs(Whole.class);
            return "answer";
        } catch (OkxConnectException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static Map<String, Supplier<String>> bombs() {
        Map<String, Supplier<String>> bombs = new LinkedHashMap<>();
        bombs.put("deep arrays", () -> "[".repeat(MIB));
        bombs.put("deep objects", () -> "{\"a\":".repeat(MIB / 5));
        bombs.put("deep data", () -> data("[".repeat(MIB / 2 - 100) + "]".repeat(MIB / 2 - 100)));
        bombs.put("long text", () -> data("\"" + "x".repeat(MIB - 100) + "\""));
        bombs.put("endless text", () -> "{\"code\":\"" + "x".repeat(MIB - 100));
        bombs.put("long number", () -> data("9".repeat(MIB - 100)));
        bombs.put("huge exponent", () -> data("{\"n\":1e1000000000}"));
        bombs.put("huge exponent as text", () -> data("{\"n\":\"1e1000000000\"}"));
        bombs.put("long name", () -> data("{\"" + "n".repeat(MIB - 100) + "\":1}"));
        bombs.put("many values", () -> data("[" + "0,".repeat(MIB / 2 - 100) + "0]"));
        bombs.put("many empty arrays", () -> data("[" + "[],".repeat(MIB / 3 - 100) + "[]]"));
        bombs.put("many names", () -> names(i -> "n" + i));
        bombs.put("names of one hash", () -> names(ResponseBombs::collision));
        bombs.put("many equal names", () -> names(i -> "n"));
        bombs.put("escapes", () -> data("\"" + "\\u0000".repeat(MIB / 6 - 100) + "\""));
        bombs.put("white space", () -> " ".repeat(MIB - 100) + "{}");
        bombs.put(
                "long refusal text",
                () -> "{\"code\":\"50110\",\"msg\":\"" + "1.1.1.999 a-a.".repeat(MIB / 15) + "\"}");
        bombs.put("many refused rows", () -> refusedRows(MIB / 34));
        bombs.put("utf-16", () -> data("1"));
        bombs.put("zeros", () -> "\0".repeat(MIB));
        return bombs;
    }

    private static String data(String row) {
        return "{\"code\":\"0\",\"data\":[" + row + "]}";
    }

    private static String refusedRows(int rows) {
        String row = "{\"sCode\":\"51000\",\"sMsg\":\"a\"}";
        return "{\"code\":\"1\",\"data\":[" + (row + ",").repeat(rows) + row + "]}";
    }

    private static String names(java.util.function.IntFunction<String> name) {
        StringBuilder object = new StringBuilder("{");
        for (int i = 0; object.length() < MIB - 200; i++) {
            object.append('"').append(name.apply(i)).append("\":1,");
        }
        return data(object.append("\"end\":1}").toString());
    }

    /** Distinct names with the same String.hashCode, from the pair "Aa" and "BB". */
    private static String collision(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 17; bit++) {
            name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }
}
