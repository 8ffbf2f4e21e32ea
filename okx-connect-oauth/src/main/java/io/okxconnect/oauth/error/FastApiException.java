package io.okxconnect.oauth.error;

import io.okxconnect.error.ExchangeError;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RetryAdvice;
import java.util.Objects;
import java.util.Optional;

/**
 * A Fast API connect failed after its callback was accepted: at which step, why, and what that means for the user's key at OKX. Nothing
 * of the connect was stored. The code of the callback is used up, so a next try begins with the consent page.
 *
 * <p>{@link #getCause()} is the typed failure below, for example an {@link ExchangeException} with OKX's own code, or a {@link
 * io.okxconnect.error.DuplicateAccountException}.
 */
public final class FastApiException extends OkxConnectException {
    private static final long serialVersionUID = 1L;

    /** The steps of a connect, in order. */
    public enum Step {
        /** The code is exchanged for an access token. */
        TOKEN("The authorization code could not be exchanged."),
        /** Whose account it is, and whether it may be connected, is found out before anything is deleted. */
        ACCOUNT("The account may not be connected, or could not be asked."),
        /** The key that the app had at OKX is deleted: OKX allows one an app and user. */
        DELETE("The old Fast API key could not be deleted."),
        /** The new key is made. */
        CREATE("The Fast API key could not be made."),
        /** The new key is tried, checked and stored. */
        CONNECT("The new Fast API key could not be connected.");

        private final String problem;

        Step(String problem) {
            this.problem = problem;
        }
    }

    /** What the failure means for the app's key at OKX. */
    public enum KeyAtOkx {
        /** Nothing was deleted and nothing made. */
        UNTOUCHED("At OKX nothing has changed."),
        /** The app has no key any more: an account that was connected with one has to be connected anew. */
        GONE("The user's earlier Fast API key, if there was one, is deleted."),
        /** An answer got lost: the earlier key may be gone, and there may be a new one that nobody can use. */
        UNKNOWN("Whether the user has a Fast API key of this app now is not known."),
        /** The new key lives on and could not be deleted. Its secret was wiped here, and the next connect deletes it. */
        LEFT_BEHIND("The new Fast API key lives on at OKX; its secret was wiped here.");

        private final String problem;

        KeyAtOkx(String problem) {
            this.problem = problem;
        }
    }

    /** The step. */
    private final Step step;
    /** Why, as a word. */
    private final FastApiReason reason;
    /** What it means for the key. */
    private final KeyAtOkx keyAtOkx;

    /**
     * Creates the failure.
     *
     * @param step where it failed
     * @param keyAtOkx what it means for the key at OKX
     * @param cause the typed failure below
     */
    public FastApiException(Step step, KeyAtOkx keyAtOkx, OkxConnectException cause) {
        super(
                Objects.requireNonNull(step, "step").problem + " " + cause.problem() + " "
                        + Objects.requireNonNull(keyAtOkx, "keyAtOkx").problem,
                FastApiReason.of(cause).nextStep().orElse(cause.nextStep()) + " Then begin the connect again.",
                RetryAdvice.FIX,
                keyAtOkx == KeyAtOkx.UNTOUCHED ? Outcome.NOT_DONE : Outcome.UNKNOWN,
                cause);
        this.step = step;
        this.reason = FastApiReason.of(cause);
        this.keyAtOkx = keyAtOkx;
    }

    /**
     * Where it failed.
     *
     * @return the step
     */
    public Step step() {
        return step;
    }

    /**
     * Why it failed, as a word to decide by.
     *
     * @return the reason
     */
    public FastApiReason reason() {
        return reason;
    }

    /**
     * What it means for the app's key at OKX.
     *
     * @return what is left there
     */
    public KeyAtOkx keyAtOkx() {
        return keyAtOkx;
    }

    /**
     * The facts of OKX's refusal.
     *
     * @return the facts; empty if it was not OKX that refused
     */
    public Optional<ExchangeError> error() {
        return getCause() instanceof OkxConnectException failure
                ? FastApiReason.refusal(failure).map(ExchangeException::error)
                : Optional.empty();
    }
}
