package io.okxconnect.internal.http;

import static io.okxconnect.error.TransportPhase.CONNECT;
import static io.okxconnect.error.TransportPhase.RESOLVE;
import static io.okxconnect.error.TransportPhase.TLS;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/**
 * Opens connections for the pool: name, TCP, TLS, one phase after the other, each of them abortable. Takes the place of
 * HttpClient's own class, whose steps cannot be aborted one by one and whose limits are in real time only.
 */
final class ConnectionOpener implements HttpClientConnectionOperator {
    private final NameLookup names;
    private final TlsLayer tls;
    private final DeadlineTimer timer;
    private final Duration stepLimit;

    ConnectionOpener(NameLookup names, TlsLayer tls, DeadlineTimer timer, Duration stepLimit) {
        this.names = names;
        this.tls = tls;
        this.timer = timer;
        this.stepLimit = stepLimit;
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost host,
            InetSocketAddress localAddress,
            TimeValue connectTimeout,
            SocketConfig socketConfig,
            HttpContext context)
            throws IOException {
        CallProgress call = CallContext.callOf(context);
        call.enter(RESOLVE);
        InetAddress[] addresses = names.addresses(host.getHostName(), call);
        call.enter(CONNECT);
        Socket socket = connectToOneOf(addresses, host.getPort(), call);
        connection.bind(socket);
        if (host.getSchemeName().equals("https")) {
            addTls(connection, socket, host, call);
        }
    }

    /** Adds TLS to a tunnel that a proxy opened. */
    @Override
    public void upgrade(ManagedHttpClientConnection connection, HttpHost host, HttpContext context) throws IOException {
        addTls(connection, connection.getSocket(), host, CallContext.callOf(context));
    }

    private Socket connectToOneOf(InetAddress[] addresses, int port, CallProgress call) throws IOException {
        IOException last = new ConnectException();
        for (InetAddress address : addresses) {
            Socket socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.setKeepAlive(true);
                within(stepLimit, socket, call, () -> socket.connect(new InetSocketAddress(address, port)));
                return socket;
            } catch (CallAbortedException aborted) {
                throw aborted;
            } catch (IOException failed) {
                QuietConnection.closeHard(socket);
                call.enter(CONNECT);
                last = failed;
            }
        }
        throw last;
    }

    private void addTls(ManagedHttpClientConnection connection, Socket socket, HttpHost host, CallProgress call)
            throws IOException {
        call.enter(TLS);
        try {
            within(
                    stepLimit,
                    socket,
                    call,
                    () -> connection.bind(tls.wrap(socket, host.getHostName(), host.getPort()), socket));
        } catch (IOException | RuntimeException failed) {
            QuietConnection.closeHard(socket);
            throw failed;
        }
    }

    /** Runs one step; closes its socket, and so ends the step, when its limit passes or the call is aborted. */
    private void within(Duration limit, Socket socket, CallProgress call, Step step) throws IOException {
        AtomicBoolean limitPassed = new AtomicBoolean();
        call.onAbort(() -> QuietConnection.closeHard(socket));
        DeadlineTimer.Alarm alarm = timer.schedule(limit, () -> {
            limitPassed.set(true);
            QuietConnection.closeHard(socket);
        });
        try {
            step.run();
        } catch (IOException failed) {
            throw limitPassed.get() ? new OpeningLimitException(limit) : failed;
        } finally {
            alarm.cancel();
        }
        if (limitPassed.get()) {
            throw new OpeningLimitException(limit);
        }
    }

    /** Something that waits on a socket. */
    private interface Step {
        void run() throws IOException;
    }
}
