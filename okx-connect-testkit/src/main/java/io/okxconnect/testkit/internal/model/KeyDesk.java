package io.okxconnect.testkit.internal.model;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Makes API keys by OKX's rules and finds them again. */
public final class KeyDesk {
    private static final int KEYS_PER_ACCOUNT = 50;
    private static final Pattern LABEL = Pattern.compile("[^\\p{Cntrl}]{1,50}");
    private static final Pattern PASSPHRASE =
            Pattern.compile("(?=.*\\d)(?=.*[a-z])(?=.*[A-Z])(?=.*[^A-Za-z0-9 ])[\\x21-\\x7E]{8,32}");

    private final Clock clock;
    private final Ids ids;
    private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();
    private final Map<String, List<String>> apps = new ConcurrentHashMap<>();

    KeyDesk(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** Registers a third-party app with the addresses of its servers. */
    public void registerApp(String name, List<String> ips) {
        IpList.of(ips);
        if (ips.isEmpty()) {
            throw new IllegalArgumentException("an app that keys are linked to needs at least one server IP");
        }
        apps.put(name, List.copyOf(ips));
    }

    public List<String> apps() {
        return apps.keySet().stream().sorted().toList();
    }

    public Optional<ApiKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    public IssuedKey issue(Trader owner, KeyTerms terms) {
        return issue(owner, terms, boundTo(terms), ApiKey.Maker.OWNER);
    }

    /** Makes a key that an app asked for; {@code ips} are those of the app's servers, of which there may be many. */
    public IssuedKey issue(Trader owner, KeyTerms terms, IpList ips, ApiKey.Maker maker) {
        String passphrase = terms.passphrase() == null ? ids.passphrase() : terms.passphrase();
        if (!PASSPHRASE.matcher(passphrase).matches()) {
            throw ErrorCode.PASSPHRASE_FORM.refusal();
        }
        if (!LABEL.matcher(terms.label()).matches()) {
            throw new IllegalArgumentException("the name of a key must have 1 to 50 characters");
        }
        owner.requireGrantable(terms.permissions());
        Ids.KeyPair made = ids.keyPair();
        Instant now = clock.instant();
        PassphraseHash hash = new PassphraseHash(ids.bytes(16), passphrase);
        ApiKey key = new ApiKey(owner, terms, ips, made, hash, maker, now);
        // Two pages may be sent at once: count, compare and add as one step.
        owner.account(terms.environment()).exclusively(() -> {
            requireRoom(owner, terms, now);
            keys.put(key.id(), key);
            owner.add(key);
        });
        return new IssuedKey(key, made.secretKey(), passphrase);
    }

    private IpList boundTo(KeyTerms terms) {
        String app = terms.linkedApp();
        if (app == null) {
            return IpList.of(terms.ips());
        }
        if (!terms.ips().isEmpty()) {
            throw new IllegalArgumentException(
                    "a key linked to an app is bound to the app's IPs: give either the app or IPs");
        }
        List<String> ips = apps.get(app);
        if (ips == null) {
            throw new IllegalArgumentException("no third-party app is registered as: " + app);
        }
        return IpList.of(ips);
    }

    private static void requireRoom(Trader owner, KeyTerms terms, Instant now) {
        List<ApiKey> alive = owner.keys().stream()
                .filter(key -> key.environment() == terms.environment() && key.isAlive(now))
                .toList();
        if (alive.size() >= KEYS_PER_ACCOUNT) {
            throw ErrorCode.TOO_MANY_KEYS.refusal();
        }
        if (alive.stream().anyMatch(key -> key.label().equals(terms.label()))) {
            throw ErrorCode.LABEL_TAKEN.refusal();
        }
    }
}
