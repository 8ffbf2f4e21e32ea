package io.okxconnect.oauth;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A store as an app on several nodes writes it: a shared map of ids and bytes. */
final class BytesStore implements PendingAuthorizationStore {
    private final Map<String, byte[]> shared;

    BytesStore() {
        this(new ConcurrentHashMap<>());
    }

    private BytesStore(Map<String, byte[]> shared) {
        this.shared = shared;
    }

    BytesStore otherNode() {
        return new BytesStore(shared);
    }

    @Override
    public void save(PendingAuthorization pending) {
        shared.put(pending.id(), pending.toBytes());
    }

    @Override
    public Optional<PendingAuthorization> find(String id) {
        return Optional.ofNullable(shared.get(id)).map(PendingAuthorization::fromBytes);
    }

    @Override
    public boolean take(String id) {
        return shared.remove(id) != null;
    }
}
