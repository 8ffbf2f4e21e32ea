package io.okxconnect.oauth;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.Digests;
import io.okxconnect.oauth.internal.RandomText;
import java.security.SecureRandom;
import java.util.Objects;

/**
 * Ties an authorization to the browser session that began it, so that nobody can finish it in a victim's browser (RFC 9700, section
 * 4.7). Pass the same value to begin and to complete; only a digest of it is kept.
 */
public final class SessionBinding {
    private static final int MIN_LENGTH = 16;
    private static final int MAX_LENGTH = 1_024;

    private final String digest;

    private SessionBinding(String digest) {
        this.digest = digest;
    }

    /**
     * The binding to a session of a server app.
     *
     * @param sessionSecret what only this browser session has, 16 to 1,024 characters: the id of the server's session, or a random value in
     *     an http-only cookie; never the user's name or an id that others can know
     * @return the binding
     * @throws InvalidArgumentException if it is shorter or longer
     */
    public static SessionBinding of(String sessionSecret) {
        Objects.requireNonNull(sessionSecret, "sessionSecret");
        if (sessionSecret.length() < MIN_LENGTH || sessionSecret.length() > MAX_LENGTH) {
            throw new InvalidArgumentException(
                    "sessionSecret",
                    "must be 16 to 1024 characters that only this browser session has",
                    "Pass the session id, or a random value from an http-only cookie.");
        }
        return new SessionBinding(Digests.sha256("okx-connect session", sessionSecret));
    }

    /**
     * A binding for an app with one user, such as a desktop app: whoever holds the object is the session.
     *
     * @return a binding unlike any other
     */
    public static SessionBinding ofThisProcess() {
        return new SessionBinding(Digests.sha256("okx-connect process", RandomText.next(new SecureRandom())));
    }

    /** 64 hex digits. */
    String digest() {
        return digest;
    }

    /** {@return no part of the value} */
    @Override
    public String toString() {
        return "SessionBinding[redacted]";
    }
}
