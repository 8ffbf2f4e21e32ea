package io.okxconnect.oauth;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.oauth.error.CallbackRejectedException.Reason;
import io.okxconnect.oauth.error.OAuthErrorException;
import io.okxconnect.oauth.internal.Addresses;
import io.okxconnect.oauth.internal.AuthorizationParameters;
import io.okxconnect.oauth.internal.AuthorizationUrl;
import io.okxconnect.oauth.internal.Digests;
import io.okxconnect.oauth.internal.RandomText;
import io.okxconnect.oauth.internal.SecretText;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of an authorization that all of OKX's profiles share: from begin to a code that may be exchanged. Every check comes before the
 * pending authorization is taken, so a callback that fails one changes nothing; taking it is what makes a state good for one use.
 */
final class AuthorizationFlow {
    /** As long as OKX's code lives. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final PendingAuthorizationStore store;
    private final Map<String, OAuthSite> sites = new LinkedHashMap<>();
    private final Clock clock;
    private final SecureRandom random;
    private final Duration lifetime;

    AuthorizationFlow(
            PendingAuthorizationStore store,
            List<OAuthSite> enabled,
            Clock clock,
            SecureRandom random,
            Duration lifetime) {
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.lifetime = requireLifetime(lifetime);
        enabled.forEach(site -> sites.put(site.site().name(), site));
    }

    static Duration requireLifetime(Duration lifetime) {
        if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(LONGEST) > 0) {
            throw new InvalidArgumentException(
                    "lifetime", "must be more than 0 and at most 10 minutes", "OKX's codes live as long.");
        }
        return lifetime;
    }

    AuthorizationRequest begin(FlowStart start) {
        OAuthSite site = start.site();
        if (!site.equals(sites.get(site.site().name()))) {
            throw new InvalidArgumentException(
                    "site", "must be one of the enabled sites", "Enable it, or begin at another.");
        }
        URI redirectUri = Addresses.redirect("redirectUri", start.redirectUri());
        String state = RandomText.next(random);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        CodeVerifier verifier = start.profile().usesPkce() ? CodeVerifier.generate(random) : null;
        try (PendingAuthorization pending = new PendingAuthorization(
                PendingAuthorization.idOf(state),
                start.kind(),
                start.accountId(),
                site.site().name(),
                start.environment(),
                redirectUri,
                start.session().digest(),
                now,
                now.plus(lifetime),
                verifier == null ? null : verifier.secret(),
                start.attributes())) {
            AuthorizationParameters parameters = start.profile()
                    .authorize(redirectUri, state, verifier == null ? null : SecretText.of(verifier.secret()))
                    .with(site.extraParameters());
            URI url = AuthorizationUrl.of(site.authorizeEndpoint(), parameters);
            store.save(pending);
            return new AuthorizationRequest(url, pending.expiresAt());
        }
    }

    /**
     * Checks a callback and takes the authorization that it answers.
     *
     * @throws CallbackRejectedException if it answers none; nothing has changed
     * @throws OAuthErrorException if it answers one with a refusal; that one is over
     */
    ConfirmedCode confirm(AuthorizationCallback callback, OAuthProfile kind, URI redirectUri, SessionBinding session) {
        PendingAuthorization pending = pending(callback);
        boolean mine = false;
        try {
            requireSame(pending, kind, redirectUri, session);
            if (callback instanceof AuthorizationCallback.Code code) {
                OAuthSite site = sites.get(pending.siteName());
                if (site == null) {
                    throw new CallbackRejectedException(Reason.SITE_NOT_ENABLED);
                }
                URI base = CallbackOrigins.confirm(code.domain().orElse(null), site, sites.values());
                take(pending);
                mine = true;
                return new ConfirmedCode(code.code(), pending, site, base);
            }
            take(pending);
            throw new OAuthErrorException("the callback", ((AuthorizationCallback.Refusal) callback).error(), 0, null);
        } finally {
            if (!mine) {
                pending.close();
            }
        }
    }

    private PendingAuthorization pending(AuthorizationCallback callback) {
        String state = state(callback);
        String id = PendingAuthorization.idOf(state);
        PendingAuthorization pending =
                store.find(id).orElseThrow(() -> new CallbackRejectedException(Reason.STATE_NOT_PENDING));
        // A store that compares loosely must not decide: the state is right only if its digest is the same to the last
        // bit.
        if (!Digests.same(pending.id(), id)) {
            pending.close();
            throw new CallbackRejectedException(Reason.STATE_NOT_PENDING);
        }
        return pending;
    }

    private static String state(AuthorizationCallback callback) {
        if (callback instanceof AuthorizationCallback.Code code) {
            return code.stateText().orElseThrow(() -> new CallbackRejectedException(Reason.STATE_MISSING));
        }
        if (callback instanceof AuthorizationCallback.Refusal refusal) {
            return refusal.stateText().orElseThrow(() -> new CallbackRejectedException(Reason.STATE_MISSING));
        }
        throw new CallbackRejectedException(Reason.MALFORMED);
    }

    private void requireSame(PendingAuthorization pending, OAuthProfile kind, URI redirectUri, SessionBinding session) {
        if (!Digests.same(pending.sessionDigest(), session.digest())) {
            throw new CallbackRejectedException(Reason.OTHER_SESSION);
        }
        if (pending.profile() != kind || !pending.redirectUri().toString().equals(redirectUri.toString())) {
            throw new CallbackRejectedException(Reason.OTHER_FLOW);
        }
        if (!clock.instant().isBefore(pending.expiresAt())) {
            throw new CallbackRejectedException(Reason.STATE_EXPIRED);
        }
    }

    private void take(PendingAuthorization pending) {
        if (!store.take(pending.id())) {
            throw new CallbackRejectedException(Reason.STATE_NOT_PENDING);
        }
    }
}
