package io.okxconnect.internal.call;

import io.okxconnect.error.ErrorKind;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RetryAdvice;
import java.util.regex.Pattern;

/**
 * Verdicts on what the catalogue does not hold. A write counts as refused only where OKX's numbering says so: a code of its
 * business ranges without a server error. In doubt the outcome is unknown, because a doubled order is worse than a query.
 */
final class UnknownCodes {
    /** Trade, account, funding and sub-account refusals (OKX V5 docs, "Error Code"). */
    private static final Pattern BUSINESS = Pattern.compile("5[1-9]\\d{3}");

    private static final Pattern SERVER_FAILURE = Pattern.compile("5\\d{2}");

    private UnknownCodes() {}

    static Verdict verdict(String code, int status) {
        if (status >= 500 || SERVER_FAILURE.matcher(code).matches()) {
            return new Verdict(
                    ErrorKind.UNAVAILABLE,
                    RetryAdvice.WAIT,
                    Outcome.UNKNOWN,
                    "OKX or a server in front of it failed.",
                    "Wait, then repeat a read; after a write, look at the account first.");
        }
        Outcome write = BUSINESS.matcher(code).matches() ? Outcome.NOT_DONE : Outcome.UNKNOWN;
        return switch (status) {
            case 401 ->
                new Verdict(
                        ErrorKind.AUTHENTICATION,
                        RetryAdvice.FIX,
                        Outcome.NOT_DONE,
                        "OKX did not accept who is calling.",
                        "Check key, secret key and passphrase, the site and the environment.");
            case 403 ->
                new Verdict(
                        ErrorKind.PERMISSION,
                        RetryAdvice.FIX,
                        write,
                        "OKX does not allow this call.",
                        "Check the key's permissions and where the call comes from.");
            case 429 ->
                new Verdict(
                        ErrorKind.RATE_LIMIT,
                        RetryAdvice.WAIT,
                        write,
                        "Too many calls.",
                        "Wait, then repeat more slowly.");
            default ->
                new Verdict(
                        ErrorKind.REJECTED,
                        RetryAdvice.NO,
                        write,
                        "OKX refused the call with a code that okx-connect does not know.",
                        "Look the code up in OKX's error list; after a write, look at the account first.");
        };
    }
}
