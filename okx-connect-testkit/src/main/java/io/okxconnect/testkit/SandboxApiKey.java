package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.model.ApiKey;
import io.okxconnect.testkit.internal.model.IssuedKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An API key of the sandbox, with the parts that OKX shows once. Prints none of them. Thread-safe. */
public final class SandboxApiKey {
    private final ApiKey key;
    private final String secretKey;
    private final String passphrase;

    SandboxApiKey(IssuedKey issued) {
        this.key = issued.key();
        this.secretKey = issued.secretKey();
        this.passphrase = issued.passphrase();
    }

    /**
     * The public part, {@code OK-ACCESS-KEY}.
     *
     * @return a lower-case UUID
     */
    public String apiKey() {
        return key.id();
    }

    /**
     * The secret part, which signs.
     *
     * @return 32 upper-case hexadecimal digits
     */
    public String secretKey() {
        return secretKey;
    }

    /**
     * The passphrase, {@code OK-ACCESS-PASSPHRASE}. The exchange itself keeps only a salted hash of it.
     *
     * @return the passphrase
     */
    public String passphrase() {
        return passphrase;
    }

    /**
     * The environment that this key works in.
     *
     * @return live or demo
     */
    public SandboxEnvironment environment() {
        return SandboxEnvironment.of(key.environment());
    }

    /**
     * When this key dies unless it is used before.
     *
     * @return 14 days after the last use for a live key that may trade or withdraw and has no IP list; otherwise empty
     */
    public Optional<Instant> expiresAt() {
        return key.expiresAt();
    }

    /**
     * Replaces what this key may do.
     *
     * @param first one permission
     * @param more others
     * @throws IllegalArgumentException if withdraw is asked for a sub-account (59504)
     */
    public void setPermissions(SandboxPermission first, SandboxPermission... more) {
        Set<String> wanted = Stream.concat(Stream.of(first), Arrays.stream(more))
                .map(SandboxPermission::code)
                .collect(Collectors.toSet());
        Wording.refusing(() -> key.allow(wanted));
    }

    /**
     * Replaces the addresses that this key may be used from; none means from anywhere.
     *
     * @param ips IPv4 and IPv6 addresses or networks, at most 20
     * @throws IllegalArgumentException if an entry is not an address, or there are too many (59503)
     */
    public void setIps(String... ips) {
        Wording.refusing(() -> key.bindTo(List.of(ips)));
    }

    /** Freezes this key: requests with it are answered 50100. */
    public void freeze() {
        key.freeze();
    }

    /** Makes this key die as if it had not been used for 14 days. */
    public void expire() {
        key.kill();
    }

    /** Deletes this key, as its owner can on the API-management page. */
    public void delete() {
        key.kill();
    }

    /**
     * The key's name and its masked public part.
     *
     * @return text without any secret
     */
    @Override
    public String toString() {
        return "SandboxApiKey[" + key.label() + ", " + key.masked() + "]";
    }
}
