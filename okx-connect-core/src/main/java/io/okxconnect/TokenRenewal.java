package io.okxconnect;

import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.ReauthorizationRequiredException;
import io.okxconnect.rest.HttpMethod;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import io.okxconnect.spi.TokenRefresher;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one account's tokens usable: renews them before they expire, and once more when OKX says that they have. Of the threads that
 * need it one does it; the others wait for it, as long as their calls have time, and share its result.
 */
final class TokenRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(TokenRenewal.class);
    private static final String EXPIRED = "53002";
    /** Old tokens are refused so when somebody has renewed them, and when the user has ended the consent. */
    private static final Set<String> PERHAPS_RENEWED = Set.of("53000", EXPIRED, "53003");
    /** How long stale tokens are used on after a renewal failed. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final AccountSession session;
    private final Supplier<CredentialMetadata> expected;
    private final TokenRenewals shared;
    private final Consumer<OkxConnectException> trouble;
    private final LeaseWatch watch;
    private final ReentrantLock flight = new ReentrantLock();
    /** Counts renewals that were tried. */
    private final AtomicInteger tries = new AtomicInteger();

    private volatile @Nullable OkxConnectException lastFailure;
    /** The tokens that were refused a renewal for good; not those that only this machine's clock takes for too old. */
    private volatile @Nullable TokenFacts ended;
    /** Whether the renewal under way has got as far as asking; for the thread that holds the flight. */
    private boolean asked;

    private volatile @Nullable Unsaved unsaved;
    private volatile boolean paused;
    private volatile long pausedAt;

    /**
     * Tokens that the store did not take.
     *
     * @param tokens a copy of them
     * @param replaced when the tokens came that they were made of
     * @param failure why
     */
    private record Unsaved(AccessTokenCredential tokens, Instant replaced, CredentialStoreException failure) {}

    TokenRenewal(
            AccountSession session,
            Supplier<CredentialMetadata> expected,
            TokenRenewals shared,
            Consumer<OkxConnectException> trouble) {
        this.session = session;
        this.expected = expected;
        this.shared = shared;
        this.trouble = trouble;
        this.watch = shared.watch();
    }

    /** Makes a signed call with tokens that are not known to be old; a read that finds them old all the same is made again, once. */
    RestResponse call(RestRequest request) {
        CallTime time = shared.time(request.timeout());
        LeasedKey used = usable(time, request.method());
        try {
            return session.send(request, time.left());
        } catch (AuthenticationRejectedException refused) {
            if (!repaired(used, refused, time) || request.method() != HttpMethod.GET) {
                throw refused;
            }
            return session.send(request, time.left());
        }
    }

    /** Renews tokens that a call would renew now. */
    void renewIfOld() {
        usable(shared.time(TokenRenewals.LEASE_LASTS), HttpMethod.GET);
    }

    /** An order does not wait for new tokens as long as the old ones work: the next read renews them. */
    private LeasedKey usable(CallTime time, HttpMethod method) {
        saveAgain();
        LeasedKey used = session.openKey();
        TokenFacts facts = used.tokenFacts();
        TokenLife life = facts == null ? TokenLife.FRESH : facts.life(shared.now());
        boolean waits = life == TokenLife.STALE && (isPaused() || method != HttpMethod.GET);
        if (life == TokenLife.FRESH || waits) {
            return used;
        }
        try {
            renewed(used, TokenExchange.Otherwise.REFRESH, time);
        } catch (OkxConnectException failed) {
            if (life == TokenLife.EXPIRED || session.isClosed()) {
                throw failed;
            }
            pausedAt = shared.nanoTime();
            paused = true;
            LOG.debug(
                    "Tokens could not be renewed in advance: {}",
                    failed.getClass().getSimpleName());
        }
        return session.openKey();
    }

    private boolean isPaused() {
        return paused && shared.nanoTime() - pausedAt < PAUSE.toNanos();
    }

    /** Whether a refused call has a chance by now; otherwise the status says what is wrong. */
    private boolean repaired(LeasedKey used, AuthenticationRejectedException refused, CallTime time) {
        if (session.openKey() != used) {
            return true;
        }
        if (PERHAPS_RENEWED.contains(refused.code())) {
            try {
                boolean expired = refused.code().equals(EXPIRED);
                if (renewed(used, expired ? TokenExchange.Otherwise.REFRESH : TokenExchange.Otherwise.NOTHING, time)) {
                    return true;
                }
            } catch (OkxConnectException failed) {
                // What OKX said of the call is what its caller has to hear.
                LOG.debug(
                        "Refused tokens could not be renewed: {}",
                        failed.getClass().getSimpleName());
                return false;
            }
        }
        tell(used, refused);
        return false;
    }

    /** What OKX says of old tokens says nothing of those of a new consent that came meanwhile. */
    private void tell(LeasedKey used, OkxConnectException failure) {
        if (!session.hasReplaced(used)) {
            trouble.accept(failure);
        }
    }

    /**
     * Renews tokens that are older than that, whether they still work or not.
     *
     * @throws OkxConnectException if they cannot be renewed
     */
    void refreshIfOlder(Duration age) {
        saveAgain();
        LeasedKey used = session.openKey();
        TokenFacts facts = used.tokenFacts();
        if (facts != null && !facts.receivedAt().plus(age).isAfter(shared.now())) {
            renewed(used, TokenExchange.Otherwise.REFRESH, shared.time(TokenRenewals.LEASE_LASTS));
        }
    }

    /** Whether other tokens are in use now. */
    private boolean renewed(LeasedKey used, TokenExchange.Otherwise otherwise, CallTime time) {
        int before = tries.get();
        try {
            time.lock(flight);
            try {
                return renewedInFlight(used, otherwise, time, before);
            } finally {
                flight.unlock();
            }
        } catch (ReauthorizationRequiredException over) {
            tell(used, over);
            throw over;
        } catch (UnsavedTokensException unsavedTokens) {
            trouble.accept(unsavedTokens.failure());
            return true;
        }
    }

    private boolean renewedInFlight(LeasedKey used, TokenExchange.Otherwise otherwise, CallTime time, int before) {
        if (session.openKey() != used) {
            return true;
        }
        OkxConnectException known = lastFailure;
        if (known != null && tries.get() != before) {
            throw known;
        }
        // A consent that is over is not tried again; but another process may have got new tokens all the same.
        OkxConnectException over = Objects.equals(ended, used.tokenFacts()) ? known : null;
        asked = over != null;
        try {
            Optional<AccessTokenCredential> fresh = shared.exchange()
                    .renew(
                            expected.get(),
                            used,
                            over == null ? otherwise : TokenExchange.Otherwise.NOTHING,
                            this::refresher,
                            watch,
                            time::pause);
            if (over != null && fresh.isEmpty()) {
                throw over;
            }
            fresh.ifPresent(tokens -> takeOver(used, tokens));
            settled(null);
            return fresh.isPresent();
        } catch (UnsavedTokensException kept) {
            unsaved = new Unsaved(kept.tokens().copy(), kept.replaced(), kept.failure());
            takeOver(used, kept.tokens());
            settled(null);
            throw kept;
        } catch (OkxConnectException failure) {
            OkxConnectException told = over == null ? failure : over;
            ended = asked && told instanceof ReauthorizationRequiredException ? used.tokenFacts() : null;
            settled(told);
            throw told;
        }
    }

    private TokenRefresher refresher() {
        asked = true;
        return shared.refresher(session);
    }

    private void settled(@Nullable OkxConnectException failure) {
        lastFailure = failure;
        paused = false;
        tries.incrementAndGet();
    }

    private void takeOver(LeasedKey used, AccessTokenCredential tokens) {
        try (tokens) {
            session.renewKey(used, LeasedKey.of(tokens));
        }
    }

    boolean holdsUnsaved() {
        return unsaved != null;
    }

    /** Why the store did not take the tokens in use; null if it did. */
    @Nullable
    CredentialStoreException storeFailure() {
        Unsaved waiting = unsaved;
        return waiting == null ? null : waiting.failure();
    }

    /** Tokens that the store did not take are offered to it again before each call, and at the end. */
    void saveAgain() {
        if (unsaved == null || !flight.tryLock()) {
            return;
        }
        try {
            Unsaved waiting = unsaved;
            if (waiting != null) {
                shared.exchange().saveAgain(expected.get(), waiting.replaced(), waiting.tokens());
                waiting.tokens().close();
                unsaved = null;
            }
        } catch (OkxConnectException stillNot) {
            LOG.debug(
                    "Renewed tokens still cannot be stored: {}",
                    stillNot.getClass().getSimpleName());
        } finally {
            flight.unlock();
        }
    }

    /** Wipes what is not stored. */
    void close() {
        Unsaved waiting = unsaved;
        if (waiting != null) {
            waiting.tokens().close();
        }
    }
}
