package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.credential.contract.CredentialStoreContract;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that the contract test finds what it is there to find: each of these stores breaks one promise. */
class BrokenStoresTest {

    /** A working store to break, one promise at a time. */
    private abstract static class Breakable extends ForwardingStore {
        final ThirtyLineStore inner;

        Breakable(ThirtyLineStore inner) {
            super(inner);
            this.inner = inner;
        }
    }

    enum Breakage {
        LOSES_REVISION_CHECK(inner -> new Breakable(inner) {
            @Override
            public void save(StoredCredential next) {
                inner.table.remove(next.metadata().accountId().value());
                inner.table.put(
                        next.metadata().accountId().value(),
                        new ThirtyLineStore.Row(next.revision(), next.metadata().toMap(), next.toBytes()));
            }
        }),
        RETURNS_SHARED_INSTANCE(inner -> new Breakable(inner) {
            private final Map<AccountId, StoredCredential> shared = new HashMap<>();

            @Override
            public synchronized Optional<StoredCredential> load(AccountId accountId) {
                return inner.load(accountId)
                        .map(fresh -> shared.merge(accountId, fresh, (a, b) -> a.revision() == b.revision() ? a : b));
            }
        }),
        CLOSES_WHAT_IT_IS_GIVEN(inner -> new Breakable(inner) {
            @Override
            public void save(StoredCredential next) {
                inner.save(next);
                next.close();
            }
        }),
        LIST_READS_SECRETS(inner -> new Breakable(inner) {
            @Override
            public List<CredentialMetadata> list() {
                return inner.table.keySet().stream()
                        .map(id -> load(AccountId.of(id)).orElseThrow().metadata())
                        .toList();
            }
        }),
        FORGETS_TO_DELETE(inner -> new Breakable(inner) {
            @Override
            public boolean delete(AccountId accountId) {
                return inner.table.containsKey(accountId.value());
            }
        }),
        KEEPS_REVISION_OF_DELETED(inner -> new Breakable(inner) {
            private final Map<String, Long> last = new ConcurrentSkipListMap<>();

            @Override
            public boolean delete(AccountId accountId) {
                Optional.ofNullable(inner.table.get(accountId.value()))
                        .ifPresent(row -> last.put(accountId.value(), row.revision()));
                return super.delete(accountId);
            }

            @Override
            public void save(StoredCredential next) {
                Long before = last.get(next.metadata().accountId().value());
                if (before != null && next.revision() != before + 1) {
                    StoreConflict.requireNext(next, before);
                }
                inner.save(next);
            }
        }),
        FORGETS_ON_RESTART(inner -> new Breakable(inner) {}),
        IGNORES_CASE_OF_IDS(inner ->
                new Breakable(new ThirtyLineStore(new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER))) {}),
        LOSES_METADATA(inner -> new Breakable(inner) {
            @Override
            public List<CredentialMetadata> list() {
                return inner.list().stream()
                        .map(each -> CredentialMetadata.fromMap(withoutLabel(each)))
                        .toList();
            }

            private Map<String, String> withoutLabel(CredentialMetadata metadata) {
                Map<String, String> text = new HashMap<>(metadata.toMap());
                text.remove("label");
                return text;
            }
        }),
        CHECKS_THEN_SETS_WITHOUT_LOCK(inner -> new Breakable(inner) {
            private final java.util.concurrent.CyclicBarrier together = new java.util.concurrent.CyclicBarrier(8);

            @Override
            public void save(StoredCredential next) {
                ThirtyLineStore.Row row =
                        inner.table.get(next.metadata().accountId().value());
                StoreConflict.requireNext(next, row == null ? 0 : row.revision());
                if (Thread.currentThread().getName().contains("pool")) {
                    meet();
                }
                inner.table.put(
                        next.metadata().accountId().value(),
                        new ThirtyLineStore.Row(next.revision(), next.metadata().toMap(), next.toBytes()));
            }

            private void meet() {
                try {
                    together.await();
                } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
                    throw new IllegalStateException(e);
                }
            }
        });

        private final Function<ThirtyLineStore, Breakable> broken;

        Breakage(Function<ThirtyLineStore, Breakable> broken) {
            this.broken = broken;
        }
    }

    private static final class Contract extends CredentialStoreContract {
        private final Breakage breakage;

        Contract(Breakage breakage) {
            this.breakage = breakage;
        }

        @Override
        protected CredentialStore createStore() {
            return breakage.broken.apply(new ThirtyLineStore());
        }

        @Override
        protected Optional<CredentialStore> reopen(CredentialStore store) {
            Map<String, ThirtyLineStore.Row> table = ((Breakable) store).inner.table;
            boolean forgets = breakage == Breakage.FORGETS_ON_RESTART;
            return Optional.of(breakage.broken.apply(forgets ? new ThirtyLineStore() : new ThirtyLineStore(table)));
        }

        @Override
        protected OptionalLong secretsRead(CredentialStore store) {
            return OptionalLong.of(((Breakable) store).inner.secretsRead.get());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LOSES_REVISION_CHECK, save_sameRevisionAgain_isConflictAndChangesNothing",
        "RETURNS_SHARED_INSTANCE, load_twice_givesIndependentCopies",
        "CLOSES_WHAT_IT_IS_GIVEN, save_leavesTheCallersCredentialUsable",
        "LIST_READS_SECRETS, list_readsNoSecret",
        "FORGETS_TO_DELETE, delete_stored_forgetsIt",
        "KEEPS_REVISION_OF_DELETED, delete_thenSave_beginsAtRevisionOne",
        "FORGETS_ON_RESTART, reopened_afterEachAcknowledgedChange_hasIt",
        "IGNORES_CASE_OF_IDS, accountIds_thatFileSystemsAndDatabasesConfuse_areKeptApart",
        "LOSES_METADATA, list_severalAccounts_isOrderedAndComplete",
        "CHECKS_THEN_SETS_WITHOUT_LOCK, save_manyWritersOfOneRevision_oneWins"
    })
    void contract_brokenStore_failsTheTestOfThatPromise(Breakage breakage, String test) throws Exception {
        assertThat(failedTests(new Contract(breakage))).contains(test);
    }

    @Test
    void contract_workingStore_passes() throws Exception {
        assertThat(failedTests(new ThirtyLineStoreTest())).isEmpty();
    }

    private static Set<String> failedTests(CredentialStoreContract contract) throws IllegalAccessException {
        Set<String> failed = new TreeSet<>();
        for (Method test : CredentialStoreContract.class.getMethods()) {
            if (Arrays.stream(test.getAnnotations()).anyMatch(Test.class::isInstance)) {
                try {
                    test.invoke(contract);
                } catch (InvocationTargetException failure) {
                    failed.add(test.getName());
                }
            }
        }
        return failed;
    }
}
