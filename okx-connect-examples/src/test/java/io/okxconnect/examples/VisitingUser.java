package io.okxconnect.examples;

import io.okxconnect.oauth.BrowserOpener;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A desktop's browser and its user: opens the page, does something there, and keeps what is seen last. */
final class VisitingUser implements BrowserOpener {
    private final Function<URI, String> visit;
    private final CompletableFuture<String> seen = new CompletableFuture<>();

    VisitingUser(Function<URI, String> visit) {
        this.visit = visit;
    }

    @Override
    public boolean open(URI page) {
        Thread app = Thread.currentThread();
        Thread user = new Thread(
                () -> {
                    try {
                        seen.complete(visit.apply(page));
                    } catch (RuntimeException | Error e) {
                        seen.completeExceptionally(e);
                        // The app would wait for an answer that never comes.
                        app.interrupt();
                    }
                },
                "user");
        user.setDaemon(true);
        user.start();
        return true;
    }

    /** What the user sees in the end. */
    String lastPage() throws Exception {
        return seen.get(2, TimeUnit.MINUTES);
    }
}
