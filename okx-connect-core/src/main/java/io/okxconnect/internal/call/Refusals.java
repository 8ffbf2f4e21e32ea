package io.okxconnect.internal.call;

import io.okxconnect.error.AccountStateException;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.ErrorCatalogue;
import io.okxconnect.error.ExchangeError;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.ExchangeUnavailableException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.PermissionDeniedException;
import io.okxconnect.error.RateLimitedException;
import io.okxconnect.error.RequestRejectedException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.rest.HttpMethod;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.spi.TransportResponse;
import java.time.Duration;

/** Makes the typed exception of a refusal: by OKX's code where there is one, else by the HTTP status. */
final class Refusals {
    private static final String IP_NOT_LISTED = "50110";

    private Refusals() {}

    static ExchangeException byCode(RestRequest request, TransportResponse answer, RefusalFacts facts) {
        Verdict verdict = ErrorCatalogue.find(facts.code())
                .map(Verdict::of)
                .orElseGet(() -> UnknownCodes.verdict(facts.code(), answer.status()));
        return exception(verdict, request, answer, facts);
    }

    /** For an answer without a code: an HTML page, or JSON of some other server. */
    static ExchangeException byStatus(RestRequest request, TransportResponse answer) {
        Verdict verdict = UnknownCodes.verdict("", answer.status());
        return exception(verdict, request, answer, RefusalFacts.NONE);
    }

    private static ExchangeException exception(
            Verdict verdict, RestRequest request, TransportResponse answer, RefusalFacts facts) {
        boolean write = request.method() != HttpMethod.GET;
        Outcome outcome = write ? verdict.writeOutcome() : Outcome.NOT_DONE;
        RetryAdvice advice = outcome == Outcome.UNKNOWN ? RetryAdvice.ASK : verdict.retryAdvice();
        String ip = facts.code().equals(IP_NOT_LISTED) ? ServerText.ipAddress(facts.serverText()) : "";
        ExchangeError error = new ExchangeError(
                facts.code(),
                facts.subCode(),
                request.endpoint(),
                answer.status(),
                facts.serverText(),
                verdict.problem(),
                ip.isEmpty() ? verdict.nextStep() : verdict.nextStep() + " OKX saw this call come from " + ip + ".",
                advice,
                outcome);
        return switch (verdict.kind()) {
            case AUTHENTICATION -> new AuthenticationRejectedException(error, ip.isEmpty() ? null : ip);
            case PERMISSION -> new PermissionDeniedException(error);
            case RATE_LIMIT -> new RateLimitedException(error, retryAfter(answer));
            case UNAVAILABLE -> new ExchangeUnavailableException(error);
            case ACCOUNT_STATE -> new AccountStateException(error);
            case REJECTED -> new RequestRejectedException(error);
        };
    }

    private static Duration retryAfter(TransportResponse answer) {
        return RetryAfter.from(answer.header("Retry-After"));
    }
}
