package io.okxconnect.internal.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A pooled connection that logs nothing. HttpClient's own connection class writes headers and bodies to the log at DEBUG, and
 * a host app can switch that on; here there is nothing to switch. It also tells a call when its first byte leaves, and is
 * careful about being used again.
 */
final class QuietConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {
    /** Beyond this idle time the socket is asked whether it is still open, which costs {@link #PROBE}. */
    private static final Duration TRUSTED_IDLE_TIME = Duration.ofSeconds(1);

    private static final Timeout PROBE = Timeout.ofMilliseconds(1);

    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxHeaderCount(128)
            .setMaxLineLength(16 * 1024)
            .setMaxEmptyLineCount(2)
            .build();

    private final DeadlineTimer timer;
    private volatile @Nullable Socket raw;
    private volatile @Nullable CallProgress call;
    private @Nullable SessionInputBuffer received;
    private boolean ended;
    private long idleSince;

    QuietConnection(DeadlineTimer timer) {
        // The parser has to be given its limits too; without them HttpCore 5.3 reads any number of headers.
        super(LIMITS, null, null, null, null, null, null, new DefaultHttpResponseParserFactory(LIMITS));
        this.timer = timer;
    }

    @Override
    public void bind(Socket socket) throws IOException {
        raw = socket;
        bind(new SocketHolder(socket) {
            @Override
            protected InputStream getInputStream(Socket socket) throws IOException {
                return watched(super.getInputStream(socket));
            }

            @Override
            protected OutputStream getOutputStream(Socket socket) throws IOException {
                return watched(super.getOutputStream(socket));
            }
        });
    }

    @Override
    public void bind(SSLSocket tlsSocket, Socket socket) throws IOException {
        raw = socket;
        bind(new SocketHolder(tlsSocket, socket) {
            @Override
            protected InputStream getInputStream(Socket socket) throws IOException {
                return watched(super.getInputStream(socket));
            }

            @Override
            protected OutputStream getOutputStream(Socket socket) throws IOException {
                return watched(super.getOutputStream(socket));
            }
        });
    }

    /** From now on, what is written belongs to this call. */
    void serve(CallProgress call) {
        this.call = call;
    }

    private OutputStream watched(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int one) throws IOException {
                announce();
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                announce();
                out.write(bytes, offset, length);
            }
        };
    }

    private InputStream watched(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = in.read(bytes, offset, length);
                ended |= count < 0;
                return count;
            }
        };
    }

    /** HttpClient takes an answer that ends within its head for a whole one without further headers. */
    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        ClassicHttpResponse head = super.receiveResponseHeader();
        if (ended) {
            throw new EOFException();
        }
        return head;
    }

    private void announce() {
        CallProgress current = call;
        if (current != null) {
            current.requestLeaves();
        }
    }

    @Override
    protected InputStream createContentInputStream(long length, SessionInputBuffer buffer, InputStream in) {
        received = buffer;
        return super.createContentInputStream(length, buffer, in);
    }

    /** Whether something arrived that no call asked for: the next call would take it for its own answer. */
    boolean hasUnaskedBytes() throws IOException {
        SessionInputBuffer buffer = received;
        Socket socket = getSocket();
        Socket base = raw;
        return (buffer != null && buffer.length() > 0)
                || (socket != null && socket.getInputStream().available() > 0)
                || (base != null && base != socket && base.getInputStream().available() > 0);
    }

    /** Whether the other side closed the connection, or sent what nobody asked for. */
    @Override
    public boolean isStale() {
        try {
            boolean rested = timer.nanoTime() - idleSince > TRUSTED_IDLE_TIME.toNanos();
            if (isOpen() && received != null && !rested && !hasUnaskedBytes()) {
                return false;
            }
            awaitInput(PROBE);
            return true;
        } catch (SocketTimeoutException silentAndOpen) {
            return false;
        } catch (IOException broken) {
            return true;
        }
    }

    @Override
    public @Nullable Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    @Override
    public void passivate() {
        call = null;
        idleSince = timer.nanoTime();
    }

    @Override
    public void activate() {}

    /** Frees whoever waits on the socket. Never touches the TLS layer, whose close may wait for the other side. */
    void abort() {
        Socket socket = raw;
        if (socket != null) {
            closeHard(socket);
        }
    }

    static void closeHard(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException alreadyClosed) {
            // Closing is what counts.
        }
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // Nothing is left to close.
        }
    }

    @Override
    public void close() {
        close(CloseMode.IMMEDIATE);
    }

    /** Always at once: a polite close writes to the other side, which may not be reading any more. */
    @Override
    public void close(CloseMode mode) {
        super.close(CloseMode.IMMEDIATE);
    }
}
