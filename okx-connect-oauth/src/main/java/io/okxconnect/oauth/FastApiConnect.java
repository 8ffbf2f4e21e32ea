package io.okxconnect.oauth;

import io.okxconnect.Connection;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.Grants;
import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.DifferentAccountException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.oauth.Repeats.Failure;
import io.okxconnect.oauth.error.FastApiException;
import io.okxconnect.oauth.error.FastApiException.KeyAtOkx;
import io.okxconnect.oauth.error.FastApiException.Step;
import io.okxconnect.oauth.internal.Dialect;
import io.okxconnect.oauth.internal.TokenCall;
import io.okxconnect.oauth.internal.TokenEndpoint;
import io.okxconnect.oauth.internal.TokenReply;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;

/** Takes a confirmed code to a connection: the token first, which is wiped when all is done, then the key. */
final class FastApiConnect {
    private final ExchangeConnector okx;
    private final Grants grants;
    private final FastApiSettings settings;
    private final Repeats repeats;
    private final TokenEndpoint endpoint;
    private final AccountTurns turns = new AccountTurns();

    FastApiConnect(ExchangeConnector okx, FastApiSettings settings, Repeats repeats) {
        this.okx = okx;
        this.grants = okx.grants();
        this.settings = settings;
        this.repeats = repeats;
        this.endpoint = new TokenEndpoint(grants.transport(), Dialect.OKX, settings.timeout(), System::nanoTime);
    }

    /**
     * Refuses a connect that could only end with two accounts under one id.
     *
     * @throws DifferentAccountException if the id belongs to an account of another site or environment
     */
    void requireSamePlace(AccountId accountId, Site site, TradingEnvironment environment) {
        AccountPlace.requireSame(grants, accountId, site, environment);
    }

    /** Refuses a closed exchange connector. */
    void requireOpen() {
        grants.requireOpen();
    }

    Connection run(ConfirmedCode code, Secret passphrase) {
        return turns.with(code.pending().accountId(), () -> inTurn(code, passphrase));
    }

    private Connection inTurn(ConfirmedCode code, Secret passphrase) {
        PendingAuthorization pending = code.pending();
        Step step = Step.ACCOUNT;
        try {
            requireSamePlace(pending.accountId(), code.site().site(), pending.environment());
            step = Step.TOKEN;
            try (TokenReply reply = token(code);
                    AccessTokenCredential token = credential(reply)) {
                FastApiTask task = new FastApiTask(
                        pending.accountId(), code.site().site(), code.tokenBase(), pending.environment());
                return new FastApiRun(okx, settings, repeats, task, token)
                        .run(reply.uid().orElse(null), passphrase);
            }
        } catch (FastApiException told) {
            throw told;
        } catch (OkxConnectException failure) {
            throw new FastApiException(step, KeyAtOkx.UNTOUCHED, failure);
        }
    }

    private TokenReply token(ConfirmedCode code) {
        URI address = code.tokenEndpoint();
        Optional<URI> fallback = code.site().tokenEndpointFallback(code.tokenBase());
        // A code that OKX may have seen is never sent again.
        return repeats.of(1, EnumSet.of(Failure.REFUSED_AT_THE_DOOR), () -> {
            TokenCall call = settings.profile().exchange(code.code(), null, settings.redirectUri());
            return fallback.map(other -> endpoint.tokens(address, other, call))
                    .orElseGet(() -> endpoint.tokens(address, call));
        });
    }

    private AccessTokenCredential credential(TokenReply reply) {
        Instant now = grants.clock().instant();
        AccessTokenCredential.Builder token =
                AccessTokenCredential.builder(reply.accessToken()).receivedAt(now);
        reply.lifetime().map(now::plus).ifPresent(token::expiresAt);
        return token.build();
    }
}
