package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.okxconnect.HeapSearch;
import io.okxconnect.credential.contract.CredentialSamples;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each array that held a secret is overwritten where it was used, not only by whoever closes the store: a dump of this heap, the
 * garbage included, is searched for what went through each part.
 */
class WipingTest {
    private static final int KEYS = 2 * AesGcm.KEY_LENGTH;

    @TempDir
    private Path directory;

    private final Map<String, PlantedSecret> planted = new LinkedHashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    private PlantedSecret plant(String what, int length) {
        PlantedSecret secret = new PlantedSecret(length);
        planted.put(what, secret);
        return secret;
    }

    @Test
    void everythingThatHeldASecret_isOverwrittenOrStillOpen() throws Exception {
        // Less garbage of others makes a smaller file.
        System.gc();
        useSecrets();
        useTokens();
        useApiKey();
        useStoreKeys();
        useMemoryStore();
        keepOneOpen();
        leaveOneBehind();
        byte[] heap = dump();
        Map<String, String> secrets = new LinkedHashMap<>();
        planted.forEach((what, secret) -> secrets.put(what, secret.reveal()));
        Map<String, Integer> found = HeapSearch.counts(heap, secrets);
        // The search sees what lives, once in its secret, and what nobody refers to any more.
        assertThat(found.remove("open")).isEqualTo(1);
        assertThat(found.remove("left behind")).isEqualTo(1);
        assertThat(found).allSatisfy((what, copies) -> assertThat(copies).isZero());
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private void useSecrets() {
        plant("secret of bytes", 40).lendBytes(bytes -> {
            try (Secret secret = Secret.of(bytes);
                    Secret copy = secret.copy()) {
                assertThat(secret.constantTimeEquals(copy)).isTrue();
                assertThat((int) secret.use(SecretAccess.insecure(), lent -> lent.length))
                        .isEqualTo(40);
            }
        });
        plant("secret of characters", 40).lendText(text -> Secret.of(text).close());
        plant("destroyed secret", 40).lendText(text -> Secret.of(text).destroy());
    }

    private void useApiKey() {
        PlantedSecret secretKey = plant("secret key", 32);
        PlantedSecret passphrase = plant("passphrase", 32);
        plant("API key", 36)
                .lendText(id -> secretKey.lendText(key -> passphrase.lendText(phrase -> {
                    try (ApiKeyCredential credential = ApiKeyCredential.of(id, key, phrase)) {
                        storeAndRead(credential);
                    }
                })));
    }

    /** Long enough that the buffers they are written into have to grow. */
    private void useTokens() {
        lend("access token", 700, access -> lend("refresh token", 700, refresh -> storeAndRead(access, refresh)));
    }

    private void storeAndRead(Secret access, Secret refresh) {
        lend("device id", 64, device -> {
            try (AccessTokenCredential tokens = AccessTokenCredential.builder(access)
                    .refreshToken(refresh)
                    .deviceId(device)
                    .receivedAt(Instant.EPOCH)
                    .build()) {
                storeAndRead(tokens);
            }
        });
    }

    private void lend(String what, int length, Consumer<Secret> use) {
        plant(what, length).lendBytes(bytes -> {
            try (Secret secret = Secret.of(bytes)) {
                use.accept(secret);
            }
        });
    }

    private void storeAndRead(Credential credential) {
        try (StoredCredential stored = StoredCredential.of(CredentialSamples.metadata("alice"), 1, credential);
                VaultKeys keys = new VaultKeys(new byte[16], new byte[32], new byte[32])) {
            byte[] form = stored.toBytes();
            StoredCredential.fromBytes(form).close();
            Arrays.fill(form, (byte) 0);
            byte[] name = keys.nameOf(AccountId.of("alice"));
            byte[] sealed = VaultRecord.seal(keys, new SecureRandom(), name, new byte[8], stored);
            VaultRecord.requireReadable(new VaultPart("part"), keys, name, sealed)
                    .open(keys)
                    .close();
        }
    }

    /** Both keys in one array; the JDK's ciphers keep copies of single keys, which nobody can overwrite. */
    private void useStoreKeys() {
        PlantedSecret both = plant("keys of a store", KEYS);
        SecureRandom random = new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                if (bytes.length == both.length()) {
                    both.into(bytes);
                } else {
                    super.nextBytes(bytes);
                }
            }
        };
        lend("key of a store", AesGcm.KEY_LENGTH, key -> {
            try (VaultUnlock unlock = new VaultUnlock.Key(key);
                    VaultKeys keys = VaultKeyset.create(unlock, random).unwrap(unlock)) {
                VaultKeyset.around(keys, unlock, random).unwrap(unlock).close();
            }
        });
    }

    private void useMemoryStore() {
        try (InMemoryCredentialStore store = new InMemoryCredentialStore()) {
            save(store, "key that is replaced", "alice", 1);
            save(store, "key that is deleted", "alice", 2);
            store.delete(AccountId.of("alice"));
            save(store, "key that is left", "bob", 1);
        }
    }

    private void save(CredentialStore store, String what, String account, long revision) {
        plant(what, 32).lendText(key -> {
            try (ApiKeyCredential credential = ApiKeyCredential.of(key, key, key);
                    StoredCredential next =
                            StoredCredential.of(CredentialSamples.metadata(account), revision, credential)) {
                store.save(next);
            }
        });
    }

    private void keepOneOpen() {
        plant("open", 40).lendBytes(bytes -> open.add(Secret.of(bytes)));
    }

    private void leaveOneBehind() {
        plant("left behind", 40).lendBytes(bytes -> assertThat(bytes.clone()).hasSize(40));
    }

    private byte[] dump() throws IOException {
        Path file = directory.resolve("heap.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), false);
        return Files.readAllBytes(file);
    }
}
