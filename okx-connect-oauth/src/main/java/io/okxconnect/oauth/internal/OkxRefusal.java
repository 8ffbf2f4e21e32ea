package io.okxconnect.oauth.internal;

import io.okxconnect.error.AccountStateException;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.ErrorCatalogue;
import io.okxconnect.error.ErrorKind;
import io.okxconnect.error.ErrorMeaning;
import io.okxconnect.error.ExchangeError;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.ExchangeUnavailableException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.PermissionDeniedException;
import io.okxconnect.error.RateLimitedException;
import io.okxconnect.error.RequestRejectedException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.spi.TransportResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** The typed exception of a refusal in OKX's form, {@code {"code":"53012","msg":"…"}}. The code decides, never the status. */
public final class OkxRefusal {
    private static final Pattern CODE = Pattern.compile("\\d{1,6}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,3}");
    private static final Duration USUAL_WAIT = Duration.ofSeconds(2);
    private static final long LONGEST_WAIT = 30;

    private OkxRefusal() {}

    static ExchangeException of(String endpoint, TransportResponse answer, String codeAsSent, String words) {
        String code = CODE.matcher(codeAsSent).matches() ? codeAsSent : "";
        Optional<ErrorMeaning> known = ErrorCatalogue.find(code);
        ErrorKind kind = known.map(ErrorMeaning::kind).orElse(ErrorKind.REJECTED);
        ExchangeError error = new ExchangeError(
                code,
                "",
                endpoint,
                answer.status(),
                words,
                known.map(ErrorMeaning::problem)
                        .orElse("OKX refused the token call with a code that okx-connect does not know."),
                known.map(ErrorMeaning::nextStep)
                        .orElse("Look the code up in OKX's broker docs, then authorize again."),
                known.map(ErrorMeaning::retryAdvice).orElse(RetryAdvice.ASK),
                known.map(ErrorMeaning::writeOutcome).orElse(Outcome.UNKNOWN));
        return switch (kind) {
            case AUTHENTICATION -> new AuthenticationRejectedException(error, null);
            case PERMISSION -> new PermissionDeniedException(error);
            case RATE_LIMIT -> new RateLimitedException(error, retryAfter(answer));
            case UNAVAILABLE -> new ExchangeUnavailableException(error);
            case ACCOUNT_STATE -> new AccountStateException(error);
            case REJECTED -> new RequestRejectedException(error);
        };
    }

    /** The same refusal, with nothing of what was sent left in OKX's words. */
    public static OkxConnectException withoutEcho(OkxConnectException failure, Collection<String> sent) {
        if (!(failure instanceof ExchangeException refusal)) {
            return failure;
        }
        ExchangeError told = refusal.error();
        ExchangeError error = new ExchangeError(
                told.code(),
                told.subCode(),
                told.endpoint(),
                told.httpStatus(),
                ServerWords.shown(told.serverMessage(), sent),
                told.problem(),
                told.nextStep(),
                told.retryAdvice(),
                told.outcome());
        if (failure instanceof AuthenticationRejectedException rejected) {
            return new AuthenticationRejectedException(
                    error, rejected.callerIp().orElse(null));
        }
        if (failure instanceof RateLimitedException limited) {
            return new RateLimitedException(error, limited.retryAfter());
        }
        if (failure instanceof PermissionDeniedException) {
            return new PermissionDeniedException(error);
        }
        if (failure instanceof ExchangeUnavailableException) {
            return new ExchangeUnavailableException(error);
        }
        return failure instanceof AccountStateException
                ? new AccountStateException(error)
                : new RequestRejectedException(error);
    }

    private static Duration retryAfter(TransportResponse answer) {
        return answer.header("Retry-After")
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Math.min(Long.parseLong(text), LONGEST_WAIT)))
                .orElse(USUAL_WAIT);
    }
}
