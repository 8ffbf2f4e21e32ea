package io.okxconnect.oauth.error;

import io.okxconnect.doctor.ConnectFailedException;
import io.okxconnect.error.DifferentAccountException;
import io.okxconnect.error.DuplicateAccountException;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.OkxConnectException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a Fast API connect failed, as far as an app may want to decide by it. */
public enum FastApiReason {
    /** The app has no IP list at OKX to bind the key to (50118). The key is never made unbound instead. */
    IP_LIST_MISSING("Register the addresses of the app's servers with OKX."),
    /** Fast API is not enabled for this app (50117, 53017). */
    NOT_ENABLED("Have OKX enable Fast API for this client."),
    /** The user has a Fast API key of this app that could not be deleted, for example one of the other environment (50116). */
    KEY_EXISTS("Let the user delete this app's other key, live or demo, on OKX's API page."),
    /** This server's address is not on the app's IP list at OKX (50110, 53014). */
    SERVER_IP_NOT_LISTED("Add this server's address to the app's IP list at OKX."),
    /** OKX gave the key more rights than were asked for; it was not stored. */
    TOO_MANY_RIGHTS(null),
    /** OKX did not bind the key to the app although that was asked for; it was not stored. */
    NOT_BOUND(null),
    /** OKX answered with success and without a key. */
    NO_KEY(null),
    /** Another account is stored under the id. */
    OTHER_ACCOUNT(null),
    /** The OKX account is stored under another id, and the app's policy does not allow both. */
    DUPLICATE_ACCOUNT(null),
    /** Something else: the cause says what. */
    OTHER(null);

    private final @Nullable String nextStep;

    FastApiReason(@Nullable String nextStep) {
        this.nextStep = nextStep;
    }

    /** The word for a failure. */
    static FastApiReason of(OkxConnectException failure) {
        if (failure instanceof FastApiKeyRefusedException refused) {
            return refused.reason();
        }
        if (failure instanceof DuplicateAccountException) {
            return DUPLICATE_ACCOUNT;
        }
        if (failure instanceof DifferentAccountException) {
            return OTHER_ACCOUNT;
        }
        return switch (refusal(failure).map(ExchangeException::code).orElse("")) {
            case "50118" -> IP_LIST_MISSING;
            case "50117", "53017" -> NOT_ENABLED;
            case "50116" -> KEY_EXISTS;
            case "50110", "53014" -> SERVER_IP_NOT_LISTED;
            default -> OTHER;
        };
    }

    /** OKX's refusal, which may stand behind a diagnosis. */
    static Optional<ExchangeException> refusal(OkxConnectException failure) {
        Throwable first = failure instanceof ConnectFailedException ? failure.getCause() : failure;
        return first instanceof ExchangeException refusal ? Optional.of(refusal) : Optional.empty();
    }

    Optional<String> nextStep() {
        return Optional.ofNullable(nextStep);
    }
}
