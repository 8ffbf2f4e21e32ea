package io.okxconnect.examples.fastapi;

import io.okxconnect.credential.AccountId;
import io.okxconnect.oauth.SessionBinding;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One browser session. */
final class Session {
    private final String secret;
    private final String formToken;
    private final AccountId accountId;
    private final AtomicReference<Optional<Notice>> notice = new AtomicReference<>(Optional.empty());

    /**
     * A new session.
     *
     * @param secret what the cookie holds
     * @param formToken what this app's own forms hold
     * @param number of the user, under whom the OKX account is stored: in a real app, the id of the user who is
     *     logged in
     */
    Session(String secret, String formToken, int number) {
        this.secret = secret;
        this.formToken = formToken;
        this.accountId = AccountId.of("user-" + number);
    }

    String formToken() {
        return formToken;
    }

    AccountId accountId() {
        return accountId;
    }

    /** Ties an authorization to this session, so that nobody can finish it in another browser. */
    SessionBinding binding() {
        return SessionBinding.of(secret);
    }

    /** Keeps what the next page has to say. */
    void tell(Notice said) {
        notice.set(Optional.of(said));
    }

    /** What this page has to say, once. */
    Optional<Notice> news() {
        return notice.getAndSet(Optional.empty());
    }

    @Override
    public String toString() {
        return "Session[" + accountId + "]";
    }
}
