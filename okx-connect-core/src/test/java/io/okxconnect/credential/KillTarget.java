package io.okxconnect.credential;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;

/**
 * The main class of a process that is to be killed: changes a store until then, and says on its standard output what it
 * begins and what was acknowledged. At an operation of choice it says so and stands still.
 */
final class KillTarget {
    static final String BEGINS = "begins ";
    static final String DONE = "done ";
    static final String STANDS = "stands";

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private final int standsAt;
    private int operations;

    private KillTarget(int standsAt) {
        this.standsAt = standsAt;
    }

    /** What is wrong with the process on purpose. */
    enum Flaw {
        NONE,
        WRITES_IN_PLACE,
        SPEAKS_TOO_SOON
    }

    /** Needs: directory, seed, number of the key, number of the last write, operation to stand at, flaw. */
    public static void main(String[] arguments) throws IOException {
        KillTarget target = new KillTarget(Integer.parseInt(arguments[4]));
        target.run(
                Path.of(arguments[0]),
                new Random(Long.parseLong(arguments[1])),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Flaw.valueOf(arguments[5]));
    }

    private void run(Path directory, Random random, int key, int writes, Flaw flaw) {
        FileOps files = new SteppedFileOps(new NioFileOps(), operation -> {
            if (++operations == standsAt) {
                standStill();
            }
            return true;
        });
        if (flaw == Flaw.WRITES_IN_PLACE) {
            files = BrokenDisks.writingInPlace(files);
        }
        try (EncryptedFileCredentialStore store = CampaignUser.open(directory, files, key)) {
            CampaignUser user =
                    new CampaignUser(store, journal(flaw == Flaw.SPEAKS_TOO_SOON), random, key, writes);
            while (true) {
                user.change();
            }
        }
    }

    private CampaignUser.Journal journal(boolean speaksTooSoon) {
        return new CampaignUser.Journal() {
            @Override
            public void begins(CampaignChange change) {
                say(BEGINS + change.toLine());
                if (speaksTooSoon) {
                    say(DONE + change.toLine());
                }
            }

            @Override
            public void done(CampaignChange change) {
                say(DONE + change.toLine());
            }
        };
    }

    private void standStill() {
        say(STANDS);
        try {
            // Nobody writes there: this ends with the process.
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("The parent is gone.");
    }

    private void say(String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
