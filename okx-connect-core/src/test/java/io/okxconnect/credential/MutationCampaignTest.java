package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.okxconnect.canary.Canary;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that were changed: bits flipped, shortened, lengthened, spliced from records of other accounts, environments, revisions
 * and stores. None is accepted, each is refused with a failure of ours, and none makes the reader allocate what its lengths say.
 */
class MutationCampaignTest {
    private static final int SEED = 20_261_123;
    private static final long MAX_ALLOCATED = 1 << 20;

    private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final SecureRandom random = new SecureRandom();

    /** Reads a record as a store does; fails if it is not right. */
    @FunctionalInterface
    interface Reader {
        void read(byte[] name, byte[] bytes) throws Exception;
    }

    /** A record and the place where it belongs. */
    private record Sample(byte[] name, byte[] bytes) {}

    @Test
    void record_mutated_isNeverAccepted() {
        VaultKeys keys = keys();
        List<Sample> samples =
                samples(keys, (name, stored) -> VaultRecord.seal(keys, random, name, new byte[8], stored));
        List<String> wrong = run(
                CampaignSize.of(100_000, 1_000_000),
                samples,
                (name, bytes) -> VaultRecord.parse(VaultPart.file(Path.of("a.okxc")), name, bytes)
                        .open(keys)
                        .close());
        assertThat(wrong).isEmpty();
    }

    @Test
    void record_inThePlaceOfAnotherAccount_isCorruptForAllPairs() {
        VaultKeys keys = keys();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] name = keys.nameOf(AccountId.of("account-" + i));
            try (StoredCredential stored = CampaignRecords.record("account-" + i, 1, i)) {
                samples.add(new Sample(name, VaultRecord.seal(keys, random, name, new byte[8], stored)));
            }
        }
        int refused = 0;
        for (Sample place : samples) {
            for (Sample moved : samples) {
                if (place != moved && isCorrupt(keys, place.name(), moved.bytes())) {
                    refused++;
                }
            }
        }
        assertThat(refused).isEqualTo(39_800);
    }

    private static boolean isCorrupt(VaultKeys keys, byte[] name, byte[] bytes) {
        try {
            VaultRecord.parse(VaultPart.file(Path.of("a.okxc")), name, bytes)
                    .open(keys)
                    .close();
            return false;
        } catch (CredentialStoreException failure) {
            return failure.reason() == Reason.CORRUPT;
        }
    }

    @Test
    void record_ofACodecThatBindsNothing_isCaught() {
        WeakRecords weak = new WeakRecords(WeakRecords.Flaw.NOTHING_BOUND);
        assertThat(run(5_000, samples(null, weak::seal), weak::open)).anyMatch(each -> each.contains("accepted"));
    }

    @Test
    void record_ofACodecThatIsNotAuthenticated_isCaught() {
        WeakRecords weak = new WeakRecords(WeakRecords.Flaw.NOT_AUTHENTICATED);
        assertThat(run(5_000, samples(null, weak::seal), weak::open)).anyMatch(each -> each.contains("accepted"));
    }

    @Test
    void record_ofACodecThatBelievesLengths_isCaught() {
        WeakRecords weak = new WeakRecords(WeakRecords.Flaw.BELIEVES_LENGTHS);
        assertThat(run(5_000, samples(null, weak::seal), weak::open))
                .anyMatch(each -> each.contains("allocated"))
                .anyMatch(each -> each.contains("fails with"));
    }

    @Test
    void keyset_mutated_isNeverAccepted() {
        try (Secret key = Secret.of(Canary.SECRET_KEY);
                VaultUnlock byKey = new VaultUnlock.Key(key);
                VaultUnlock byPassword = new VaultUnlock.Password(Canary.STORE_PASSWORD.toCharArray(), 2)) {
            for (VaultUnlock unlock : List.of(byKey, byPassword)) {
                List<Sample> samples = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    samples.add(new Sample(
                            new byte[0], VaultKeyset.create(unlock, random).toBytes()));
                }
                VaultUnlock.Limits limits = new VaultUnlock.Limits(2, 50);
                Reader reader = (name, bytes) -> VaultKeyset.fromBytes(VaultPart.file(Path.of("keyset")), bytes, limits)
                        .unwrap(unlock)
                        .close();
                int count = CampaignSize.of(5_000, 50_000);
                assertThat(run(count, samples, reader)).isEmpty();
                // Whoever changes it on purpose corrects the checksum too.
                assertThat(run(count, samples, reader, MutationCampaignTest::withChecksum))
                        .isEmpty();
            }
        }
    }

    private static byte[] withChecksum(byte[] bytes) {
        byte[] corrected = bytes.clone();
        int content = Math.max(0, bytes.length - 32);
        byte[] checksum = sha256(Arrays.copyOf(bytes, content));
        System.arraycopy(checksum, 0, corrected, content, bytes.length - content);
        return corrected;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static VaultKeys keys() {
        Random seeded = new Random(SEED);
        byte[] storeId = new byte[16];
        byte[] nameKey = new byte[32];
        byte[] dataKey = new byte[32];
        seeded.nextBytes(storeId);
        seeded.nextBytes(nameKey);
        seeded.nextBytes(dataKey);
        return new VaultKeys(storeId, nameKey, dataKey);
    }

    @FunctionalInterface
    private interface Sealer {
        byte[] seal(byte[] name, StoredCredential stored);
    }

    /** Three accounts in three revisions each, live and demo, keys and tokens. */
    private static List<Sample> samples(VaultKeys keys, Sealer sealer) {
        List<Sample> samples = new ArrayList<>();
        int write = 0;
        for (String account : CampaignUser.ACCOUNTS) {
            byte[] name = keys == null
                    ? Arrays.copyOf(account.getBytes(java.nio.charset.StandardCharsets.UTF_8), 32)
                    : keys.nameOf(AccountId.of(account));
            for (int revision = 1; revision <= 4; revision++) {
                write += 10;
                try (StoredCredential stored = CampaignRecords.record(account, revision, write + revision)) {
                    samples.add(new Sample(name, sealer.seal(name, stored)));
                }
            }
        }
        return samples;
    }

    private List<String> run(int mutations, List<Sample> samples, Reader reader) {
        return run(mutations, samples, reader, bytes -> bytes);
    }

    /** What is wrong with the reader. */
    private List<String> run(int mutations, List<Sample> samples, Reader reader, UnaryOperator<byte[]> finish) {
        Set<ByteBuffer> genuine = new HashSet<>();
        samples.forEach(each -> genuine.add(keyOf(each.name(), each.bytes())));
        List<byte[]> donors = samples.stream().map(Sample::bytes).toList();
        Mutations mutator = new Mutations(new Random(SEED), donors);
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (int round = 0; tried < mutations && wrong.size() < 2_000; round++) {
            Sample sample = samples.get(round % samples.size());
            byte[] mutated = finish.apply(mutator.mutate(sample.bytes()));
            // The same bytes in the same place are the record itself, or an earlier revision of it.
            if (genuine.contains(keyOf(sample.name(), mutated))) {
                continue;
            }
            tried++;
            long before = memory.getCurrentThreadAllocatedBytes();
            String problem = problem(reader, sample.name(), mutated);
            long allocated = memory.getCurrentThreadAllocatedBytes() - before;
            if (allocated > MAX_ALLOCATED) {
                problem += "allocated " + allocated + " bytes";
            }
            if (!problem.isEmpty()) {
                wrong.add("seed %d, round %d, %s: %s".formatted(SEED, round, mutator.last(), problem));
            }
        }
        return wrong;
    }

    private static ByteBuffer keyOf(byte[] name, byte[] bytes) {
        return ByteBuffer.allocate(name.length + bytes.length)
                .put(name)
                .put(bytes)
                .flip();
    }

    private static String problem(Reader reader, byte[] name, byte[] mutated) {
        try {
            reader.read(name, mutated);
            return "accepted ";
        } catch (CredentialStoreException failure) {
            return switch (failure.reason()) {
                case CORRUPT, NEWER_FORMAT, WRONG_PASSWORD_OR_KEY -> "";
                default -> "fails with " + failure.reason();
            };
        } catch (Throwable foreign) {
            return "fails with " + foreign.getClass().getName() + " ";
        }
    }

    @Test
    void store_withMutatedRecords_refusesThoseAloneAndLeavesThemAsTheyAre(@TempDir Path root) throws IOException {
        Path vault = root.resolve("okx.vault");
        Files.createDirectories(vault);
        SimulatedDisk disk = new SimulatedDisk(root);
        try (EncryptedFileCredentialStore store = CampaignUser.open(vault, disk, 0)) {
            CampaignUser user = new CampaignUser(store, new CampaignExpectation(0), new Random(SEED), 0, 0);
            CampaignUser.ACCOUNTS.forEach(user::save);
            user.save("ann");
            List<Path> records = store(disk, vault);
            List<byte[]> donors = new ArrayList<>();
            for (Path each : records) {
                donors.add(disk.read(each, VaultRecord.MAX_LENGTH));
            }
            Mutations mutator = new Mutations(new Random(SEED), donors);
            for (int i = 0; i < CampaignSize.of(1_000, 20_000); i++) {
                int chosen = i % records.size();
                byte[] genuine = donors.get(chosen);
                byte[] mutated = mutator.mutate(genuine);
                if (!Arrays.equals(mutated, genuine)) {
                    disk.put(records.get(chosen), mutated);
                    assertOnlyThatOneIsRefused(store, disk, records.get(chosen), mutated, mutator.last());
                    disk.put(records.get(chosen), genuine);
                }
            }
            assertThat(store.list()).hasSize(3);
        }
    }

    private static void assertOnlyThatOneIsRefused(
            EncryptedFileCredentialStore store, SimulatedDisk disk, Path record, byte[] mutated, String how)
            throws IOException {
        int refused = 0;
        for (String account : CampaignUser.ACCOUNTS) {
            try {
                store.load(AccountId.of(account)).orElseThrow().close();
            } catch (CredentialStoreException failure) {
                assertThat(failure.reason()).as(how).isIn(Reason.CORRUPT, Reason.NEWER_FORMAT);
                refused++;
                // What can still be listed has a revision that is known to be right, and a new credential heals it.
                for (long revision = 1; revision <= 3 && !store.damagedFiles().isEmpty(); revision++) {
                    assertThat(isSaved(store, account, revision)).as(how).isFalse();
                }
            }
        }
        assertThat(refused).as(how).isEqualTo(1);
        assertThat(store.list().size() + store.damagedFiles().size()).as(how).isEqualTo(3);
        assertThat(disk.read(record, 2 * VaultRecord.MAX_LENGTH)).as(how).isEqualTo(mutated);
    }

    private static boolean isSaved(CredentialStore store, String account, long revision) {
        try (StoredCredential next = CampaignRecords.record(account, revision, 7)) {
            store.save(next);
            return true;
        } catch (CredentialStoreException refused) {
            return false;
        }
    }

    private static List<Path> store(SimulatedDisk disk, Path vault) throws IOException {
        return disk.list(vault).stream()
                .filter(each -> each.toString().endsWith(".okxc"))
                .toList();
    }

    @Test
    void store_withAnyLockFile_opensAndSaves(@TempDir Path root) throws IOException {
        Path vault = root.resolve("okx.vault");
        Files.createDirectories(vault);
        SimulatedDisk disk = new SimulatedDisk(root);
        CampaignExpectation expected = new CampaignExpectation(0);
        assertThat(expected.inspect(vault, disk).wrong()).isEmpty();
        Mutations mutator = new Mutations(new Random(SEED), List.of(new byte[300], new byte[1]));
        for (int i = 0; i < 200; i++) {
            disk.put(vault.resolve(VaultLock.FILE_NAME), mutator.mutate(new byte[16]));
            assertThat(expected.inspect(vault, disk).wrong()).as(mutator.last()).isEmpty();
        }
    }
}
