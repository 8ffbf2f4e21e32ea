package io.okxconnect.credential;

import io.okxconnect.error.InvalidArgumentException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * OAuth tokens that the user granted the app: an access token, and, if the grant can be renewed, a refresh token (OKX V5 docs, "Broker
 * program", "OAuth"; RFC 6749). Apps get one from the okx-connect-oauth module and need not build it.
 *
 * <p>Times are kept to the millisecond. Safe for use by many threads; equal only to itself. Whoever creates, copies or loads one
 * closes it, which wipes its secrets.
 */
public final class AccessTokenCredential implements Credential {
    private static final int LONGEST_TOKEN = 16_384;
    private static final int LONGEST_DEVICE_ID = 128;

    private final transient Secret accessToken;
    private final transient @Nullable Secret refreshToken;
    private final transient @Nullable Secret deviceId;
    private final Instant receivedAt;
    private final @Nullable Instant expiresAt;
    private final @Nullable Instant refreshExpiresAt;
    private final Set<String> scopes;

    private AccessTokenCredential(Builder builder, Instant receivedAt) {
        this.accessToken = builder.accessToken.copy();
        this.refreshToken = copyOf(builder.refreshToken);
        this.deviceId = copyOf(builder.deviceId);
        this.receivedAt = receivedAt;
        this.expiresAt = builder.expiresAt;
        this.refreshExpiresAt = builder.refreshExpiresAt;
        this.scopes = Collections.unmodifiableSet(new LinkedHashSet<>(builder.scopes));
    }

    private static @Nullable Secret copyOf(@Nullable Secret secret) {
        return secret == null ? null : secret.copy();
    }

    /**
     * Begins a credential.
     *
     * @param accessToken what calls carry as {@code Authorization: Bearer}; copied by {@link Builder#build()}, and left for the caller
     *     to close
     * @return a builder for the rest
     * @throws InvalidArgumentException if it cannot be sent in a header: not printable ASCII without blanks, or longer than 16,384
     *     characters
     * @throws IllegalStateException if it was destroyed
     */
    public static Builder builder(Secret accessToken) {
        return new Builder(sendable("accessToken", accessToken, LONGEST_TOKEN));
    }

    private static Secret sendable(String argument, Secret secret, int longest) {
        boolean fits = Objects.requireNonNull(secret, argument)
                .use(SecretAccess.insecure(), bytes -> bytes.length <= longest && isPrintable(bytes));
        if (!fits) {
            throw new InvalidArgumentException(
                    argument,
                    "must be printable ASCII without blanks, at most " + longest + " characters",
                    "Pass it exactly as it came.");
        }
        return secret;
    }

    private static boolean isPrintable(byte[] bytes) {
        boolean printable = true;
        for (byte b : bytes) {
            printable &= b > ' ' && b < 0x7f;
        }
        return printable;
    }

    /** {@return {@link CredentialKind#ACCESS_TOKEN}} */
    @Override
    public CredentialKind kind() {
        return CredentialKind.ACCESS_TOKEN;
    }

    /**
     * What calls carry as {@code Authorization: Bearer}.
     *
     * @return this credential's own secret, destroyed when the credential is closed; {@link Secret#copy()} it to keep it
     */
    public Secret accessToken() {
        return accessToken;
    }

    /**
     * What new tokens are asked for with.
     *
     * @return this credential's own secret; empty if the grant cannot be renewed
     */
    public Optional<Secret> refreshToken() {
        return Optional.ofNullable(refreshToken);
    }

    /**
     * The device that the tokens are bound to, sent as {@code TERMID} with every call.
     *
     * @return this credential's own secret; empty if they are bound to none
     */
    public Optional<Secret> deviceId() {
        return Optional.ofNullable(deviceId);
    }

    /**
     * When the tokens came.
     *
     * @return the time by the clock of the machine that got them
     */
    public Instant receivedAt() {
        return receivedAt;
    }

    /**
     * When the access token expires.
     *
     * @return the time by that clock; empty if the server did not say
     */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /**
     * When the refresh token expires: after that only the user's new consent helps.
     *
     * @return the time by that clock; empty if there is no refresh token, or its end is not known
     */
    public Optional<Instant> refreshExpiresAt() {
        return Optional.ofNullable(refreshExpiresAt);
    }

    /**
     * What the user granted.
     *
     * @return unmodifiable; empty if nobody named a scope
     */
    public Set<String> scopes() {
        return scopes;
    }

    /**
     * Whether another credential has the same access token.
     *
     * @param other to compare with
     * @return true if the access tokens are the same, compared in constant time
     * @throws IllegalStateException if one of them was closed
     */
    public boolean hasSameAccessToken(AccessTokenCredential other) {
        return accessToken.constantTimeEquals(other.accessToken);
    }

    @Override
    public AccessTokenCredential copy() {
        return toBuilder().build();
    }

    private Builder toBuilder() {
        Builder builder = new Builder(accessToken);
        builder.refreshToken = refreshToken;
        builder.deviceId = deviceId;
        builder.receivedAt = receivedAt;
        builder.expiresAt = expiresAt;
        builder.refreshExpiresAt = refreshExpiresAt;
        builder.scopes = scopes;
        return builder;
    }

    @Override
    public void close() {
        accessToken.close();
        if (refreshToken != null) {
            refreshToken.close();
        }
        if (deviceId != null) {
            deviceId.close();
        }
    }

    /** {@return the expiry and whether there is a refresh token; never a token} */
    @Override
    public String toString() {
        return "AccessTokenCredential[expires " + (expiresAt == null ? "unknown" : expiresAt) + ", refresh token "
                + (refreshToken == null ? "absent" : "present") + "]";
    }

    /** Collects what an {@link AccessTokenCredential} is made of. Not safe for use by many threads. */
    public static final class Builder {
        private final Secret accessToken;
        private @Nullable Secret refreshToken;
        private @Nullable Secret deviceId;
        private @Nullable Instant receivedAt;
        private @Nullable Instant expiresAt;
        private @Nullable Instant refreshExpiresAt;
        private Set<String> scopes = Set.of();

        private Builder(Secret accessToken) {
            this.accessToken = accessToken;
        }

        /**
         * What new tokens are asked for with.
         *
         * @param refreshToken copied by {@link #build()}
         * @return this builder
         * @throws InvalidArgumentException as {@link AccessTokenCredential#builder} throws it
         */
        public Builder refreshToken(Secret refreshToken) {
            this.refreshToken = sendable("refreshToken", refreshToken, LONGEST_TOKEN);
            return this;
        }

        /**
         * The device that the tokens are bound to.
         *
         * @param deviceId the value of {@code TERMID}; copied by {@link #build()}
         * @return this builder
         * @throws InvalidArgumentException if it is not printable ASCII without blanks of at most 128 characters
         */
        public Builder deviceId(Secret deviceId) {
            this.deviceId = sendable("deviceId", deviceId, LONGEST_DEVICE_ID);
            return this;
        }

        /**
         * When the tokens came. Required.
         *
         * @param time cut to the millisecond
         * @return this builder
         */
        public Builder receivedAt(Instant time) {
            this.receivedAt = time.truncatedTo(ChronoUnit.MILLIS);
            return this;
        }

        /**
         * When the access token expires. Not known unless set.
         *
         * @param time cut to the millisecond
         * @return this builder
         */
        public Builder expiresAt(Instant time) {
            this.expiresAt = time.truncatedTo(ChronoUnit.MILLIS);
            return this;
        }

        /**
         * When the refresh token expires. Not known unless set.
         *
         * @param time cut to the millisecond
         * @return this builder
         */
        public Builder refreshExpiresAt(Instant time) {
            this.refreshExpiresAt = time.truncatedTo(ChronoUnit.MILLIS);
            return this;
        }

        /**
         * What the user granted. Nothing unless set.
         *
         * @param scopes one name each; copied, the order is kept
         * @return this builder
         */
        public Builder scopes(Collection<String> scopes) {
            this.scopes = new LinkedHashSet<>(scopes);
            return this;
        }

        /**
         * The credential, with copies of the secrets.
         *
         * @return the credential; the caller closes it
         * @throws InvalidArgumentException if it was not said when the tokens came
         * @throws IllegalStateException if one of the secrets was destroyed
         */
        public AccessTokenCredential build() {
            Instant received = receivedAt;
            if (received == null) {
                throw new InvalidArgumentException(
                        "receivedAt", "is missing", "Pass the time at which the tokens came.");
            }
            return new AccessTokenCredential(this, received);
        }
    }
}
