package io.okxconnect.credential;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The main class of a process that is to be killed: changes several stores until then, one a thread, and says on its standard
 * output what it begins and what was acknowledged. At an operation of choice it says so and that thread stands still.
 */
final class KillTarget {
    static final String BEGINS = "begins";
    static final String DONE = "done";
    static final String STANDS = "stands";

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private final AtomicInteger untilStand;
    private final Flaw flaw;

    private KillTarget(int standsAt, Flaw flaw) {
        this.untilStand = new AtomicInteger(standsAt);
        this.flaw = flaw;
    }

    /** What is wrong with the process on purpose. */
    enum Flaw {
        NONE,
        WRITES_IN_PLACE,
        SPEAKS_TOO_SOON
    }

    /** Needs: operation to stand at, flaw, seed; then for each store directory, number of the key, number of the last write. */
    public static void main(String[] arguments) {
        KillTarget target = new KillTarget(Integer.parseInt(arguments[0]), Flaw.valueOf(arguments[1]));
        for (int at = 3; at < arguments.length; at += 3) {
            Path store = Path.of(arguments[at]);
            int key = Integer.parseInt(arguments[at + 1]);
            int lastWrite = Integer.parseInt(arguments[at + 2]);
            Random random = new Random(Long.parseLong(arguments[2]) + at);
            int number = at / 3 - 1;
            new Thread(() -> target.changeForEver(number, store, key, lastWrite, random)).start();
        }
    }

    private void changeForEver(int number, Path directory, int key, int lastWrite, Random random) {
        FileOps files = new SteppedFileOps(new NioFileOps(), operation -> {
            if (untilStand.decrementAndGet() == 0) {
                standStill(number);
            }
            return true;
        });
        if (flaw == Flaw.WRITES_IN_PLACE) {
            files = BrokenDisks.writingInPlace(files);
        }
        try (EncryptedFileCredentialStore store = CampaignUser.open(directory, files, key)) {
            CampaignUser user = new CampaignUser(store, journal(number), random, key, lastWrite);
            while (true) {
                user.change();
            }
        }
    }

    private CampaignUser.Journal journal(int number) {
        return new CampaignUser.Journal() {
            @Override
            public void begins(CampaignChange change) {
                say(number, BEGINS, change.toLine());
                if (flaw == Flaw.SPEAKS_TOO_SOON) {
                    say(number, DONE, change.toLine());
                }
            }

            @Override
            public void done(CampaignChange change) {
                say(number, DONE, change.toLine());
            }
        };
    }

    private void standStill(int number) {
        say(number, STANDS, "");
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

    private synchronized void say(int number, String what, String change) {
        // One write, so that a line is there as a whole or not at all.
        byte[] line = String.join(" ", Integer.toString(number), what, change)
                .concat("\n")
                .getBytes(StandardCharsets.US_ASCII);
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
