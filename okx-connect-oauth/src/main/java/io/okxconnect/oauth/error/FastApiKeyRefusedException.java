package io.okxconnect.oauth.error;

import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RetryAdvice;

/** OKX made a key, and it is not the one that was asked for: okx-connect does not take it. Comes as the cause of a {@link FastApiException}. */
public final class FastApiKeyRefusedException extends OkxConnectException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    private final FastApiReason reason;

    private FastApiKeyRefusedException(FastApiReason reason, String problem, String nextStep) {
        super(problem, nextStep, RetryAdvice.FIX, Outcome.UNKNOWN, null);
        this.reason = reason;
    }

    /**
     * The key may do more than was asked for.
     *
     * @return the failure
     */
    public static FastApiKeyRefusedException tooManyRights() {
        return new FastApiKeyRefusedException(
                FastApiReason.TOO_MANY_RIGHTS,
                "OKX gave the key more permissions than were asked for, so it is not used.",
                "Ask OKX's broker support why the key got them.");
    }

    /**
     * The key works from anywhere, although it was to be bound.
     *
     * @return the failure
     */
    public static FastApiKeyRefusedException notBound() {
        return new FastApiKeyRefusedException(
                FastApiReason.NOT_BOUND,
                "OKX did not bind the key to the app's servers, although that was asked for, so it is not used.",
                "Check the app's IP list at OKX, or ask for an unbound key.");
    }

    /**
     * There is no usable key in the answer.
     *
     * @return the failure
     */
    public static FastApiKeyRefusedException noKey() {
        return new FastApiKeyRefusedException(
                FastApiReason.NO_KEY,
                "OKX answered that the key was made, and the answer holds no usable key.",
                "Ask OKX's broker support if it stays so.");
    }

    /**
     * What is wrong with the key.
     *
     * @return the reason
     */
    public FastApiReason reason() {
        return reason;
    }
}
