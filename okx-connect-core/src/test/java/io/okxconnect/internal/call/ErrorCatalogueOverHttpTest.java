package io.okxconnect.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.error.AccountStateException;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.ErrorCatalogue;
import io.okxconnect.error.ErrorKind;
import io.okxconnect.error.ErrorMeaning;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.ExchangeUnavailableException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.PermissionDeniedException;
import io.okxconnect.error.RateLimitedException;
import io.okxconnect.error.RequestRejectedException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.internal.http.HttpClientTransport;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxFault;
import io.okxconnect.testkit.SandboxFaultPlan;
import io.okxconnect.testkit.SandboxKeyRequest;
import io.okxconnect.testkit.SandboxSite;
import io.okxconnect.testkit.SandboxSwitch;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the catalogue, and codes that are not in it, served by a sandbox over real sockets. */
class ErrorCatalogueOverHttpTest {
    private static final String CLOCK_EXPIRED = "50102";
    private static final long SEED = 20261122;
    private static final int[] STATUSES = {200, 400, 401, 403, 404, 405, 410, 429, 500, 502, 503};
    private static final RestRequest READ =
            RestRequest.get("/api/v5/account/config").build();
    private static final RestRequest WRITE = RestRequest.post("/api/v5/trade/order")
            .body(Map.of("instId", "BTC-USDT", "tdMode", "cash", "side", "buy", "ordType", "market", "sz", "1"))
            .build();

    private static HttpClientTransport transport;
    private static OkxSandbox okx;
    private static ApiKeyHeaders key;
    private static CallTarget target;
    private static OkxCalls calls;

    @BeforeAll
    static void start() {
        transport = HttpClientTransport.builder().build();
        okx = OkxSandbox.builder()
                .seed(3)
                .sites(SandboxSite.GLOBAL)
                .with(SandboxSwitch.RATE_LIMITS_OFF)
                .start();
        okx.clock().stopAt(Instant.parse("2026-11-22T12:00:00Z"));
        SandboxApiKey made = okx.createUser("alice")
                .createApiKey(SandboxKeyRequest.named("key")
                        .environment(SandboxEnvironment.DEMO)
                        .passphrase(Canary.PASSPHRASE)
                        .read()
                        .trade());
        key = ApiKeyHeaders.of(ApiKeyCredential.of(made.apiKey(), made.secretKey(), made.passphrase()));
        target = new CallTarget(Site.custom("sandbox", okx.uri()), TradingEnvironment.DEMO, key);
        calls = new OkxCalls(transport, new CallSeams(okx.clock(), System::nanoTime, wait -> {}, () -> 0.5));
    }

    @AfterEach
    void disarm() {
        okx.faults().clear();
    }

    @AfterAll
    static void stop() {
        key.close();
        transport.close();
        okx.close();
    }

    /** A call that is answered with a fault, and how often it was sent. */
    private record Refused(OkxConnectException failure, int sent) {
        ExchangeException refusal() {
            assertThat(failure).isInstanceOf(ExchangeException.class);
            return (ExchangeException) failure;
        }
    }

    private static Refused refused(RestRequest request, Function<SandboxFaultPlan, SandboxFault> answer) {
        String[] endpoint = request.endpoint().split(" ");
        SandboxFault fault =
                answer.apply(okx.faults().on(endpoint[0], endpoint[1]).always());
        OkxConnectException failure =
                catchThrowableOfType(OkxConnectException.class, () -> calls.call(target, request));
        fault.disarm();
        assertThat(failure).isNotNull();
        return new Refused(failure, fault.hits());
    }

    static Stream<Arguments> rowsAndStatuses() {
        return ErrorCatalogue.all().stream()
                .flatMap(row -> statuses(row).stream().map(status -> Arguments.of(row.code(), status, row)));
    }

    /** Where OKX's docs name no status: as most codes come. */
    private static SortedSet<Integer> statuses(ErrorMeaning row) {
        return row.httpStatuses().isEmpty() ? new TreeSet<>(Set.of(200)) : row.httpStatuses();
    }

    private static Class<? extends ExchangeException> typeOf(ErrorKind kind) {
        return switch (kind) {
            case AUTHENTICATION -> AuthenticationRejectedException.class;
            case PERMISSION -> PermissionDeniedException.class;
            case RATE_LIMIT -> RateLimitedException.class;
            case UNAVAILABLE -> ExchangeUnavailableException.class;
            case ACCOUNT_STATE -> AccountStateException.class;
            case REJECTED -> RequestRejectedException.class;
        };
    }

    @ParameterizedTest(name = "{0} under HTTP {1}")
    @MethodSource("rowsAndStatuses")
    void call_refusedRead_arrivesAsItsClassWithItsRetryRule(String code, int status, ErrorMeaning row) {
        Refused read = refused(READ, fault -> fault.code(status, code, "some text"));

        assertRow(read.refusal(), row, status);
        assertThat(read.failure().retryAdvice()).isEqualTo(row.retryAdvice());
        assertThat(read.failure().outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(read.failure().isRetryable()).isEqualTo(row.retryAdvice() == RetryAdvice.WAIT);
        int repeats = row.retryAdvice() == RetryAdvice.WAIT ? Repeats.MAX_ATTEMPTS : 1;
        assertThat(read.sent()).isEqualTo(code.equals(CLOCK_EXPIRED) ? 2 : repeats);
    }

    @ParameterizedTest(name = "{0} under HTTP {1}")
    @MethodSource("rowsAndStatuses")
    void call_refusedWrite_arrivesAsItsClassAndIsSentOnce(String code, int status, ErrorMeaning row) {
        assertWrite(refused(WRITE, fault -> fault.code(status, code, "some text")), row, status);
    }

    /** As OKX refuses a single order: top code 1 under HTTP 200, the telling code in the row. */
    @ParameterizedTest(name = "{0} in a row")
    @MethodSource("io.okxconnect.error.ErrorCatalogue#all")
    void call_refusedOrderRow_arrivesAsItsClassAndIsSentOnce(ErrorMeaning row) {
        String body = "{\"code\":\"1\",\"data\":[{\"clOrdId\":\"\",\"ordId\":\"\",\"sCode\":\"" + row.code()
                + "\",\"sMsg\":\"some text\",\"tag\":\"\"}],\"msg\":\"\"}";

        assertWrite(refused(WRITE, fault -> fault.body(body)), row, 200);
    }

    private static void assertWrite(Refused write, ErrorMeaning row, int status) {
        boolean unknown = row.writeOutcome() == Outcome.UNKNOWN;

        assertRow(write.refusal(), row, status);
        assertThat(write.failure().retryAdvice()).isEqualTo(unknown ? RetryAdvice.ASK : row.retryAdvice());
        assertThat(write.failure().outcome()).isEqualTo(row.writeOutcome());
        assertThat(write.failure().isRetryable()).isEqualTo(!unknown && row.retryAdvice() == RetryAdvice.WAIT);
        assertThat(write.sent()).isEqualTo(1);
    }

    private static void assertRow(ExchangeException refusal, ErrorMeaning row, int status) {
        assertThat(refusal).isExactlyInstanceOf(typeOf(row.kind()));
        assertThat(refusal.code()).isEqualTo(row.code());
        assertThat(refusal.httpStatus()).isEqualTo(status);
        assertThat(refusal.error().problem()).isEqualTo(row.problem());
        assertThat(refusal.nextStep()).isEqualTo(row.nextStep());
        assertThat(refusal.error().serverMessage()).isEqualTo("some text");
    }

    @Test
    void call_ipNotListed_showsTheAddressAndMasksTheWholeKey() {
        String text = "Your IP 203.0.113.7 is not included in your API key's " + Canary.API_KEY + " IP whitelist.";

        ExchangeException refusal =
                refused(READ, fault -> fault.code(401, "50110", text)).refusal();

        assertThat(((AuthenticationRejectedException) refusal).callerIp()).contains("203.0.113.7");
        assertThat(refusal.error().serverMessage())
                .isEqualTo("Your IP 203.0.113.7 is not included in your API key's *** IP whitelist.");
        assertThat(refusal.toString() + refusal.error() + refusal.nextStep()).doesNotContain(Canary.API_KEY);
    }

    /** WebSocket codes mean nothing in a REST answer: they are taken like any unknown code. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.okxconnect.error.ErrorCatalogue#allWebSocket")
    void call_codeOfAWebSocket_isAnUnknownRefusal(ErrorMeaning row) {
        Refused write = refused(WRITE, fault -> fault.code(200, row.code(), ""));

        assertThat(write.refusal()).isExactlyInstanceOf(RequestRejectedException.class);
        assertThat(write.failure().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(write.refusal().error().problem()).isNotEqualTo(row.problem());
        assertThat(write.sent()).isEqualTo(1);
    }

    @Test
    void call_randomUnknownCodes_failAsOursAndWritesAreSentOnce() {
        Random random = new Random(SEED);
        for (int i = 0; i < 400; i++) {
            String code = randomCode(random);
            int status = STATUSES[random.nextInt(STATUSES.length)];
            String what = "seed " + SEED + ", round " + i + ": code \"" + code + "\" under HTTP " + status;

            Refused read = refused(READ, fault -> fault.code(status, code, "x"));
            Refused write = refused(WRITE, fault -> fault.code(status, code, "x"));

            assertThat(write.sent()).as(what).isEqualTo(1);
            assertThat(read.sent()).as(what).isBetween(1, Repeats.MAX_ATTEMPTS);
            if (code.matches("[1-9]\\d{0,8}")) {
                assertThat(read.refusal().code()).as(what).isEqualTo(code);
                assertThat(write.refusal().code()).as(what).isEqualTo(code);
                assertThat(read.failure().outcome()).as(what).isEqualTo(Outcome.NOT_DONE);
            }
        }
    }

    /** Mostly numbers that OKX might use one day, now and then something that is no code at all. */
    private static String randomCode(Random random) {
        String code = switch (random.nextInt(8)) {
            case 0 -> Integer.toString(1 + random.nextInt(999_999_999));
            case 1 -> Integer.toString(-random.nextInt(1_000_000) - 1);
            case 2 ->
                random.ints(1 + random.nextInt(30), 'A', 'z')
                        .filter(Character::isLetterOrDigit)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .append('x')
                        .toString();
            default -> Integer.toString(50_000 + random.nextInt(15_000));
        };
        return ErrorCatalogue.find(code).isPresent() ? randomCode(random) : code;
    }
}
