package io.okxconnect.internal.call;

import io.okxconnect.canary.Canary;
import io.okxconnect.error.ExchangeException;
import java.util.Optional;

/** Looks for a body's content in what a failure shows. */
final class ContentWatch {
    /** Plain words that stand only in bodies: as values, as member names and as OKX's own text. */
    static final String WORD = "quagga";

    private ContentWatch() {}

    /** What leaked, if anything did. */
    static Optional<String> leak(Throwable failure) {
        StringBuilder shown = new StringBuilder();
        collect(failure, shown);
        String masked = "";
        if (failure instanceof ExchangeException refusal) {
            shown.append(refusal.error().toString()).append(refusal.nextStep());
            masked = refusal.error().serverMessage();
        }
        if (shown.toString().contains(WORD)) {
            return Optional.of(WORD);
        }
        String everything = shown + masked;
        return Canary.all().stream().filter(everything::contains).findFirst();
    }

    private static void collect(Throwable failure, StringBuilder shown) {
        shown.append(failure).append(failure.getLocalizedMessage());
        for (Throwable suppressed : failure.getSuppressed()) {
            collect(suppressed, shown);
        }
        if (failure.getCause() != null) {
            collect(failure.getCause(), shown);
        }
    }
}
