package io.okxconnect.examples.fastapi;

import io.okxconnect.credential.AccountId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The browser sessions, in memory. The cookie is a random secret that scripts cannot read and that other sites' forms
 * do not carry; {@code Lax}, because the way back from OKX is a link from another site.
 */
final class Sessions {
    private static final String COOKIE = "app_session";
    private static final int MOST = 10_000;
    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final String cookie;
    private final String attributes;
    private final Map<String, Session> open = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };
    private int users;

    Sessions(boolean https) {
        // A browser takes a cookie of that prefix from this very host alone: no other one of the domain can plant its
        // own
        // session here, and have a user connect an account to somebody else's.
        this.cookie = (https ? "__Host-" : "") + COOKIE;
        this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (https ? "; Secure" : "");
    }

    /** The browser's session; a new one if it has none that this app gave it. */
    Session of(Visit visit) {
        return visit.cookie(cookie).flatMap(this::find).orElseGet(() -> {
            Session session = begin();
            visit.addHeader("Set-Cookie", cookie + "=" + session.secret() + attributes);
            return session;
        });
    }

    private synchronized Optional<Session> find(String secret) {
        return Optional.ofNullable(open.get(secret));
    }

    private synchronized Session begin() {
        users++;
        Session session = new Session(randomText(), randomText(), AccountId.of("user-" + users));
        open.put(session.secret(), session);
        return session;
    }

    private String randomText() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
