package io.okxconnect.credential;

import io.okxconnect.canary.Canary;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;

/** An app that changes its store again and again, and says before and after each change what it is. */
final class CampaignUser {
    static final List<String> ACCOUNTS = List.of("ann", "bob", "cyd");
    /** By number: two keys, and a password. */
    private static final List<String> KEYS = List.of(Canary.SECRET_KEY, Canary.CLIENT_SECRET, Canary.STORE_PASSWORD);

    private static final int PASSWORD = 2;

    private final EncryptedFileCredentialStore store;
    private final Journal journal;
    private final Random random;
    private int key;
    private int writes;

    CampaignUser(EncryptedFileCredentialStore store, Journal journal, Random random, int key, int writes) {
        this.store = store;
        this.journal = journal;
        this.random = random;
        this.key = key;
        this.writes = writes;
    }

    /** Hears of each change when it begins and when the store has acknowledged it. */
    interface Journal {
        void begins(CampaignChange change);

        void done(CampaignChange change);
    }

    static EncryptedFileCredentialStore open(Path directory, FileOps files, int key) {
        EncryptedFileCredentialStoreBuilder builder = EncryptedFileCredentialStore.builder(directory)
                .seams(new VaultSeams(files, new SecureRandom(), new TestVaults.FakeWaiting()), TestVaults.QUICK);
        if (key == PASSWORD) {
            return builder.password(KEYS.get(key).toCharArray()).open();
        }
        try (Secret secret = Secret.of(KEYS.get(key))) {
            return builder.key(secret).open();
        }
    }

    Journal journal() {
        return journal;
    }

    void change() {
        int choice = random.nextInt(20);
        if (choice == 0) {
            changeKey();
        } else if (choice < 4) {
            delete(anAccount());
        } else {
            save(anAccount());
        }
    }

    private String anAccount() {
        return ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
    }

    void save(String account) {
        long revision = revision(account);
        CampaignChange change = new CampaignChange(CampaignChange.Kind.SAVE, account, ++writes);
        try (StoredCredential next = CampaignRecords.record(account, revision + 1, writes)) {
            journal.begins(change);
            store.save(next);
        }
        journal.done(change);
    }

    private long revision(String account) {
        return store.load(AccountId.of(account))
                .map(stored -> {
                    stored.close();
                    return stored.revision();
                })
                .orElse(0L);
    }

    void delete(String account) {
        CampaignChange change = new CampaignChange(CampaignChange.Kind.DELETE, account, 0);
        journal.begins(change);
        store.delete(AccountId.of(account));
        journal.done(change);
    }

    void changeKey() {
        changeKey((key + 1) % KEYS.size());
    }

    void changeKey(int next) {
        CampaignChange change = new CampaignChange(CampaignChange.Kind.KEY, "", next);
        journal.begins(change);
        if (next == PASSWORD) {
            store.changePassword(KEYS.get(next).toCharArray());
        } else {
            try (Secret secret = Secret.of(KEYS.get(next))) {
                store.changeKey(secret);
            }
        }
        key = next;
        journal.done(change);
    }
}
