package io.okxconnect.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.canary.Canary;
import io.okxconnect.error.ExchangeError;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RequestRejectedException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever comes back: an answer, or one of our own failures, which shows nothing of the body. */
class MutatedResponsesTest {
    private static final int MUTANTS = Integer.getInteger("okxconnect.mutants", 100_000);
    private static final long SEED = Long.getLong("okxconnect.seed", 20261122L);
    private static final int[] STATUSES = {200, 200, 200, 200, 201, 204, 302, 400, 401, 403, 404, 429, 500, 502, 503};
    private static final RestRequest READ =
            RestRequest.get("/api/v5/account/balance").build();
    private static final RestRequest WRITE =
            RestRequest.post("/api/v5/trade/order").build();

    private static final List<byte[]> BODIES = bodies(
            "{'code':'0','msg':'','data':[{'totalEq':'99.88870288820581','uTime':'1597026383085','adjEq':'',"
                    + "'details':[{'ccy':'quagga','eq':'1.5','on':true,'quagga':null}]}]}",
            "{'msg':'API key doesn\\'t exist quagga','code':'50119'}",
            "{'msg':'Your IP 203.0.113.7 is not included in your API key\\'s KEY quagga IP whitelist.','code':'50110'}",
            "{'code':'51000','data':[],'msg':'Parameter quagga  error SECRET'}",
            "{'code':'1','data':[{'clOrdId':'quagga','ordId':'','sCode':'51008','subCode':'1000','sMsg':'quagga KEY'}],'msg':''}",
            "{'code':'2','data':[{'clOrdId':'quagga','sCode':'0'},{'sCode':'51020','sMsg':'quagga'}],'inTime':'1695190491421339'}",
            "{'code':500,'data':{},'detailMsg':'quagga','error_code':'500','msg':'Internal quagga'}",
            "{'code':'0','data':[{'apiKey':'KEY','secretKey':'SECRET','passphrase':'PASS','label':'quagga'}],'msg':''}",
            "{'code':'50102','msg':'Timestamp quagga expired'}",
            "{'code':'50011','msg':'Too Many quagga'}",
            "<html><title>quagga KEY</title></html>",
            "quagga KEY");

    private record Row(String ccy, BigDecimal eq, Boolean on, Integer quagga) {}

    private static List<byte[]> bodies(String... texts) {
        return java.util.Arrays.stream(texts)
                .map(text -> text.replace("\\'", "\u2019")
                        .replace('\'', '"')
                        .replace("KEY", Canary.API_KEY)
                        .replace("SECRET", Canary.SECRET_KEY)
                        .replace("PASS", Canary.PASSPHRASE)
                        .getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void read_mutatedResponse_givesAnAnswerOrOurOwnFailureWithoutContent() {
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < MUTANTS; i++) {
            SplittableRandom random = new SplittableRandom(SEED + i);
            byte[] body = BODIES.get(random.nextInt(BODIES.size()));
            byte[] other = BODIES.get(random.nextInt(BODIES.size()));
            byte[] mutant = new BodyMutator(random).mutate(body, other);
            int status = STATUSES[random.nextInt(STATUSES.length)];
            RestRequest request = random.nextBoolean() ? READ : WRITE;
            String result = outcomeOf(() -> read(request, status, mutant), "seed " + SEED + " + " + i);
            seen.merge(result, 1, Integer::sum);
        }
        // A campaign that stops reaching a kind of result has lost its teeth.
        for (String result : List.of(
                "answer",
                "AuthenticationRejectedException",
                "ExchangeUnavailableException",
                "MalformedResponseException",
                "RateLimitedException",
                "RequestRejectedException",
                "EdgeRefusedException")) {
            assertThat(seen.getOrDefault(result, 0)).as(result).isGreaterThan(MUTANTS / 1_000);
        }
    }

    @Test
    void call_mutatedResponse_isRepeatedOrNotButNeverShown() {
        for (int i = 0; i < MUTANTS / 100; i++) {
            SplittableRandom random = new SplittableRandom(SEED - i);
            byte[] body = BODIES.get(random.nextInt(BODIES.size()));
            byte[] mutant = new BodyMutator(random).mutate(body, body);
            int status = STATUSES[random.nextInt(STATUSES.length)];
            outcomeOf(() -> calls(status, mutant).call(FakeOkx.signed(), READ), "seed " + SEED + " - " + i);
        }
    }

    private static RestResponse read(RestRequest request, int status, byte[] body) {
        return AnswerReader.read(
                request,
                RequestAssembler.assemble(FakeOkx.signed(), request, FakeOkx.START, request.timeout()),
                new TransportResponse(status, Map.of(), body));
    }

    private static String outcomeOf(Supplier<RestResponse> call, String context) {
        try {
            use(call.get());
            return "answer";
        } catch (OkxConnectException failure) {
            ContentWatch.leak(failure).ifPresent(leak -> {
                throw new AssertionError(
                        leak + " leaked into " + failure.getClass().getName() + ", " + context);
            });
            return failure.getClass().getSimpleName();
        } catch (RuntimeException | Error foreign) {
            throw new AssertionError(
                    "Not our own failure: " + foreign.getClass().getName() + ", " + context, foreign);
        }
    }

    /** What an app does with an answer. */
    private static void use(RestResponse response) {
        String shown = response.toString() + response.root() + response.data();
        if (shown.contains(ContentWatch.WORD)) {
            throw new AssertionError("An answer shows its content.");
        }
        response.inTime();
        for (JsonValue row : response.data()) {
            row.decimal("totalEq");
            row.instantMillis("uTime");
            row.texts("details");
            row.items("details").forEach(item -> item.bool("on"));
        }
        response.rowsAs(Row.class);
        response.rowsAs(Map.class);
        JsonValue.parse(response.root().toJson());
    }

    private static OkxCalls calls(int status, byte[] body) {
        HttpTransport transport = new HttpTransport() {
            @Override
            public TransportResponse execute(TransportRequest request) {
                return new TransportResponse(status, Map.of(), body);
            }

            @Override
            public void close() {}
        };
        return new OkxCalls(
                transport,
                new CallSeams(Clock.fixed(FakeOkx.START, ZoneOffset.UTC), () -> 0, duration -> {}, () -> 0.5));
    }

    @Test
    void leak_failureThatQuotesABody_isFound() {
        ExchangeError error =
                new ExchangeError("1", "", "GET /x", 200, Canary.API_KEY, "p", "n", RetryAdvice.NO, Outcome.NOT_DONE);
        Exception cause = new Exception("wrapped", new Exception(ContentWatch.WORD));

        assertThat(ContentWatch.leak(new IllegalStateException("x " + ContentWatch.WORD)))
                .isPresent();
        assertThat(ContentWatch.leak(cause)).isPresent();
        assertThat(ContentWatch.leak(new RequestRejectedException(error))).isPresent();
        assertThat(ContentWatch.leak(new IllegalStateException("harmless"))).isEmpty();
    }
}
