package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.contract.PendingAuthorizationStoreContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InMemoryPendingAuthorizationStoreTest extends PendingAuthorizationStoreContract {
    private final SettableClock clock = new SettableClock();

    @Override
    protected PendingAuthorizationStore createStore() {
        return new InMemoryPendingAuthorizationStore(clock, 1_000);
    }

    @Test
    void save_full_forgetsTheOldest() {
        InMemoryPendingAuthorizationStore store = new InMemoryPendingAuthorizationStore(clock, 3);
        for (int i = 0; i < 5_000; i++) {
            try (PendingAuthorization pending = record(i)) {
                store.save(pending);
            }
        }
        assertThat(store.size()).isEqualTo(3);
        for (int i = 4_997; i < 5_000; i++) {
            assertThat(store.take(record(i).id())).isTrue();
        }
        assertThat(store.size()).isZero();
    }

    @Test
    void save_sameSessionOften_forgetsItsOwnOldestOnly() {
        InMemoryPendingAuthorizationStore store = new InMemoryPendingAuthorizationStore(clock, 1_000);
        store.save(record(1));
        for (int i = 0; i < 20; i++) {
            store.save(Records.pending("state " + i, "global"));
        }
        assertThat(store.size()).isEqualTo(9);
        assertThat(store.find(record(1).id())).isPresent();
        assertThat(store.find(PendingAuthorization.idOf("state 11"))).isEmpty();
        assertThat(store.find(PendingAuthorization.idOf("state 12"))).isPresent();
    }

    @Test
    void save_expiredOnes_areForgotten() {
        InMemoryPendingAuthorizationStore store = new InMemoryPendingAuthorizationStore(clock, 1_000);
        store.save(record(1));
        store.save(record(2));
        clock.advance(Duration.ofMinutes(10));
        store.save(Records.pending("later", "global"));
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void create_capacityOutOfRange_isRefused() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> new InMemoryPendingAuthorizationStore(clock, 0));
    }
}
