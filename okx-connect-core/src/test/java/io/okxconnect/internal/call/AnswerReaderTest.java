package io.okxconnect.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.okxconnect.canary.Canary;
import io.okxconnect.error.AccountStateException;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.ErrorCatalogue;
import io.okxconnect.error.ErrorMeaning;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.ExchangeUnavailableException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.PermissionDeniedException;
import io.okxconnect.error.RateLimitedException;
import io.okxconnect.error.RequestRejectedException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.error.TransportException;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The traps of OKX's envelope: contract cases 11 to 19 and 38 to 44. */
class AnswerReaderTest {
    private static final RestRequest READ =
            RestRequest.get("/api/v5/account/config").build();
    private static final RestRequest ORDER =
            RestRequest.post("/api/v5/trade/order").build();
    private static final RestRequest BATCH =
            RestRequest.post("/api/v5/trade/batch-orders").build();
    private static final RestRequest PRECHECK = RestRequest.get("/api/v5/account/set-account-switch-precheck")
            .query("acctLv", "2")
            .build();

    private static RestResponse read(RestRequest request, int status, String body) {
        return AnswerReader.read(
                request,
                RequestAssembler.assemble(FakeOkx.signed(), request, FakeOkx.START, request.timeout()),
                FakeOkx.response(status, java.util.Map.of(), body));
    }

    private static <T extends OkxConnectException> T refusal(
            Class<T> type, RestRequest request, int status, String body) {
        T refusal = catchThrowableOfType(type, () -> read(request, status, body));
        assertThat(refusal).isNotNull().hasNoCause();
        return refusal;
    }

    @Test
    void read_unknownKey_isRefusedWithoutData() {
        ExchangeException e = refusal(
                AuthenticationRejectedException.class,
                READ,
                401,
                "{\"msg\":\"API key doesn't exist\",\"code\":\"50119\"}");

        assertThat(e.code()).isEqualTo("50119");
        assertThat(e.isRetryable()).isFalse();
        assertThat(e.nextStep()).contains("site");
        assertThat(e.error().serverMessage()).isEqualTo("API key doesn't exist");
        assertThat(e.httpStatus()).isEqualTo(401);
        assertThat(e.endpoint()).isEqualTo("GET /api/v5/account/config");
    }

    @Test
    void read_missingPermission_isNoBadCredential() {
        refusal(
                PermissionDeniedException.class,
                READ,
                401,
                "{\"msg\":\"This API key doesn't have permission to use this function\",\"code\":\"50120\"}");
    }

    @Test
    void read_ipNotListed_showsTheAddressAndMasksTheKey() {
        AuthenticationRejectedException e = refusal(
                AuthenticationRejectedException.class,
                READ,
                401,
                "{\"msg\":\"Your IP 203.0.113.7 is not included in your API key's " + Canary.API_KEY
                        + " IP whitelist.\",\"code\":\"50110\"}");

        assertThat(e.callerIp()).contains("203.0.113.7");
        assertThat(e.error().serverMessage()).contains("203.0.113.7", "***").doesNotContain(Canary.API_KEY);
        assertThat(e.toString() + e.error()).doesNotContain(Canary.API_KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 429})
    void read_tooManyCalls_isRateLimitedUnderAnyStatus(int status) {
        RateLimitedException e = refusal(
                RateLimitedException.class, ORDER, status, "{\"msg\":\"Too Many Requests\",\"code\":\"50011\"}");

        assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(e.isRetryable()).isTrue();
    }

    @Test
    void read_maintenance_isRetryableAndPointsToTheStatus() {
        ExchangeUnavailableException e =
                refusal(ExchangeUnavailableException.class, READ, 503, "{\"code\":\"50001\",\"msg\":\"\",\"data\":[]}");

        assertThat(e.isRetryable()).isTrue();
        assertThat(e.nextStep()).contains("/api/v5/system/status");
    }

    @Test
    void read_htmlUnder403_isTheEdgeAndNotTheKey() {
        TransportException e = refusal(TransportException.class, READ, 403, "<html>Access denied 1020</html>");

        assertThat(e.getMessage()).contains("403").doesNotContain("1020");
        assertThat(refusal(TransportException.class, ORDER, 403, "<html>").outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void read_numericCodeWithObjectData_isAServerError() {
        String body = "{\"code\":500,\"data\":{},\"detailMsg\":\"\",\"error_code\":\"500\","
                + "\"error_message\":\"Internal Server Error\",\"msg\":\"Internal Server Error\"}";

        assertThat(refusal(ExchangeUnavailableException.class, READ, 200, body).isRetryable())
                .isTrue();
        assertThat(refusal(ExchangeUnavailableException.class, ORDER, 200, body).outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void read_redirect_isAnErrorEvenWithAGoodBody(int status) {
        TransportException e = refusal(TransportException.class, READ, status, "{\"code\":\"0\",\"data\":[]}");

        assertThat(e.isRetryable()).isFalse();
    }

    @Test
    void read_batchPartlyAccepted_returnsEveryRow() {
        RestResponse response = read(
                BATCH,
                200,
                "{\"code\":\"2\",\"msg\":\"\",\"data\":[{\"clOrdId\":\"a\",\"ordId\":\"1\",\"sCode\":\"0\"},"
                        + "{\"clOrdId\":\"b\",\"sCode\":\"51008\",\"subCode\":\"1000\"},{\"clOrdId\":\"c\",\"sCode\":\"51020\"}]}");

        assertThat(response.data()).extracting(row -> row.requiredText("sCode")).containsExactly("0", "51008", "51020");
        assertThat(response.data().get(1).text("subCode")).contains("1000");
    }

    @Test
    void read_goodRowUnderTopCode1_countsByTheRow() {
        assertThat(read(ORDER, 200, "{\"code\":\"1\",\"data\":[{\"ordId\":\"1\",\"sCode\":\"0\"}]}")
                        .row()
                        .text("ordId"))
                .contains("1");
    }

    @Test
    void read_batchRefusedWhole_prefersARowOfUnknownEffect() {
        ExchangeException e = refusal(
                ExchangeException.class,
                BATCH,
                200,
                "{\"code\":\"1\",\"data\":[{\"sCode\":\"51008\"},{\"sCode\":\"51149\"}]}");

        assertThat(e.code()).isEqualTo("51149");
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void read_refusedSingleOrder_failsByItsRowUnderAnyTopCode(String top) {
        RequestRejectedException e = refusal(
                RequestRejectedException.class,
                ORDER,
                200,
                "{\"code\":\"" + top + "\",\"data\":[{\"clOrdId\":\"\",\"ordId\":\"\",\"sCode\":\"51000\","
                        + "\"sMsg\":\"Parameter posSide  error\"}],\"msg\":\"Operation failed.\"}");

        assertThat(e.code()).isEqualTo("51000");
        assertThat(e.nextStep()).contains("position mode");
        assertThat(e.error().serverMessage()).isEqualTo("Parameter posSide  error");
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void read_refusedWithoutRows_keepsTheTopCode() {
        assertThat(refusal(RequestRejectedException.class, ORDER, 200, "{\"code\":\"1\",\"data\":[],\"msg\":\"\"}")
                        .code())
                .isEqualTo("1");
    }

    @Test
    void read_partlyAcceptedWithoutRows_isUnknown() {
        assertThat(refusal(RequestRejectedException.class, BATCH, 200, "{\"code\":\"2\",\"data\":[]}")
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void read_acceptedOrderWithText_isASuccess() {
        RestResponse response = read(
                ORDER,
                200,
                "{\"code\":\"0\",\"data\":[{\"ordId\":\"1\",\"sCode\":\"0\",\"sMsg\":\"Order placed\"}],\"msg\":\"\"}");

        assertThat(response.row().text("ordId")).contains("1");
    }

    @Test
    void read_subCode_isKeptApart() {
        ExchangeException top = refusal(
                RequestRejectedException.class, ORDER, 200, "{\"code\":\"51008_1000\",\"data\":[],\"msg\":\"\"}");
        ExchangeException row = refusal(
                RequestRejectedException.class,
                ORDER,
                200,
                "{\"code\":\"1\",\"data\":[{\"sCode\":\"51008\",\"subCode\":\"1001\"}]}");

        assertThat(top.code() + " " + top.error().subCode()).isEqualTo("51008 1000");
        assertThat(row.code() + " " + row.error().subCode()).isEqualTo("51008 1001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "3", "4"})
    void read_precheck_sCodeIsTheAnswer(String sCode) {
        RestResponse response = read(
                PRECHECK,
                200,
                "{\"code\":\"0\",\"data\":[{\"sCode\":\"" + sCode
                        + "\",\"unmatchedInfoCheck\":[{\"type\":\"repay_borrowings\"}],\"mgnBf\":null}],\"msg\":\"\"}");

        assertThat(response.row().text("sCode")).contains(sCode);
    }

    @Test
    void read_precheckWithoutQuestionnaire_pointsToTheWebPage() {
        AccountStateException e =
                refusal(AccountStateException.class, PRECHECK, 200, "{\"code\":\"51070\",\"data\":[],\"msg\":\"\"}");

        assertThat(e.nextStep()).contains("OKX").contains("trading settings");
    }

    @Test
    void read_gatewayAnswerWithoutCode_isMalformedUnder200() {
        assertThat(refusal(MalformedResponseException.class, ORDER, 200, "{\"lever\":\"5\"}")
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void read_successUnderAFailureStatus_isMalformed() {
        refusal(MalformedResponseException.class, READ, 500, "{\"code\":\"0\",\"data\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "99999, 200, RequestRejectedException, UNKNOWN",
        "51999, 200, RequestRejectedException, NOT_DONE",
        "51999, 500, ExchangeUnavailableException, UNKNOWN",
        "50999, 401, AuthenticationRejectedException, NOT_DONE",
        "50999, 403, PermissionDeniedException, UNKNOWN",
        "50999, 429, RateLimitedException, UNKNOWN"
    })
    void read_codeOutsideTheCatalogue_isJudgedBySide(String code, int status, String type, Outcome outcome) {
        ExchangeException e =
                refusal(ExchangeException.class, ORDER, status, "{\"code\":\"" + code + "\",\"data\":[]}");

        assertThat(e.getClass().getSimpleName()).isEqualTo(type);
        assertThat(e.outcome()).isEqualTo(outcome);
        assertThat(e.retryAdvice() == RetryAdvice.ASK).isEqualTo(outcome == Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"429, RateLimitedException", "500, ExchangeUnavailableException", "502, ExchangeUnavailableException"})
    void read_noEnvelope_isJudgedByStatus(int status, String type) {
        for (String body : new String[] {"", "<html>", "{}", "[1]"}) {
            ExchangeException e = refusal(ExchangeException.class, ORDER, status, body);
            assertThat(e.getClass().getSimpleName()).isEqualTo(type);
            assertThat(e.code()).isEmpty();
            assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    static Stream<ErrorMeaning> catalogue() {
        return ErrorCatalogue.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("catalogue")
    void read_everyCodeOfTheCatalogue_becomesItsException(ErrorMeaning row) {
        String body = "{\"code\":\"" + row.code() + "\",\"msg\":\"text\"}";
        Class<? extends ExchangeException> type = switch (row.kind()) {
            case AUTHENTICATION -> AuthenticationRejectedException.class;
            case PERMISSION -> PermissionDeniedException.class;
            case RATE_LIMIT -> RateLimitedException.class;
            case UNAVAILABLE -> ExchangeUnavailableException.class;
            case ACCOUNT_STATE -> AccountStateException.class;
            case REJECTED -> RequestRejectedException.class;
        };
        ExchangeException onRead = refusal(type, READ, 200, body);
        ExchangeException onWrite = refusal(type, ORDER, 200, body);

        assertThat(onRead.retryAdvice()).isEqualTo(row.retryAdvice());
        assertThat(onRead.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(onWrite.outcome()).isEqualTo(row.writeOutcome());
        assertThat(onWrite.isRetryable())
                .isEqualTo(row.retryAdvice() == RetryAdvice.WAIT && row.writeOutcome() == Outcome.NOT_DONE);
        assertThat(onRead.getMessage()).contains(row.code(), row.problem(), row.nextStep());
    }
}
