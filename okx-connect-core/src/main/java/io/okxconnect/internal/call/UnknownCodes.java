package io.okxconnect.internal.call;

import io.okxconnect.error.ActionBy;
import io.okxconnect.error.ErrorKind;
import io.okxconnect.error.ErrorMeaning;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RetryAdvice;
import java.util.regex.Pattern;

/**
 * Meanings for what the catalogue does not hold. A write counts as refused only where OKX's numbering says so: a code of its
 * business ranges without a server error. In doubt the outcome is unknown, because a doubled order is worse than a query.
 */
final class UnknownCodes {
    /** Trade, account, funding and sub-account refusals (OKX V5 docs, "Error Code"). */
    private static final Pattern BUSINESS = Pattern.compile("5[1-9]\\d{3}");

    private static final Pattern SERVER_FAILURE = Pattern.compile("5\\d{2}");

    private UnknownCodes() {}

    static ErrorMeaning meaning(String code, int status) {
        if (status >= 500 || SERVER_FAILURE.matcher(code).matches()) {
            return of(
                    code,
                    ErrorKind.UNAVAILABLE,
                    RetryAdvice.WAIT,
                    ActionBy.NOBODY,
                    Outcome.UNKNOWN,
                    "OKX or a server in front of it failed.",
                    "Wait, then repeat a read; after a write, look at the account first.");
        }
        Outcome write = BUSINESS.matcher(code).matches() ? Outcome.NOT_DONE : Outcome.UNKNOWN;
        return switch (status) {
            case 401 ->
                of(
                        code,
                        ErrorKind.AUTHENTICATION,
                        RetryAdvice.FIX,
                        ActionBy.USER,
                        Outcome.NOT_DONE,
                        "OKX did not accept who is calling.",
                        "Check key, secret key and passphrase, the site and the environment.");
            case 403 ->
                of(
                        code,
                        ErrorKind.PERMISSION,
                        RetryAdvice.FIX,
                        ActionBy.USER,
                        write,
                        "OKX does not allow this call.",
                        "Check the key's permissions and where the call comes from.");
            case 429 ->
                of(
                        code,
                        ErrorKind.RATE_LIMIT,
                        RetryAdvice.WAIT,
                        ActionBy.NOBODY,
                        write,
                        "Too many calls.",
                        "Wait, then repeat more slowly.");
            default ->
                of(
                        code,
                        ErrorKind.REJECTED,
                        RetryAdvice.NO,
                        ActionBy.APP,
                        write,
                        "OKX refused the call with a code that okx-connect does not know.",
                        "Look the code up in OKX's error list; after a write, look at the account first.");
        };
    }

    private static ErrorMeaning of(
            String code,
            ErrorKind kind,
            RetryAdvice advice,
            ActionBy actionBy,
            Outcome writeOutcome,
            String problem,
            String nextStep) {
        return new ErrorMeaning(code, kind, advice, writeOutcome, actionBy, problem, nextStep);
    }
}
