package io.okxconnect.testkit.internal.model;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An API key as the exchange keeps it. Safe to use from several threads. */
public final class ApiKey {
    /** An idle key with trade or withdraw and no IP list dies after this time. */
    static final Duration IDLE_LIFE = Duration.ofDays(14);

    private enum State {
        ACTIVE,
        FROZEN,
        DEAD
    }

    private final Trader owner;
    private final String id;
    private final String label;
    private final Environment environment;
    private final @Nullable String linkedApp;
    private final Maker maker;
    private final byte[] secret;
    private final PassphraseHash passphrase;
    private final Instant createdAt;
    private volatile Set<String> permissions;
    private volatile IpList ips;
    private volatile Instant lastUsed;
    private volatile State state = State.ACTIVE;

    /**
     * Who made a key.
     *
     * @param broker the app that made it through Fast API; null for the owner
     * @param idling what idleness does to a key with an IP list; one without is always mortal
     */
    public record Maker(@Nullable String broker, Idling idling) {
        static final Maker OWNER = new Maker(null, Idling.HARMLESS_IF_BOUND);
    }

    /** Whether an IP list keeps an idle key alive. */
    public enum Idling {
        HARMLESS_IF_BOUND,
        FATAL
    }

    ApiKey(Trader owner, KeyTerms terms, IpList ips, Ids.KeyPair made, PassphraseHash hash, Maker maker, Instant now) {
        this.owner = owner;
        this.id = made.apiKey();
        this.label = terms.label();
        this.environment = terms.environment();
        this.linkedApp = terms.linkedApp();
        this.permissions = terms.permissions();
        this.ips = ips;
        this.secret = made.secretKey().getBytes(StandardCharsets.UTF_8);
        this.passphrase = hash;
        this.maker = maker;
        this.createdAt = now;
        this.lastUsed = now;
    }

    public Trader owner() {
        return owner;
    }

    public String id() {
        return id;
    }

    /** Enough of the key to recognise it, too little to use it. */
    public String masked() {
        return mask(id);
    }

    /** The masked form of any text sent as a key. */
    public static String mask(String key) {
        return key.length() <= 12 ? "****" : key.substring(0, 4) + "****" + key.substring(key.length() - 4);
    }

    public String label() {
        return label;
    }

    public Environment environment() {
        return environment;
    }

    public Optional<String> linkedApp() {
        return Optional.ofNullable(linkedApp);
    }

    /** Whether the app with this client id made this key through Fast API. */
    public boolean isMadeBy(String broker) {
        return broker.equals(maker.broker());
    }

    public byte[] secret() {
        return secret.clone();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public IpList ips() {
        return ips;
    }

    public Set<String> permissions() {
        return permissions;
    }

    /** The permissions as OKX lists them: a comma list. */
    public String permissionText() {
        return String.join(
                ",",
                Stream.of("read_only", "withdraw", "trade")
                        .filter(permissions::contains)
                        .toList());
    }

    public boolean hasPassphrase(String text) {
        return passphrase.matches(text);
    }

    public boolean isFrozen() {
        return state == State.FROZEN;
    }

    public boolean isAlive(Instant now) {
        return state != State.DEAD
                && expiresAt().filter(end -> !now.isBefore(end)).isEmpty();
    }

    /** When the key dies if it is not used before; empty for keys that idleness does not kill. */
    public Optional<Instant> expiresAt() {
        boolean mortal = environment == Environment.LIVE
                && (ips.isEmpty() || maker.idling() == Idling.FATAL)
                && (permissions.contains("trade") || permissions.contains("withdraw"));
        return mortal ? Optional.of(lastUsed.plus(IDLE_LIFE)) : Optional.empty();
    }

    public void used(Instant now) {
        lastUsed = now;
    }

    public void allow(Set<String> newPermissions) {
        permissions = owner.requireGrantable(newPermissions);
    }

    public void bindTo(List<String> newIps) {
        ips = IpList.of(newIps);
    }

    public void freeze() {
        state = State.FROZEN;
    }

    public void kill() {
        state = State.DEAD;
    }

    @Override
    public String toString() {
        return "ApiKey[" + masked() + "]";
    }
}
