package io.okxconnect;

import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.ReauthorizationRequiredException;
import io.okxconnect.spi.TokenRefresher;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews stored tokens so that of all processes which share a store one makes the token call. Whoever makes it first writes a
 * lease beside the tokens, which the store lets only one win; the others wait until the lease is gone and take what it left. The
 * new tokens are durable before anybody uses them.
 */
final class TokenExchange {
    private static final Logger LOG = LoggerFactory.getLogger(TokenExchange.class);
    /** The attribute of a stored account whose tokens are being renewed. */
    private static final String LEASE = "okx-connect.refresh-lease";
    /** A check may store its result meanwhile, so that a save meets a conflict; not often. */
    private static final int SAVES = 50;

    /** What to do if nobody else renewed the tokens. */
    enum Otherwise {
        REFRESH,
        NOTHING
    }

    private final StoredAccounts stored;
    private final Supplier<Instant> now;
    private final Supplier<String> ids;

    TokenExchange(StoredAccounts stored, Supplier<Instant> now, Supplier<String> ids) {
        this.stored = stored;
        this.now = now;
        this.ids = ids;
    }

    /**
     * Gets the account newer tokens than the ones in use.
     *
     * @param expected what the session was made for
     * @param used the tokens in use
     * @param wait waits a while for another process; it fails when the call has no time left
     * @return what the store holds by now; the caller closes it; empty if it holds the same tokens and nobody was to refresh them
     * @throws ConnectionClosedException if the account is stored with another credential, or not at all
     * @throws UnsavedTokensException if they were renewed and cannot be stored
     */
    Optional<AccessTokenCredential> renew(
            CredentialMetadata expected,
            LeasedKey used,
            Otherwise otherwise,
            Supplier<TokenRefresher> refresher,
            LeaseWatch watch,
            Runnable wait) {
        while (true) {
            try (StoredCredential before = stored.load(expected)) {
                AccessTokenCredential tokens = tokensOf(before);
                boolean same = used.isOf(tokens);
                if (!same && TokenFacts.of(tokens).life(now.get()) == TokenLife.FRESH) {
                    return Optional.of(tokens.copy());
                }
                String lease = before.metadata().attributes().get(LEASE);
                if (lease != null && !watch.isAbandoned(lease)) {
                    wait.run();
                    continue;
                }
                if (same && otherwise == Otherwise.NOTHING) {
                    return Optional.empty();
                }
                requireRenewable(expected, tokens);
                TokenRefresher who = refresher.get();
                String mine = ids.get();
                if (isLeased(before, mine)) {
                    Optional<AccessTokenCredential> fresh = refreshed(expected, tokens, mine, who);
                    if (fresh.isPresent()) {
                        return fresh;
                    }
                }
            }
        }
    }

    /**
     * Writes the lease. If the store takes nothing at all, tokens that have expired are renewed without one: a user whose disk is full
     * must still be able to close a position.
     */
    private boolean isLeased(StoredCredential before, String mine) {
        try {
            return stored.saveUnlessChanged(before.next(withLease(before.metadata(), mine)));
        } catch (CredentialStoreException failed) {
            boolean expired = TokenFacts.of(tokensOf(before)).life(now.get()) == TokenLife.EXPIRED;
            if (!expired || failed.reason() != CredentialStoreException.Reason.IO) {
                throw failed;
            }
            LOG.warn("The store takes no change ({}); tokens are renewed all the same", failed.reason());
            return true;
        }
    }

    private static AccessTokenCredential tokensOf(StoredCredential stored) {
        if (stored.credential() instanceof AccessTokenCredential tokens) {
            return tokens;
        }
        throw new ConnectionClosedException(stored.metadata().accountId().value());
    }

    private void requireRenewable(CredentialMetadata account, AccessTokenCredential tokens) {
        String id = account.accountId().value();
        if (tokens.refreshToken().isEmpty()) {
            throw new ReauthorizationRequiredException(
                    id, "The tokens have expired, and there is none to renew them with.");
        }
        boolean over = tokens.refreshExpiresAt()
                .filter(end -> !now.get().isBefore(end))
                .isPresent();
        if (over) {
            throw new ReauthorizationRequiredException(id, "The time in which its tokens could be renewed is over.");
        }
    }

    /** Empty if this process slept for so long that another one took over, and left tokens that are newer. */
    private Optional<AccessTokenCredential> refreshed(
            CredentialMetadata expected, AccessTokenCredential tokens, String lease, TokenRefresher refresher) {
        boolean done = false;
        try {
            AccessTokenCredential fresh = refresher.refresh(expected, tokens);
            done = true;
            return committed(expected, lease, tokens.receivedAt(), fresh);
        } catch (ReauthorizationRequiredException over) {
            if (isStored(expected, tokens)) {
                throw over;
            }
            return Optional.empty();
        } finally {
            if (!done) {
                release(expected, lease);
            }
        }
    }

    private Optional<AccessTokenCredential> committed(
            CredentialMetadata expected, String lease, Instant replaced, AccessTokenCredential fresh) {
        try {
            if (save(expected, replaced, fresh, facts -> withoutLease(facts, lease))) {
                return Optional.of(fresh);
            }
        } catch (CredentialStoreException failed) {
            throw new UnsavedTokensException(fresh, replaced, failed);
        } catch (OkxConnectException gone) {
            fresh.close();
            throw gone;
        }
        fresh.close();
        return Optional.empty();
    }

    private boolean isStored(CredentialMetadata expected, AccessTokenCredential tokens) {
        try (StoredCredential now = stored.load(expected)) {
            return tokensOf(now).hasSameAccessToken(tokens);
        } catch (CredentialStoreException unreadable) {
            return true;
        }
    }

    /**
     * Stores renewed tokens that the store did not take before, in the place of those that they replaced; has no effect if newer ones
     * are stored.
     *
     * @throws ConnectionClosedException if the account is stored with another credential, or not at all
     */
    void saveAgain(CredentialMetadata expected, Instant replaced, AccessTokenCredential fresh) {
        save(
                expected,
                replaced,
                fresh,
                facts -> facts.toBuilder().withoutAttribute(LEASE).build());
    }

    /**
     * Stores tokens unless newer ones are stored: those that came last are the ones that still work.
     *
     * @param replaced when the tokens came that they were made of; by whatever clock, these are older
     * @return whether they are stored
     */
    private boolean save(
            CredentialMetadata expected,
            Instant replaced,
            AccessTokenCredential fresh,
            UnaryOperator<CredentialMetadata> facts) {
        return change(expected, before -> {
            Instant held = tokensOf(before).receivedAt();
            return held.equals(replaced) || !held.isAfter(fresh.receivedAt())
                    ? Optional.of(before.next(facts.apply(before.metadata()), fresh))
                    : Optional.empty();
        });
    }

    /** Nobody else may wait for a refresh that failed; if the store fails too, they wait until the lease is abandoned. */
    private void release(CredentialMetadata expected, String lease) {
        try {
            change(
                    expected,
                    before -> lease.equals(before.metadata().attributes().get(LEASE))
                            ? Optional.of(before.next(withoutLease(before.metadata(), lease)))
                            : Optional.empty());
        } catch (OkxConnectException e) {
            LOG.debug("A lease could not be released: {}", e.getClass().getSimpleName());
        }
    }

    /** Whether there was something to change. */
    private boolean change(CredentialMetadata expected, Function<StoredCredential, Optional<StoredCredential>> next) {
        for (int i = 0; i < SAVES; i++) {
            try (StoredCredential before = stored.load(expected)) {
                Optional<StoredCredential> changed = next.apply(before);
                if (changed.isEmpty()) {
                    return false;
                }
                if (stored.saveUnlessChanged(changed.get())) {
                    return true;
                }
            }
        }
        throw new CredentialStoreException(
                CredentialStoreException.Reason.CONFLICT,
                "The stored account is being changed all the time.",
                "Find out who writes to the store without end.",
                null);
    }

    private static CredentialMetadata withLease(CredentialMetadata metadata, String lease) {
        return metadata.toBuilder().attribute(LEASE, lease).build();
    }

    private static CredentialMetadata withoutLease(CredentialMetadata metadata, String lease) {
        return lease.equals(metadata.attributes().get(LEASE))
                ? metadata.toBuilder().withoutAttribute(LEASE).build()
                : metadata;
    }
}
