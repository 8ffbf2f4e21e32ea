package io.okxconnect.credential;

import io.okxconnect.error.CredentialStoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The main class of another process that stores a revision of Ann's record, and stops on the way: it says where it is on its
 * standard output and goes on at each line of its standard input.
 */
final class SecondWriter {
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    private final Path directory;
    private final String stopsAt;
    private final Flaw flaw;

    private SecondWriter(Path directory, String stopsAt, Flaw flaw) {
        this.directory = directory;
        this.stopsAt = stopsAt;
        this.flaw = flaw;
    }

    /** What is wrong with it on purpose. */
    enum Flaw {
        NONE,
        /** Something else in the process opens and closes the lock file, as a backup library does: the lock is gone. */
        LOSES_LOCK,
        /** Takes no lock, and believes that it holds it. */
        TAKES_NO_LOCK
    }

    /** Needs: directory, revision, number of the write, operation to stop before, flaw. */
    public static void main(String[] arguments) throws IOException {
        SecondWriter writer = new SecondWriter(Path.of(arguments[0]), arguments[3], Flaw.valueOf(arguments[4]));
        writer.save(Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
    }

    private void save(long revision, int write) throws IOException {
        FileOps files = new SteppedFileOps(new NioFileOps(), operation -> {
            if (operation.equals(stopsAt)) {
                stop(operation);
            }
            return true;
        });
        if (flaw == Flaw.TAKES_NO_LOCK) {
            files = BrokenDisks.takingNoLock(files);
        }
        try (EncryptedFileCredentialStore store = TestVaults.open(directory, files);
                StoredCredential next = CampaignRecords.record("ann", revision, write)) {
            store.save(next);
            System.out.println("saved");
        } catch (CredentialStoreException refused) {
            System.out.println("refused " + refused.reason());
        }
    }

    private void stop(String operation) throws IOException {
        if (flaw == Flaw.LOSES_LOCK) {
            Files.newByteChannel(directory.resolve(VaultLock.FILE_NAME)).close();
        }
        System.out.println("before " + operation);
        if (in.readLine() == null) {
            throw new IOException("The parent is gone.");
        }
    }
}
