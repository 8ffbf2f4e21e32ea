package io.okxconnect;

import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.RefresherMissingException;
import io.okxconnect.internal.call.CallSeams;
import io.okxconnect.spi.TokenRefresher;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the renewals of a connector's accounts have in common. */
final class TokenRenewals {
    /** Longer than any refresh takes, so that nobody begins a second one while the first is under way. */
    static final Duration LEASE_LASTS = Duration.ofSeconds(TokenRefresher.LONGEST_SECONDS + 15L);

    private final Map<String, TokenRefresher> refreshers = new ConcurrentHashMap<>();
    private final TokenExchange exchange;
    private final CallSeams seams;

    TokenRenewals(StoredAccounts stored, CallSeams seams) {
        SecureRandom random = new SecureRandom();
        this.exchange = new TokenExchange(stored, seams.clock()::instant, () -> lease(random));
        this.seams = seams;
    }

    private static String lease(SecureRandom random) {
        byte[] id = new byte[12];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    void register(String name, TokenRefresher refresher) {
        refreshers.put(name, refresher);
    }

    TokenRenewal of(
            AccountSession session, Supplier<CredentialMetadata> expected, Consumer<OkxConnectException> trouble) {
        return new TokenRenewal(session, expected, this, trouble);
    }

    TokenRefresher refresher(AccountSession session) {
        String name = session.grant().refresher().orElse("refresher");
        TokenRefresher found = refreshers.get(name);
        if (found == null) {
            throw new RefresherMissingException(session.accountId().value(), name);
        }
        return found;
    }

    TokenExchange exchange() {
        return exchange;
    }

    LeaseWatch watch() {
        return new LeaseWatch(seams.nanoTime(), LEASE_LASTS);
    }

    CallTime time(Duration limit) {
        return new CallTime(limit, seams.nanoTime(), seams.sleeper());
    }

    Instant now() {
        return seams.clock().instant();
    }

    long nanoTime() {
        return seams.nanoTime().getAsLong();
    }
}
