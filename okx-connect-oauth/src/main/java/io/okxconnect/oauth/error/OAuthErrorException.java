package io.okxconnect.oauth.error;

import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.error.RetryAdvice;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An authorization server refused with an OAuth error code: in the callback (RFC 6749, section 4.1.2.1) or at the token or
 * revocation endpoint (section 5.2, RFC 7009 section 2.2.1). The server's own words are not part of the message.
 */
public final class OAuthErrorException extends OkxConnectException {
    private static final long serialVersionUID = 1L;

    /** The code of a server that refused without a readable one. */
    public static final String UNSPECIFIED = "unspecified";

    /** The error code. */
    private final String code;
    /** The HTTP status, or 0. */
    private final int httpStatus;
    /** The server's words, masked, or null. */
    private final @Nullable String description;

    /**
     * Creates the refusal.
     *
     * @param where the endpoint without query, or "the callback"
     * @param code the error code; anything but 1 to 64 of {@code a-z} and {@code _} counts as {@link #UNSPECIFIED}
     * @param httpStatus the HTTP status; 0 for a callback
     * @param description the server's words with everything key-like masked, or null
     */
    public OAuthErrorException(String where, String code, int httpStatus, @Nullable String description) {
        super(
                "The authorization server refused with " + OAuthCode.shown(code) + " (" + where + ").",
                OAuthCode.nextStep(code),
                RetryAdvice.FIX,
                Outcome.NOT_DONE,
                null);
        this.code = Objects.requireNonNull(OAuthCode.wellFormed(code), "code");
        this.httpStatus = httpStatus;
        this.description = description;
    }

    /**
     * The error code, for example {@code invalid_grant}.
     *
     * @return lower-case letters and {@code _}; {@link #UNSPECIFIED} if the server gave none that can be read
     */
    public String code() {
        return code;
    }

    /**
     * Whether the user, or the server for the user, said no ({@code access_denied}).
     *
     * @return true if the authorization was declined
     */
    public boolean isDeclined() {
        return code.equals("access_denied");
    }

    /**
     * The HTTP status of the answer.
     *
     * @return the status; empty for a refusal in the callback
     */
    public OptionalInt httpStatus() {
        return httpStatus == 0 ? OptionalInt.empty() : OptionalInt.of(httpStatus);
    }

    /**
     * The server's own words from its answer, cut to 200 characters, everything key-like masked. For the developer's eyes; decide by {@link
     * #code()}. Words in a callback are never kept, since anyone can write them.
     *
     * @return the words, or empty if there were none
     */
    public Optional<String> description() {
        return Optional.ofNullable(description);
    }
}
