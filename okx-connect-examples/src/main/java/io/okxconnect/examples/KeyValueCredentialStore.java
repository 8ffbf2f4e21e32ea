package io.okxconnect.examples;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A store of one's own, on anything that keeps values under keys; here a map stands for the company's service. */
final class KeyValueCredentialStore implements CredentialStore {
    @SuppressWarnings("ArrayRecordComponent") // entries are never compared
    private record Entry(long revision, Map<String, String> metadata, byte[] sealed) {}

    private final Map<String, Entry> service = new ConcurrentHashMap<>();
    private final SealedBytes seal = SealedBytes.withFreshKey();

    @Override
    public Optional<StoredCredential> load(AccountId accountId) {
        return Optional.ofNullable(service.get(accountId.value()))
                .map(entry -> seal.open(entry.sealed(), StoredCredential::fromBytes));
    }

    @Override
    public void save(StoredCredential next) {
        Entry entry = new Entry(next.revision(), next.metadata().toMap(), seal.close(next.toBytes()));
        service.compute(next.metadata().accountId().value(), (id, before) -> {
            if ((before == null ? 0 : before.revision()) != next.revision() - 1) {
                throw new CredentialStoreException(
                        Reason.CONFLICT, "Somebody saved '" + id + "' in between.", "Load it again, then save.", null);
            }
            return entry;
        });
    }

    @Override
    public boolean delete(AccountId accountId) {
        return service.remove(accountId.value()) != null;
    }

    @Override
    public List<CredentialMetadata> list() {
        return service.values().stream()
                .map(entry -> CredentialMetadata.fromMap(entry.metadata()))
                .sorted(Comparator.comparing(metadata -> metadata.accountId().value()))
                .toList();
    }
}
