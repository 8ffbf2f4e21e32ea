package io.okxconnect.examples.web;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The browser sessions, in memory. The cookie is a random secret that scripts cannot read and that other sites' forms
 * do not carry; {@code Lax}, because the way back from OKX is a link from another site.
 *
 * @param <S> what an app keeps of a session
 */
public final class Sessions<S> {
    private static final int MOST = 10_000;
    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final String cookie;
    private final String attributes;
    private final Maker<S> maker;
    private final Map<String, S> open = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, S> eldest) {
            return size() > MOST;
        }
    };
    private int users;

    /**
     * Sessions of an app.
     *
     * @param cookie the name of its cookie; cookies do not tell ports apart
     * @param https whether browsers reach the app by https alone
     * @param maker makes what the app keeps
     */
    public Sessions(String cookie, boolean https, Maker<S> maker) {
        // A browser takes a cookie of that prefix from this very host alone: no other one of the domain can plant its
        // own session here,
        // and have a user connect an account to somebody else's.
        this.cookie = (https ? "__Host-" : "") + cookie;
        this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (https ? "; Secure" : "");
        this.maker = maker;
    }

    /** Makes what an app keeps of a new session. */
    public interface Maker<S> {
        /**
         * Makes it.
         *
         * @param secret what the cookie holds
         * @param formToken what the app's own forms hold
         * @param number which session it is, from 1
         * @return what the app keeps
         */
        S make(String secret, String formToken, int number);
    }

    /**
     * The browser's session.
     *
     * @param visit a request of the browser
     * @return its session; a new one if it has none that this app gave it
     */
    public S of(Visit visit) {
        Optional<S> known = visit.cookie(cookie).flatMap(this::find);
        return known.orElseGet(() -> begin(visit));
    }

    private synchronized Optional<S> find(String secret) {
        return Optional.ofNullable(open.get(secret));
    }

    private synchronized S begin(Visit visit) {
        users++;
        String secret = randomText();
        S session = maker.make(secret, randomText(), users);
        open.put(secret, session);
        visit.addHeader("Set-Cookie", cookie + "=" + secret + attributes);
        return session;
    }

    private String randomText() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
