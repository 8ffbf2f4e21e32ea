package io.okxconnect.internal.http;

import io.okxconnect.error.TransportPhase;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * How far one call has come, and the one place where it is decided whether it was finished or aborted. The calling thread
 * moves it on; the timer or {@code close()} may abort it at any moment, but never once it is finished: its connection may by
 * then serve another call.
 */
final class CallProgress {
    /** How a call stands. */
    enum State {
        RUNNING,
        FINISHED,
        DEADLINE_PASSED,
        TRANSPORT_CLOSED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final Consumer<TransportPhase> observer;
    private volatile TransportPhase phase = TransportPhase.POOL;
    private volatile boolean requestMayHaveBeenSent;
    private volatile Runnable release = CallProgress::nothing;

    CallProgress(Consumer<TransportPhase> observer) {
        this.observer = observer;
    }

    /** Goes on to the next phase, or fails if the call was aborted: nothing new is begun after that. */
    void enter(TransportPhase next) throws CallAbortedException {
        if (state.get() != State.RUNNING) {
            throw new CallAbortedException();
        }
        phase = next;
        observer.accept(next);
    }

    TransportPhase phase() {
        return phase;
    }

    /** To be called before the first byte of the request is given to the socket, not after: after could be too late. */
    void requestLeaves() {
        requestMayHaveBeenSent = true;
    }

    boolean requestMayHaveBeenSent() {
        return requestMayHaveBeenSent;
    }

    /** Sets what frees the calling thread from what it is about to wait for; it may run at once, and more than once. */
    void onAbort(Runnable release) {
        this.release = release;
        State now = state.get();
        if (now == State.DEADLINE_PASSED || now == State.TRANSPORT_CLOSED) {
            release.run();
        }
    }

    void abort(State reason) {
        if (state.compareAndSet(State.RUNNING, reason)) {
            release.run();
        }
    }

    /** Ends the call well; false if it was aborted first. */
    boolean finish() {
        return state.compareAndSet(State.RUNNING, State.FINISHED);
    }

    State state() {
        return Objects.requireNonNull(state.get());
    }

    private static void nothing() {}
}
