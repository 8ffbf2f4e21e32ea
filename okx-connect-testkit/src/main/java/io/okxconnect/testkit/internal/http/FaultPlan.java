package io.okxconnect.testkit.internal.http;

import io.okxconnect.testkit.internal.rest.Answer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a fault does.
 *
 * @param description for the journal
 * @param execution whether the request is carried out
 * @param answer the answer instead of the real one; null keeps the real one
 * @param pause how long the answer is kept back before it is delivered
 * @param delivery how the answer goes out
 */
public record FaultPlan(
        String description, Execution execution, @Nullable Answer answer, Wait pause, Delivery delivery) {
    /** Whether the exchange carries the request out although something goes wrong. */
    public enum Execution {
        CARRIED_OUT,
        NOT_CARRIED_OUT
    }

    /** How long an answer is kept back. */
    public record Wait(Duration delay, Hold hold) {
        public static final Wait NONE = new Wait(Duration.ZERO, Hold.NO);
    }

    /** Whether an answer waits until it is let go. */
    public enum Hold {
        NO,
        UNTIL_RELEASED
    }

    /** Called before each byte of a dripping body. */
    @FunctionalInterface
    public interface Pacer {
        void beforeByte(int index) throws InterruptedException;
    }

    /** How the answer goes out. */
    public sealed interface Delivery {
        Delivery WHOLE = new Whole();
    }

    /** As it should. */
    public record Whole() implements Delivery {}

    /** The connection is reset before the first byte. */
    public record ResetBeforeResponse() implements Delivery {}

    /** The connection is reset after the head and half of the body. */
    public record ResetMidBody() implements Delivery {}

    /** The connection is closed in good order after half of the announced body. */
    public record Truncated() implements Delivery {}

    /** The body goes out byte by byte. */
    public record Drip(Pacer pacer) implements Delivery {}
}
