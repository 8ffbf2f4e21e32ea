package io.okxconnect.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** A server made of sockets only, which can break at any byte. Serves each connection by the script in its own thread. */
final class RawServer implements AutoCloseable {
    /** What happens on one connection; the number of the connection counts from 1. */
    interface Script {
        void serve(RawPeer peer, int number) throws Exception;
    }

    private final ServerSocket listener;
    private final SSLContext tls;
    private final Thread acceptor;
    private final Script script;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger posts = new AtomicInteger();
    private final CountDownLatch postArrived = new CountDownLatch(1);
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    /** Plain HTTP if {@code tls} is null. */
    RawServer(SSLContext tls, Script script) throws IOException {
        this.tls = tls;
        this.script = script;
        listener = new ServerSocket();
        // Small, so that a server that does not read soon stops the writer.
        listener.setReceiveBufferSize(4096);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        acceptor = daemon(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                int number = connections.incrementAndGet();
                daemon(() -> serve(socket, number));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            script.serve(new RawPeer(socket, tls, this::countPost), number);
        } catch (Exception broken) {
            // What the client saw is what the test looks at.
        }
    }

    private void countPost() {
        posts.incrementAndGet();
        postArrived.countDown();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    URI uri() {
        return URI.create((tls == null ? "http://" : "https://") + "127.0.0.1:" + listener.getLocalPort());
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many POST requests have begun to arrive. */
    int posts() {
        return posts.get();
    }

    /** Waits until a POST has begun to arrive. */
    void awaitPost() throws InterruptedException {
        if (!postArrived.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("no POST arrived");
        }
    }

    int connections() {
        return connections.get();
    }

    /** Returns once nobody can connect any more. */
    void stopListening() throws IOException, InterruptedException {
        listener.close();
        acceptor.join();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
