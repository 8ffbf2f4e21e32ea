package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The main class of a process on a disk that is full or read-only, or without descriptors; says what became of its calls. */
final class DiskTarget {
    private final Path vault;

    private DiskTarget(Path vault) {
        this.vault = vault;
    }

    /** Needs: directory of the disk, then what to do in turn. */
    public static void main(String[] arguments) throws IOException {
        Path disk = Path.of(arguments[0]);
        DiskTarget target = new DiskTarget(disk.resolve("okx.vault"));
        for (String what : List.of(arguments).subList(1, arguments.length)) {
            switch (what) {
                case "full" -> target.full(disk);
                case "readonly" -> target.readOnly();
                case "descriptors" -> target.withoutDescriptors();
                default -> target.create();
            }
        }
    }

    private void create() {
        try (CredentialStore store = TestVaults.open(vault)) {
            System.out.println("create: " + save(store, 1) + ", " + revision(store));
        }
    }

    private void full(Path disk) throws IOException {
        Path filler = disk.resolve("filler");
        try (CredentialStore store = TestVaults.open(vault)) {
            fill(filler);
            System.out.println("full: " + save(store, 2) + ", " + revision(store));
            Files.delete(filler);
            System.out.println("emptied: " + save(store, 2) + ", " + revision(store));
        }
    }

    private static void fill(Path filler) throws IOException {
        try (OutputStream out =
                Files.newOutputStream(filler, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < 1 << 20; i++) {
                out.write(new byte[512]);
            }
        } catch (IOException full) {
            return;
        }
        throw new IllegalStateException("The disk is larger than it should be.");
    }

    private void readOnly() {
        try (CredentialStore store = TestVaults.open(vault)) {
            System.out.println("readonly: " + save(store, 3) + ", " + revision(store));
        }
    }

    private void withoutDescriptors() throws IOException {
        List<InputStream> hoard = new ArrayList<>();
        // Loaded now: without descriptors the JVM finds no class either.
        System.out.println(
                "prepared: " + VaultFailure.io("warm up", vault, null).reason());
        try (CredentialStore store = TestVaults.open(vault)) {
            try {
                while (hoard.size() < 1 << 16) {
                    hoard.add(Files.newInputStream(vault.resolve("keyset")));
                }
                throw new IllegalStateException("There is no end of descriptors.");
            } catch (IOException none) {
                System.out.println("exhausted: " + save(store, 2));
            }
            for (InputStream each : hoard) {
                each.close();
            }
            System.out.println("freed: " + save(store, 2) + ", " + revision(store));
        }
    }

    private static String save(CredentialStore store, int revision) {
        try (StoredCredential next = CampaignRecords.record("ann", revision, 3 * revision)) {
            store.save(next);
            return "saved";
        } catch (CredentialStoreException failure) {
            return failure.reason().name();
        }
    }

    private static String revision(CredentialStore store) {
        try (StoredCredential stored = store.load(AccountId.of("ann")).orElseThrow()) {
            return CampaignRecords.isWhole(stored) ? "revision " + stored.revision() : "torn";
        }
    }
}
