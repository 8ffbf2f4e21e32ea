package io.okxconnect.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.core5.net.InetAddressUtils;

/**
 * Looks up host names so that the wait can be aborted, which the JDK's own call cannot. Only a new connection needs a lookup,
 * and calls that want the same name share one, so a resolver that hangs holds one daemon thread a host and no call.
 */
final class NameLookup implements AutoCloseable {
    /** Where names are looked up; blocking. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final ConcurrentMap<String, CompletableFuture<InetAddress[]>> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(lookup -> {
        Thread thread = new Thread(lookup, "okx-connect-names");
        thread.setDaemon(true);
        return thread;
    });

    NameLookup(Resolver resolver) {
        this.resolver = resolver;
    }

    InetAddress[] addresses(String host, CallProgress call) throws IOException {
        if (InetAddressUtils.isIPv4(host) || InetAddressUtils.isIPv6(host)) {
            return new InetAddress[] {InetAddress.getByName(host)};
        }
        CompletableFuture<InetAddress[]> mine =
                running.computeIfAbsent(host, this::start).copy();
        call.onAbort(() -> mine.cancel(false));
        try {
            return mine.get();
        } catch (CancellationException aborted) {
            throw new CallAbortedException();
        } catch (ExecutionException failed) {
            throw new UnknownHostException();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private CompletableFuture<InetAddress[]> start(String host) {
        CompletableFuture<InetAddress[]> lookup = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                lookup.complete(resolver.resolve(host));
            } catch (UnknownHostException | RuntimeException failed) {
                lookup.completeExceptionally(failed);
            } finally {
                running.remove(host, lookup);
            }
        });
        return lookup;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
