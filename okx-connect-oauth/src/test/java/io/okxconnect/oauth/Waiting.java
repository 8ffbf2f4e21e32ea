package io.okxconnect.oauth;

import io.okxconnect.canary.Canary;
import io.okxconnect.oauth.internal.loopback.ManualAlarms;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** A receiver that waits for the callback with {@link Canary#STATE} on a thread of its own. */
final class Waiting implements AutoCloseable {
    static final URI PAGE = URI.create("https://www.okx.com/account/oauth?client_id=x&state=" + Canary.STATE);
    static final String GENUINE = "code=" + Canary.AUTHORIZATION_CODE + "&state=" + Canary.STATE;

    final ManualAlarms alarms = new ManualAlarms();
    final LoopbackReceiver receiver;
    private final CompletableFuture<AuthorizationCallback> result = new CompletableFuture<>();
    private final CompletableFuture<URI> opened = new CompletableFuture<>();

    Waiting() {
        this(LoopbackReceiver.builder());
    }

    Waiting(LoopbackReceiverBuilder builder) {
        receiver = builder.alarms(() -> alarms).browser(opened::complete).build();
        Thread thread = new Thread(this::receive, "waiting");
        thread.setDaemon(true);
        thread.start();
    }

    private void receive() {
        try {
            result.complete(receiver.receive(PAGE));
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    URI redirect() {
        return receiver.redirectUri();
    }

    URI openedPage() throws Exception {
        return opened.get(60, TimeUnit.SECONDS);
    }

    boolean isOver() {
        return result.isDone();
    }

    /** What receive returned or threw. */
    AuthorizationCallback result() throws Exception {
        try {
            return result.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        receiver.close();
    }
}
