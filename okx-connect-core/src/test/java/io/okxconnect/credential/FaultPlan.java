package io.okxconnect.credential;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** A disk's nth operation fails, as the operating system would report it; or all do from there on. */
final class FaultPlan implements SteppedFileOps.Steps {
    private final Fault fault;
    private final Extent extent;
    private final int first;
    private int operations;
    private boolean active;

    FaultPlan(Fault fault, Extent extent, int first) {
        this.fault = fault;
        this.extent = extent;
        this.first = first;
    }

    enum Fault {
        EIO,
        ENOSPC,
        EROFS,
        EINTR,
        /** No error, and no effect. */
        LOST
    }

    enum Extent {
        ONCE,
        /** The operation took effect, and was reported as failed. */
        ONCE_AFTERWARDS,
        FROM_THEN_ON
    }

    /** Whether an everyday build tries it: all faults once, and those of full and read-only disks for good. */
    static boolean isTypical(Fault fault, Extent extent) {
        return switch (extent) {
            case ONCE -> true;
            case ONCE_AFTERWARDS -> fault == Fault.EIO;
            case FROM_THEN_ON -> fault == Fault.ENOSPC || fault == Fault.EROFS;
        };
    }

    @Override
    public boolean before(String operation) throws IOException {
        operations += active ? 1 : 0;
        boolean strikes = strikes() && extent != Extent.ONCE_AFTERWARDS;
        if (strikes && fault != Fault.LOST) {
            throw failure();
        }
        // Only writing can be lost without a word; a disk that invents answers to questions is out of scope.
        return !strikes || !operation.toLowerCase(Locale.ROOT).contains("write");
    }

    @Override
    public void after(String operation) throws IOException {
        if (strikes() && extent == Extent.ONCE_AFTERWARDS && fault != Fault.LOST) {
            throw failure();
        }
    }

    private boolean strikes() {
        return active && (extent == Extent.FROM_THEN_ON ? operations >= first : operations == first);
    }

    private IOException failure() {
        return switch (fault) {
            case EIO -> new IOException("Input/output error");
            case ENOSPC -> new IOException("No space left on device");
            case EROFS -> new FileSystemException("okx.vault", null, "Read-only file system");
            default -> new InterruptedIOException("Interrupted system call");
        };
    }

    /** Whether there was an nth operation. */
    boolean wasReached() {
        return operations >= first;
    }

    /** Counts from here. */
    void start() {
        active = true;
    }

    void end() {
        active = false;
    }
}
