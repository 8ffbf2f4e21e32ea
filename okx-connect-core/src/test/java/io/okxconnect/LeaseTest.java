package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;
import static io.okxconnect.TestExchange.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.credential.Secret;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.error.ReauthorizationRequiredException;
import io.okxconnect.error.TransportTimeoutException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a process does that meets another one's lease. */
class LeaseTest {
    private final InMemoryCredentialStore store = new InMemoryCredentialStore();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final TokenExchange exchange =
            new TokenExchange(new StoredAccounts(store), () -> NOW, () -> "lease" + refreshes.get());
    private final LeaseWatch watch = new LeaseWatch(nanos::get, TokenRenewals.LEASE_LASTS);
    private final CredentialMetadata account = CredentialMetadata.builder(ALICE)
            .site(Site.GLOBAL)
            .environment(TradingEnvironment.DEMO)
            .origin(CredentialOrigin.OAUTH)
            .connectedAt(NOW)
            .build();
    private int pauses;

    private static AccessTokenCredential tokens(String access, Duration age) {
        try (Secret accessToken = Secret.of(access);
                Secret refreshToken = Secret.of(Canary.REFRESH_TOKEN)) {
            return AccessTokenCredential.builder(accessToken)
                    .refreshToken(refreshToken)
                    .receivedAt(NOW.minus(age))
                    .expiresAt(NOW.minus(age).plusSeconds(3600))
                    .build();
        }
    }

    private void store(AccessTokenCredential tokens, String lease) {
        CredentialMetadata leased = account.toBuilder()
                .attribute("okx-connect.refresh-lease", lease)
                .build();
        long revision = store.load(ALICE).map(StoredCredential::revision).orElse(0L);
        store.save(StoredCredential.of(leased, revision + 1, tokens));
    }

    private AccessTokenCredential renew(LeasedKey used, Runnable wait) {
        return exchange.renew(
                        account,
                        used,
                        TokenExchange.Otherwise.REFRESH,
                        () -> (metadata, current) -> {
                            refreshes.incrementAndGet();
                            return tokens("renewed-here", Duration.ZERO);
                        },
                        watch,
                        wait)
                .orElseThrow();
    }

    private void pause() {
        pauses++;
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void renew_anotherOneIsAtIt_waitsAndTakesItsTokens() {
        AccessTokenCredential old = tokens(Canary.ACCESS_TOKEN, Duration.ofHours(1));
        store(old, "theirs");
        LeasedKey used = LeasedKey.of(old);

        AccessTokenCredential got = renew(used, () -> {
            pause();
            if (pauses == 3) {
                store(tokens("renewed-there", Duration.ZERO), "theirs");
            }
        });

        try (AccessTokenCredential there = tokens("renewed-there", Duration.ZERO)) {
            assertThat(got.hasSameAccessToken(there)).isTrue();
        }
        assertThat(refreshes).hasValue(0);
    }

    @Test
    void renew_theOtherOneDied_takesOverAfterAMinute() {
        AccessTokenCredential old = tokens(Canary.ACCESS_TOKEN, Duration.ofHours(1));
        store(old, "theirs");

        renew(LeasedKey.of(old), this::pause);

        assertThat(pauses).isEqualTo(60);
        assertThat(refreshes).hasValue(1);
        assertThat(store.load(ALICE).orElseThrow().metadata().attributes()).isEmpty();
    }

    @Test
    void renew_leaseChangesHands_startsTheMinuteAnew() {
        AccessTokenCredential old = tokens(Canary.ACCESS_TOKEN, Duration.ofHours(1));
        store(old, "theirs");

        renew(LeasedKey.of(old), () -> {
            pause();
            if (pauses == 59) {
                store(tokens(Canary.ACCESS_TOKEN, Duration.ofHours(1)), "the-third-one's");
            }
        });

        assertThat(pauses).isEqualTo(59 + 60);
    }

    @Test
    void renew_callHasNoTimeLeft_leavesTheLeaseAlone() {
        AccessTokenCredential old = tokens(Canary.ACCESS_TOKEN, Duration.ofHours(1));
        store(old, "theirs");
        CallTime time = new CallTime(Duration.ofSeconds(5), nanos::get, wait -> nanos.addAndGet(wait.toNanos()));

        assertThatThrownBy(() -> renew(LeasedKey.of(old), time::pause)).isInstanceOf(TransportTimeoutException.class);

        assertThat(store.load(ALICE).orElseThrow().metadata().attributes()).containsValue("theirs");
        assertThat(refreshes).hasValue(0);
    }

    @Test
    void renew_checkIsStoredMeanwhile_keepsBoth() {
        AccessTokenCredential old = tokens(Canary.ACCESS_TOKEN, Duration.ofHours(1));
        store.save(StoredCredential.of(account, 1, old));
        AccessTokenCredential got = exchange.renew(
                        account,
                        LeasedKey.of(old),
                        TokenExchange.Otherwise.REFRESH,
                        () -> (metadata, current) -> {
                            StoredCredential now = store.load(ALICE).orElseThrow();
                            store.save(now.next(now.metadata().toBuilder()
                                    .status("CONNECTED")
                                    .build()));
                            return tokens("renewed-here", Duration.ZERO);
                        },
                        watch,
                        this::pause)
                .orElseThrow();

        StoredCredential stored = store.load(ALICE).orElseThrow();
        assertThat(stored.metadata().status()).contains("CONNECTED");
        assertThat(stored.metadata().attributes()).isEmpty();
        assertThat(((AccessTokenCredential) stored.credential()).hasSameAccessToken(got))
                .isTrue();
    }

    private AccessTokenCredential renewWhile(Runnable duringRefresh, Supplier<AccessTokenCredential> answer) {
        AccessTokenCredential old = tokens(Canary.ACCESS_TOKEN, Duration.ofHours(1));
        store.save(StoredCredential.of(account, 1, old));
        return exchange.renew(
                        account,
                        LeasedKey.of(old),
                        TokenExchange.Otherwise.REFRESH,
                        () -> (metadata, current) -> {
                            refreshes.incrementAndGet();
                            duringRefresh.run();
                            return answer.get();
                        },
                        watch,
                        this::pause)
                .orElseThrow();
    }

    private boolean isStored(String access) {
        try (AccessTokenCredential expected = tokens(access, Duration.ZERO);
                StoredCredential stored = store.load(ALICE).orElseThrow()) {
            return ((AccessTokenCredential) stored.credential()).hasSameAccessToken(expected);
        }
    }

    @Test
    void renew_sleptSoLongThatAnotherOneTookOver_takesItsTokens() {
        AccessTokenCredential got =
                renewWhile(() -> store(tokens("renewed-there", Duration.ZERO), "another-one's"), () -> {
                    throw new ReauthorizationRequiredException(ALICE.value(), "The refresh token is used up.");
                });

        try (AccessTokenCredential there = tokens("renewed-there", Duration.ZERO)) {
            assertThat(got.hasSameAccessToken(there)).isTrue();
        }
        assertThat(refreshes).hasValue(1);
        assertThat(store.load(ALICE).orElseThrow().metadata().attributes()).containsValue("another-one's");
    }

    @Test
    void renew_sleptAfterTheAnswerUntilAnotherOneTookOver_newerTokensStay() {
        AccessTokenCredential got = renewWhile(
                () -> store(tokens("renewed-there", Duration.ZERO), "gone"),
                () -> tokens("renewed-here", Duration.ofMinutes(2)));

        assertThat(isStored("renewed-there")).isTrue();
        try (AccessTokenCredential there = tokens("renewed-there", Duration.ZERO)) {
            assertThat(got.hasSameAccessToken(there)).isTrue();
        }
    }

    @Test
    void renew_sleptBeforeItAskedUntilAnotherOneTookOver_itsOwnNewerTokensAreStored() {
        renewWhile(
                () -> store(tokens("renewed-there", Duration.ofMinutes(2)), "gone"),
                () -> tokens("renewed-here", Duration.ZERO));

        assertThat(isStored("renewed-here")).isTrue();
    }
}
