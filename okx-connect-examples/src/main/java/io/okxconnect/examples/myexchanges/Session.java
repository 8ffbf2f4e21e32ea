package io.okxconnect.examples.myexchanges;

import io.okxconnect.check.UndoRecord;
import io.okxconnect.oauth.SessionBinding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One browser session, and with it one user: a real app has a log-in, and keeps its users' accounts for longer. */
final class Session {
    private static final int MOST_NEWS = 20;

    private final String secret;
    private final String formToken;
    private final String user;
    private final Map<Integer, UndoRecord> undo = new ConcurrentHashMap<>();
    private final Map<Integer, News> news = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, News> eldest) {
            return size() > MOST_NEWS;
        }
    };
    private Optional<String> language = Optional.empty();
    private int accounts;
    private int told;

    Session(String secret, String formToken, int number) {
        this.secret = secret;
        this.formToken = formToken;
        this.user = "user-" + number;
    }

    /** Under whom the accounts are stored. */
    String user() {
        return user;
    }

    /** What the app's own forms carry, and no other site can know. */
    String formToken() {
        return formToken;
    }

    boolean hasSent(String token) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), formToken.getBytes(StandardCharsets.UTF_8));
    }

    /** Ties an authorization to this session, so that nobody can finish it in another browser. */
    SessionBinding binding() {
        return SessionBinding.of(secret);
    }

    synchronized int nextAccount() {
        return ++accounts;
    }

    /** Keeps what the next page has to say; it says it again when it is reloaded. */
    synchronized int tell(News what) {
        news.put(++told, what);
        return told;
    }

    synchronized Optional<News> told(String number) {
        return number.matches("\\d{1,9}") ? Optional.ofNullable(news.get(Integer.parseInt(number))) : Optional.empty();
    }

    synchronized Optional<String> language() {
        return language;
    }

    synchronized void speak(String chosen) {
        language = Optional.of(chosen);
    }

    /** What was changed last, by account, to be taken back. */
    Map<Integer, UndoRecord> undo() {
        return undo;
    }

    @Override
    public String toString() {
        return "Session[" + user + "]";
    }
}
