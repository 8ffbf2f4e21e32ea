package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What an app's own store throws arrives as a failure of the store, without its text. */
class GuardedStoreTest extends ConnectorScene {
    private static final Runnable BROKEN = () -> {
        throw new IllegalArgumentException("INSERT ... VALUES ('the secret')");
    };

    private static void assertNamed(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(CredentialStoreException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.IO);
                    assertThat(e).hasNoCause();
                })
                .hasMessageContaining("java.lang.IllegalArgumentException")
                .hasMessageNotContaining("INSERT");
    }

    @Test
    void everyCall_storeThrowsItsOwnFailure_isACredentialStoreException() {
        Connection stored = connect(exchange.tradingKey());
        StoreProbe probe = new StoreProbe(store);
        try (ExchangeConnector other = exchange.connector(probe)) {
            probe.beforeList = BROKEN;
            assertNamed(other::connections);
            probe.beforeList = () -> {};
            probe.beforeLoad = BROKEN;
            assertNamed(() -> other.connection(ALICE));
            probe.beforeLoad = () -> {};
            Connection alice = other.connection(ALICE);
            probe.beforeDelete = BROKEN;
            assertNamed(alice::disconnect);
        }
        assertThat(stored.check().isReady()).isTrue();
    }

    @Test
    void check_storeThrowsItsOwnFailure_theLookStands() {
        Connection alice = connect(exchange.tradingKey());
        StoreProbe probe = new StoreProbe(store);
        try (ExchangeConnector other = exchange.connector(probe)) {
            Connection same = other.connection(alice.accountId());
            same.check();
            probe.beforeLoad = BROKEN;

            assertThat(same.check().isReady()).isTrue();

            assertThat(same.status().state()).isEqualTo(ConnectionState.CONNECTED);
        }
    }

    @Test
    void storesOwnException_passesAsItIs() {
        CredentialStoreException own = new CredentialStoreException(Reason.CORRUPT, "Broken.", "Look.", null);
        StoreProbe probe = new StoreProbe(store);
        probe.beforeList = () -> {
            throw own;
        };

        assertThatThrownBy(new GuardedStore(probe)::list).isSameAs(own);
    }

    @Test
    void everyCall_storeThrowsACheckedException_isACredentialStoreException() {
        connect(exchange.tradingKey());
        StoreProbe probe = new StoreProbe(store);
        probe.beforeLoad = () -> sneak(new IOException("the secret"));
        try (ExchangeConnector other = exchange.connector(probe)) {
            assertThatThrownBy(() -> other.connection(ALICE))
                    .isInstanceOf(CredentialStoreException.class)
                    .hasNoCause()
                    .hasMessageContaining("java.io.IOException")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void storeIsInterrupted_theThreadStaysInterrupted() {
        StoreProbe probe = new StoreProbe(store);
        probe.beforeList = () -> sneak(new InterruptedException());

        assertThatThrownBy(new GuardedStore(probe)::list).isInstanceOf(CredentialStoreException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    /** Throws what the compiler would not let pass, as a store in another language may. */
    @SuppressWarnings("unchecked") // the cast is what hides the exception from the compiler
    private static <E extends Throwable> void sneak(Throwable e) throws E {
        throw (E) e;
    }
}
