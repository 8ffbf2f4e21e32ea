package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** A store as an app would write it: rows of id, revision, metadata and bytes (which a real one encrypts). */
final class ThirtyLineStore implements CredentialStore {
    record Row(long revision, Map<String, String> metadata, byte[] secret) {}

    final Map<String, Row> table;
    final AtomicLong secretsRead = new AtomicLong();

    ThirtyLineStore(Map<String, Row> table) {
        this.table = table;
    }

    ThirtyLineStore() {
        this(new ConcurrentSkipListMap<>());
    }

    @Override
    public Optional<StoredCredential> load(AccountId accountId) {
        Optional<Row> row = Optional.ofNullable(table.get(accountId.value()));
        row.ifPresent(each -> secretsRead.incrementAndGet());
        return row.map(each -> StoredCredential.fromBytes(each.secret()));
    }

    @Override
    public void save(StoredCredential next) {
        table.compute(next.metadata().accountId().value(), (id, row) -> {
            if (next.revision() - 1 != (row == null ? 0 : row.revision())) {
                throw new CredentialStoreException(Reason.CONFLICT, "Changed in between.", "Load it again.", null);
            }
            return new Row(next.revision(), next.metadata().toMap(), next.toBytes());
        });
    }

    @Override
    public boolean delete(AccountId accountId) {
        return table.remove(accountId.value()) != null;
    }

    @Override
    public List<CredentialMetadata> list() {
        return table.values().stream()
                .map(row -> CredentialMetadata.fromMap(row.metadata()))
                .toList();
    }
}
