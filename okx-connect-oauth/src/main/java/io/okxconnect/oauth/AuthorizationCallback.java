package io.okxconnect.oauth;

import io.okxconnect.credential.Secret;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the browser brought back: a {@link Code}, a {@link Refusal}, or something {@link Malformed} (RFC 6749, section 4.1.2). Reading it
 * decides nothing: who gets it still has to check the state.
 *
 * <p>Known parameters are {@code code}, {@code state}, {@code domain} (OKX's: the site of the user's account), {@code iss} (RFC
 * 9207), {@code error}, {@code error_description} and {@code error_msg}; others are ignored. Malformed is: one of these twice, a code together
 * with an error, neither, control characters, broken percent-encoding, a value that is empty or too long (code 4,096 characters, state
 * 512, domain and issuer 256, the whole query 8,192), or a fragment in the URL. No value ever appears in {@code toString}.
 */
public sealed interface AuthorizationCallback {

    /**
     * Reads the URL that the browser was sent to.
     *
     * @param callback the whole URL, with its query as it came
     * @return what it holds; never fails for what is in it
     */
    static AuthorizationCallback parse(URI callback) {
        Objects.requireNonNull(callback, "callback");
        if (callback.getRawFragment() != null) {
            return new Malformed("a fragment");
        }
        return parseQuery(callback.getRawQuery() == null ? "" : callback.getRawQuery());
    }

    /**
     * Reads the URL that the browser was sent to, or its query alone, from a text.
     *
     * @param callback a URL, or a path with a query, as it came; or the query, still percent-encoded
     * @return what it holds; never fails for what is in it
     */
    static AuthorizationCallback parse(String callback) {
        Objects.requireNonNull(callback, "callback");
        if (callback.indexOf('#') >= 0) {
            return new Malformed("a fragment");
        }
        if (!CallbackQuery.isUrl(callback)) {
            return parseQuery(callback);
        }
        int query = callback.indexOf('?');
        return parseQuery(query < 0 ? "" : callback.substring(query + 1));
    }

    /**
     * Reads the query of the URL that the browser was sent to. Use it where a framework gives the query as text: {@code URI.create} repeats
     * a text that it cannot read, code included, in its exception.
     *
     * @param rawQuery still percent-encoded, without {@code ?}
     * @return what it holds; never fails for what is in it
     */
    static AuthorizationCallback parseQuery(String rawQuery) {
        Objects.requireNonNull(rawQuery, "rawQuery");
        return CallbackQuery.read(rawQuery);
    }

    /** An authorization code. */
    final class Code implements AuthorizationCallback {
        private final Secret code;
        private final @Nullable String state;
        private final @Nullable String domain;
        private final @Nullable String issuer;

        Code(Secret code, @Nullable String state, @Nullable String domain, @Nullable String issuer) {
            this.code = code;
            this.state = state;
            this.domain = domain;
            this.issuer = issuer;
        }

        /**
         * The code, good for one use and a few minutes.
         *
         * @return the secret
         */
        public Secret code() {
            return code;
        }

        /**
         * The state, which must be the one that was issued.
         *
         * @return the state, or empty if there is none
         */
        public Optional<Secret> state() {
            return Optional.ofNullable(state).map(Secret::of);
        }

        /**
         * OKX's {@code domain}, unchecked: anyone can write it. Never send anything there before it has been found in a list
         * of your own.
         *
         * @return the text as it came, or empty if there is none
         */
        public Optional<String> domain() {
            return Optional.ofNullable(domain);
        }

        /**
         * The issuer (RFC 9207), unchecked.
         *
         * @return the text as it came, or empty if there is none
         */
        public Optional<String> issuer() {
            return Optional.ofNullable(issuer);
        }

        Optional<String> stateText() {
            return Optional.ofNullable(state);
        }

        /** {@return no value} */
        @Override
        public String toString() {
            return "AuthorizationCallback.Code[redacted]";
        }
    }

    /** The user declined, or the server refused. */
    final class Refusal implements AuthorizationCallback {
        private final String error;
        private final @Nullable String state;
        private final @Nullable String issuer;

        Refusal(String error, @Nullable String state, @Nullable String issuer) {
            this.error = error;
            this.state = state;
            this.issuer = issuer;
        }

        /**
         * The error code, unchecked: it counts only once the state has been checked.
         *
         * @return 1 to 64 lower-case letters and {@code _}, for example {@code access_denied}; {@code unspecified} if there is
         *     no such code
         */
        public String error() {
            return error;
        }

        /**
         * The state, which must be the one that was issued.
         *
         * @return the state, or empty if there is none
         */
        public Optional<Secret> state() {
            return Optional.ofNullable(state).map(Secret::of);
        }

        /**
         * The issuer (RFC 9207), unchecked.
         *
         * @return the text as it came, or empty if there is none
         */
        public Optional<String> issuer() {
            return Optional.ofNullable(issuer);
        }

        Optional<String> stateText() {
            return Optional.ofNullable(state);
        }

        /** {@return no value} */
        @Override
        public String toString() {
            return "AuthorizationCallback.Refusal[redacted]";
        }
    }

    /** Something that no server sends. */
    final class Malformed implements AuthorizationCallback {
        private final String what;

        Malformed(String what) {
            this.what = what;
        }

        /**
         * What is wrong, in our own words.
         *
         * @return for example {@code "code" twice}; never a value
         */
        public String what() {
            return what;
        }

        /** {@return what is wrong} */
        @Override
        public String toString() {
            return "AuthorizationCallback.Malformed[" + what + "]";
        }
    }
}
