package io.okxconnect.oauth.internal.loopback;

import io.okxconnect.oauth.error.LoopbackException;
import io.okxconnect.oauth.error.LoopbackException.Reason;
import io.okxconnect.oauth.internal.loopback.LoopbackRequest.Judged;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server on one loopback address that hands over one callback and is gone. Made of sockets, since the JDK's own HTTP server
 * accepts more than the one request that may come here: other methods, any Host, bodies, kept connections.
 *
 * <p>Each connection has a thread of its own, so that a slow one holds nobody up; the oldest is cut when there are too many.
 */
public final class LoopbackServer implements AutoCloseable {
    /** Which page answers a query of the right request; {@link LoopbackPage#REFUSED} leaves the wait open. */
    public interface Judge extends Function<String, LoopbackPage> {}

    private static final int MOST_CONNECTIONS = 16;
    private static final Duration SLOWEST_REQUEST = Duration.ofSeconds(5);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final ServerSocket listener;
    private final Alarms alarms;
    private final Deque<Socket> open = new ArrayDeque<>();
    private final AtomicBoolean taken = new AtomicBoolean();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final CompletableFuture<String> result = new CompletableFuture<>();
    private volatile @Nullable Thread acceptor;

    /** Listens at once; port 0 takes a free one. */
    public LoopbackServer(InetAddress address, int port, Alarms alarms) {
        this.alarms = alarms;
        try {
            listener = new ServerSocket();
            listener.bind(new InetSocketAddress(address, port), MOST_CONNECTIONS);
        } catch (IOException e) {
            throw new LoopbackException(Reason.CANNOT_LISTEN);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Fails if it was closed, or has been waited at. */
    public void requireUnused() {
        if (listener.isClosed() || waiting.get()) {
            throw new LoopbackException(Reason.CLOSED);
        }
    }

    /** Waits for the one query that the judge accepts; can be called once. */
    public String await(String host, String path, Judge judge, Duration timeout) {
        requireUnused();
        if (waiting.getAndSet(true)) {
            throw new LoopbackException(Reason.CLOSED);
        }
        Alarms.Alarm end = alarms.schedule(timeout, () -> fail(Reason.TIMED_OUT));
        acceptor = daemon(() -> accept(host, path, judge));
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LoopbackException failure) {
                throw failure;
            }
            throw new LoopbackException(Reason.CLOSED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoopbackException(Reason.INTERRUPTED);
        } finally {
            end.cancel();
            close();
        }
    }

    private void accept(String host, String path, Judge judge) {
        try {
            while (true) {
                Socket socket = listener.accept();
                makeRoomFor(socket);
                daemon(() -> serve(socket, host, path, judge));
            }
        } catch (IOException closed) {
            fail(Reason.CLOSED);
        }
    }

    private void makeRoomFor(Socket socket) {
        Socket oldest = null;
        synchronized (open) {
            open.addLast(socket);
            if (open.size() > MOST_CONNECTIONS) {
                oldest = open.pollFirst();
            }
        }
        if (oldest != null) {
            closeQuietly(oldest);
        }
    }

    private void serve(Socket socket, String host, String path, Judge judge) {
        Alarms.Alarm cut = alarms.schedule(SLOWEST_REQUEST, () -> closeQuietly(socket));
        String accepted = null;
        try (socket) {
            String head = LoopbackRequest.readHead(socket.getInputStream());
            if (head == null) {
                return;
            }
            Judged judged = LoopbackRequest.judge(socket.getInetAddress(), head, host, path);
            byte[] answer;
            if (judged.isRefused()) {
                answer = LoopbackPage.refusal(judged.refusal());
            } else {
                LoopbackPage page = judge.apply(judged.query());
                boolean mine = page != LoopbackPage.REFUSED && !taken.getAndSet(true);
                accepted = mine ? judged.query() : null;
                answer = page == LoopbackPage.REFUSED || mine ? page.answer() : LoopbackPage.refusal(410);
            }
            socket.getOutputStream().write(answer);
            socket.shutdownOutput();
        } catch (IOException gone) {
            // The peer went away or was too slow; if its callback was read, it counts all the same.
        } finally {
            cut.cancel();
            synchronized (open) {
                open.remove(socket);
            }
            if (accepted != null) {
                result.complete(accepted);
            }
        }
    }

    private void fail(Reason reason) {
        result.completeExceptionally(new LoopbackException(reason));
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // It is gone either way.
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "okx-connect-loopback");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** A thread inside accept keeps the system listening a moment longer: afterwards, nobody can connect any more. */
    private void awaitAcceptor() {
        Thread thread = acceptor;
        if (thread == null) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(LONGEST_END.toMillis());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops listening and cuts all connections; whoever waits fails. Closing twice has no effect. */
    @Override
    public void close() {
        closeQuietly(listener);
        awaitAcceptor();
        fail(Reason.CLOSED);
        List<Socket> left;
        synchronized (open) {
            left = new ArrayList<>(open);
            open.clear();
        }
        left.forEach(LoopbackServer::closeQuietly);
        alarms.close();
    }
}
