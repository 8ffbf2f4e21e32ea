package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a store may hold: what was acknowledged last, or what was begun since. Finds out what is wrong with a store that was
 * opened after a crash.
 */
final class CampaignExpectation implements CampaignUser.Journal {
    /** By account, the numbers of the writes that may be found; 0 for none. */
    private final Map<String, Set<Integer>> writes = new HashMap<>();

    private final Set<Integer> keys = new TreeSet<>();

    CampaignExpectation(int key) {
        keys.add(key);
        CampaignUser.ACCOUNTS.forEach(each -> writes.put(each, new TreeSet<>(Set.of(0))));
    }

    @Override
    public void begins(CampaignChange change) {
        valuesOf(change).add(change.value());
    }

    @Override
    public void done(CampaignChange change) {
        valuesOf(change).clear();
        valuesOf(change).add(change.value());
    }

    @Override
    public String toString() {
        return writes + ", keys " + keys;
    }

    private Set<Integer> valuesOf(CampaignChange change) {
        return change.kind() == CampaignChange.Kind.KEY ? keys : writes.get(change.account());
    }

    /** The keys that may open the store. */
    List<Integer> keys() {
        return List.copyOf(keys);
    }

    /** From now on, what was found is what is stored. */
    void settle(Found found) {
        keys.retainAll(Set.of(found.key()));
        found.writes().forEach((account, write) -> writes.get(account).retainAll(Set.of(write)));
    }

    /**
     * A store as it was found.
     *
     * @param key the number of the key that opens it
     * @param writes by account, the number of the write that is stored; 0 for none
     * @param wrong what must not be
     */
    record Found(int key, Map<String, Integer> writes, List<String> wrong) {}

    /** Opens the store with the keys that it may have, reads all of it, and makes a change. */
    Found inspect(Path directory, FileOps files) {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> found = new HashMap<>();
        for (int key : keys) {
            try (EncryptedFileCredentialStore store = CampaignUser.open(directory, files, key)) {
                CampaignUser.ACCOUNTS.forEach(each -> found.put(each, read(store, each, wrong)));
                long listed = store.list().size();
                if (listed != found.values().stream().filter(each -> each > 0).count()) {
                    wrong.add(listed + " listed of " + found);
                }
                tryAChange(store, wrong);
                return new Found(key, found, wrong);
            } catch (CredentialStoreException failure) {
                if (failure.reason() != Reason.WRONG_PASSWORD_OR_KEY) {
                    wrong.add("store: " + failure);
                    return new Found(key, found, wrong);
                }
            }
        }
        wrong.add("no key of " + keys + " opens it");
        return new Found(-1, found, wrong);
    }

    private int read(CredentialStore store, String account, List<String> wrong) {
        int write = 0;
        try {
            Optional<StoredCredential> stored = store.load(AccountId.of(account));
            if (stored.isPresent()) {
                try (StoredCredential opened = stored.get()) {
                    write = CampaignRecords.writeOf(opened);
                    if (!CampaignRecords.isWhole(opened)) {
                        wrong.add(account + " is torn: " + write);
                    }
                }
            }
        } catch (CredentialStoreException failure) {
            wrong.add(account + ": " + failure.reason());
            return write;
        }
        if (!writes.get(account).contains(write)) {
            wrong.add("%s holds %s, not one of %s".formatted(account, write, writes.get(account)));
        }
        return write;
    }

    private static void tryAChange(CredentialStore store, List<String> wrong) {
        try (StoredCredential record = CampaignRecords.record("zoe", 1, 1)) {
            store.save(record);
            if (!store.delete(AccountId.of("zoe"))) {
                wrong.add("what was just saved is not there");
            }
        } catch (CredentialStoreException failure) {
            wrong.add("it cannot be changed: " + failure);
        }
    }
}
