package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.model.Refusal;
import java.util.function.Supplier;

/** Turns the exchange's refusals into the exceptions of Java. */
final class Wording {
    private Wording() {}

    static <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(refusal.errorCode().code() + ": " + refusal.text(), refusal);
        }
    }

    static void refusing(Runnable work) {
        refusing(() -> {
            work.run();
            return true;
        });
    }
}
