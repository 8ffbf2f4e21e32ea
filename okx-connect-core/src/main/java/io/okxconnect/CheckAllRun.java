package io.okxconnect;

import io.okxconnect.credential.AccountId;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.error.CredentialNotFoundException;
import io.okxconnect.error.OkxConnectException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One look at each of many accounts, by a few threads that end with it. The calling thread gathers what they find. */
final class CheckAllRun {
    private static final int MOST_THREADS = 8;

    private final ExchangeConnector connector;
    private final StoredConnections stored;
    private final Queue<AccountId> waiting = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

    /** A look that ended: with a result, or with a failure of something that is not ours, for example of an app's own check. */
    private record Ended(
            @Nullable CheckAllResult result, @Nullable Throwable failure) {}

    CheckAllRun(ExchangeConnector connector) {
        this.connector = connector;
        this.stored = new StoredConnections(connector);
    }

    CheckAllReport over(Collection<AccountId> accountIds, Consumer<? super CheckAllResult> progress) {
        Set<AccountId> wanted = new LinkedHashSet<>(accountIds);
        waiting.addAll(wanted);
        Map<AccountId, CheckAllResult> results = new HashMap<>();
        @Nullable Throwable failure = null;
        try {
            startThreads(Math.min(MOST_THREADS, wanted.size()));
            for (int i = 0; i < wanted.size(); i++) {
                Ended look = ended.take();
                CheckAllResult result = look.result();
                if (result == null) {
                    failure = failure == null ? look.failure() : failure;
                } else {
                    results.put(result.accountId(), result);
                    progress.accept(result);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // However it ends: looks under way end by themselves, and no other begins.
            waiting.clear();
        }
        if (failure != null) {
            throw unchecked(failure);
        }
        List<CheckAllResult> ordered = new ArrayList<>();
        wanted.stream().map(results::get).filter(Objects::nonNull).forEach(ordered::add);
        return new CheckAllReport(ordered);
    }

    private void startThreads(int threads) {
        for (int i = 1; i <= threads; i++) {
            Thread thread = new Thread(null, this::work, "okx-connect-check-" + i, 0, false);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known
                ? known
                : new IllegalStateException(
                        "A look failed with " + failure.getClass().getName() + ".");
    }

    private void work() {
        for (AccountId next = waiting.poll(); next != null; next = waiting.poll()) {
            ended.add(look(next));
        }
    }

    private Ended look(AccountId accountId) {
        try {
            return new Ended(new CheckAllResult(accountId, statusOf(accountId)), null);
        } catch (Throwable e) {
            // Errors too: the caller waits for the end of each look.
            return new Ended(null, e);
        }
    }

    private ConnectionStatus statusOf(AccountId accountId) {
        try {
            Connection connection = connector.connection(accountId);
            try {
                stored.check(connection);
                return connection.status();
            } catch (ConnectionClosedException e) {
                throw e;
            } catch (OkxConnectException e) {
                return connection.status();
            }
        } catch (ConnectionClosedException | CredentialNotFoundException e) {
            return ConnectionStatus.of(ConnectionState.DISCONNECTED, e, connector.now());
        } catch (OkxConnectException e) {
            return ConnectionStatus.of(ConnectionState.TEMPORARY_ISSUE, e, connector.now());
        }
    }
}
