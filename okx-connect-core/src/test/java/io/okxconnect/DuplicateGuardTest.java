package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;
import static io.okxconnect.TestExchange.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.error.DifferentAccountException;
import io.okxconnect.error.DuplicateAccountException;
import io.okxconnect.error.RetryAdvice;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxUser;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One OKX account under two ids is a matter for the app's policy, before anything is stored. */
class DuplicateGuardTest extends ConnectorScene {
    private static final AccountId CAROL = AccountId.of("carol");

    private final List<DuplicateAccount> asked = new CopyOnWriteArrayList<>();

    private ExchangeConnectorBuilder asking(DuplicatePolicy policy) {
        return exchange.builder().sharedCredentialStore(store).duplicatePolicy(duplicate -> {
            asked.add(duplicate);
            return policy.decide(duplicate);
        });
    }

    private static Connection connect(ExchangeConnector connector, AccountId id, SandboxApiKey key) {
        try (ApiKeyCredential credential = credential(key)) {
            return connector.connect(id, credential);
        }
    }

    private List<AccountId> storedIds() {
        return store.list().stream().map(CredentialMetadata::accountId).toList();
    }

    @Test
    void connect_sameAccountUnderAnotherId_isRefusedWithoutNamingIt() {
        connect(ALICE, exchange.tradingKey());
        SandboxApiKey other = exchange.tradingKey();

        assertThatThrownBy(() -> connect(CAROL, other))
                .isInstanceOfSatisfying(
                        DuplicateAccountException.class,
                        e -> assertThat(e.retryAdvice()).isEqualTo(RetryAdvice.FIX))
                .hasMessageContaining("carol")
                .hasMessageNotContaining("alice");

        assertThat(storedIds()).containsExactly(ALICE);
        assertThat(okx.connection(ALICE).check().isReady()).isTrue();
    }

    @Test
    void connect_sameAccountAfterARestart_isRefusedToo() {
        connect(ALICE, exchange.tradingKey());
        try (ExchangeConnector restarted = exchange.connector(store)) {
            assertThatThrownBy(() -> connect(restarted, CAROL, exchange.tradingKey()))
                    .isInstanceOf(DuplicateAccountException.class);
        }
        assertThat(storedIds()).containsExactly(ALICE);
    }

    @Test
    void connect_sameAccountAfterDisconnect_isFine() {
        connect(ALICE, exchange.tradingKey()).disconnect();

        assertThat(connect(CAROL, exchange.tradingKey()).check().isReady()).isTrue();
    }

    @Test
    void connect_sameAccountDisconnectedByAnotherProcess_isFine() {
        connect(ALICE, exchange.tradingKey());
        store.delete(ALICE);

        assertThat(connect(CAROL, exchange.tradingKey()).check().isReady()).isTrue();
    }

    @Test
    void connect_sameAccountConnectedByAnotherProcessLater_isSeenWithinAMinute() {
        connect(ALICE, exchange.tradingKey()).disconnect();
        try (ExchangeConnector other = exchange.connector(store)) {
            connect(other, AccountId.of("dave"), exchange.tradingKey());
        }
        exchange.okx.clock().advance(AccountIndex.LIST_AGAIN_AFTER);

        assertThatThrownBy(() -> connect(CAROL, exchange.tradingKey())).isInstanceOf(DuplicateAccountException.class);
    }

    @Test
    void connect_sameUidLiveAndDemo_areTwoAccounts() {
        connect(ALICE, exchange.tradingKey());
        try (ExchangeConnector live = asking(DuplicatePolicy.refuseSameAccount())
                .environment(TradingEnvironment.LIVE)
                .build()) {
            SandboxApiKey key = exchange.alice.createApiKey(
                    exchange.keyRequest().environment(SandboxEnvironment.LIVE).read());
            connect(live, CAROL, key);
        }
        assertThat(storedIds()).containsExactly(ALICE, CAROL);
        assertThat(asked).isEmpty();
    }

    @Test
    void connect_subAccounts_areAskedForAndAllowedByDefault() {
        SandboxUser sub = exchange.alice.createSubAccount("alice-sub");
        SandboxUser other = exchange.alice.createSubAccount("alice-other");
        try (ExchangeConnector connector =
                asking(DuplicatePolicy.refuseSameAccount()).build()) {
            connect(connector, ALICE, exchange.tradingKey());
            connect(
                    connector,
                    CAROL,
                    sub.createApiKey(exchange.keyRequest().read().trade()));
            AccountId dave = AccountId.of("dave");
            connect(
                    connector,
                    dave,
                    other.createApiKey(exchange.keyRequest().read().trade()));

            assertThat(asked).extracting(DuplicateAccount::relation).containsOnly(UidRelation.SAME_MAIN_ACCOUNT);
            assertThat(asked)
                    .extracting(DuplicateAccount::accountId, DuplicateAccount::connectedAs)
                    .containsExactlyInAnyOrder(tuple(CAROL, ALICE), tuple(dave, ALICE), tuple(dave, CAROL));
            assertThat(asked.get(0).connectedOrigin()).isEqualTo(CredentialOrigin.MANUAL);
            assertThat(asked.get(0).siteName()).isEqualTo("sandbox");
            assertThat(asked.get(0).environment()).isEqualTo(TradingEnvironment.DEMO);
        }
        assertThat(storedIds()).hasSize(3);
    }

    @Test
    void connect_policyRefusesSubAccounts_saysSo() {
        SandboxUser sub = exchange.alice.createSubAccount("alice-sub");
        connect(ALICE, exchange.tradingKey());
        try (ExchangeConnector strict =
                asking(duplicate -> DuplicatePolicy.Decision.REFUSE).build()) {
            SandboxApiKey key = sub.createApiKey(exchange.keyRequest().read().trade());
            assertThatThrownBy(() -> connect(strict, CAROL, key))
                    .isInstanceOf(DuplicateAccountException.class)
                    .hasMessageContaining("same main account");
        }
        assertThat(storedIds()).containsExactly(ALICE);
    }

    @Test
    void connect_policyAllowsAll_storesBoth() {
        connect(ALICE, exchange.tradingKey());
        try (ExchangeConnector open = asking(DuplicatePolicy.allowAll()).build()) {
            assertThat(connect(open, CAROL, exchange.tradingKey()).check().isReady())
                    .isTrue();
        }
        assertThat(storedIds()).containsExactly(ALICE, CAROL);
        assertThat(asked).extracting(DuplicateAccount::relation).containsExactly(UidRelation.SAME_ACCOUNT);
    }

    @Test
    void connect_sameIdAgain_isNoDuplicate() {
        connect(ALICE, exchange.tradingKey());
        connect(ALICE, exchange.tradingKey());

        assertThat(storedIds()).containsExactly(ALICE);
    }

    @Test
    void connect_idHoldsAnotherAccount_policyIsNotAsked() {
        SandboxUser bob = exchange.okx.createUser("bob");
        connect(ALICE, exchange.tradingKey());
        connect(CAROL, bob.createApiKey(exchange.keyRequest().read().trade()));
        try (ExchangeConnector connector = asking(DuplicatePolicy.allowAll()).build()) {
            assertThatThrownBy(() -> connect(connector, CAROL, exchange.tradingKey()))
                    .isInstanceOf(DifferentAccountException.class);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void connect_policyFails_storesNothing() {
        connect(ALICE, exchange.tradingKey());
        IllegalStateException own = new IllegalStateException("the app's own");
        try (ExchangeConnector connector = asking(duplicate -> {
                    throw own;
                })
                .build()) {
            assertThatThrownBy(() -> connect(connector, CAROL, exchange.tradingKey()))
                    .isSameAs(own);
        }
        assertThat(storedIds()).containsExactly(ALICE);
    }

    @Test
    void connect_policyMovesTheAccount_disconnectsTheOtherFirst() {
        ExchangeConnector[] self = new ExchangeConnector[1];
        try (ExchangeConnector moving = asking(duplicate -> {
                    self[0].connection(duplicate.connectedAs()).disconnect();
                    return DuplicatePolicy.Decision.ALLOW;
                })
                .build()) {
            self[0] = moving;
            connect(moving, ALICE, exchange.tradingKey());

            connect(moving, CAROL, exchange.tradingKey());

            assertThat(storedIds()).containsExactly(CAROL);
        }
    }

    @Test
    void connect_sameAccountUnderTwoIdsAtOnce_oneWins() throws Exception {
        for (int round = 0; round < 20; round++) {
            List<SandboxApiKey> keys = List.of(exchange.tradingKey(), exchange.tradingKey());
            CyclicBarrier together = new CyclicBarrier(2);
            AtomicInteger refused = new AtomicInteger();
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try {
                List<Future<?>> connects = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    AccountId id = i == 0 ? ALICE : CAROL;
                    SandboxApiKey key = keys.get(i);
                    connects.add(pool.submit(() -> {
                        together.await();
                        try {
                            connect(id, key);
                        } catch (DuplicateAccountException e) {
                            refused.incrementAndGet();
                        }
                        return null;
                    }));
                }
                for (Future<?> connect : connects) {
                    connect.get();
                }
            } finally {
                pool.shutdownNow();
            }
            assertThat(refused).hasValue(1);
            assertThat(storedIds()).hasSize(1);
            okx.connection(storedIds().get(0)).disconnect();
            keys.forEach(SandboxApiKey::delete);
        }
    }

    @Test
    void connect_manyAccounts_listsTheStoreOnce() {
        AtomicInteger lists = new AtomicInteger();
        StoreProbe probe = new StoreProbe(store);
        probe.beforeList = lists::incrementAndGet;
        try (ExchangeConnector connector = exchange.connector(probe)) {
            for (int i = 0; i < 5; i++) {
                SandboxUser user = exchange.okx.createUser("user" + i);
                connect(
                        connector,
                        AccountId.of("user" + i),
                        user.createApiKey(exchange.keyRequest().read().trade()));
            }
        }
        assertThat(lists).hasValue(1);
    }

    @Test
    void connect_storedWithoutUid_isNoDuplicate() {
        SandboxApiKey key = exchange.tradingKey();
        CredentialMetadata old = CredentialMetadata.builder(ALICE)
                .site(Site.custom("sandbox", exchange.okx.uri()))
                .environment(TradingEnvironment.DEMO)
                .origin(CredentialOrigin.MANUAL)
                .build();
        try (ApiKeyCredential credential = credential(key);
                StoredCredential stored = StoredCredential.of(old, 1, credential)) {
            store.save(stored);
        }

        connect(CAROL, exchange.tradingKey());

        assertThat(storedIds()).containsExactly(ALICE, CAROL);
    }
}
