package io.okxconnect.internal.http;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.internal.http.CallProgress.State;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * The default transport: HTTP/1.1 on the connection pool of Apache HttpClient 5, shared by all accounts and sites. It sends
 * once, follows nothing, remembers nothing, and ends within the request's limit whatever the other side does: the limit's
 * alarm closes the socket, or cancels the wait for a connection or a name.
 */
public final class HttpClientTransport implements HttpTransport {
    private final PoolingHttpClientConnectionManager pool;
    private final PooledCalls calls;
    private final Routes routes;
    private final NameLookup names;
    private final DeadlineTimer timer;
    private final Consumer<TransportPhase> phaseObserver;
    private final String userAgent = ProductVersion.userAgent();
    private final Set<CallProgress> inFlight = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private HttpClientTransport(Builder builder) {
        TlsLayer tls = TlsLayer.trusting(builder.extraTrust);
        timer = builder.timer != null ? builder.timer : new ThreadDeadlineTimer();
        phaseObserver = builder.phaseObserver;
        names = new NameLookup(builder.resolver);
        routes = new Routes(builder.proxy);
        pool = new PoolingHttpClientConnectionManager(
                new ConnectionOpener(names, tls, timer, builder.connectTimeout),
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                TimeValue.NEG_ONE_MILLISECOND,
                socket -> new QuietConnection(timer));
        pool.setMaxTotal(builder.maxConnections);
        pool.setDefaultMaxPerRoute(builder.maxConnections);
        pool.setDefaultConnectionConfig(ConnectionConfig.custom()
                // The connection itself decides when a look at the socket is worth its time.
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                // So that a change of the host's addresses is noticed.
                .setTimeToLive(TimeValue.ofMinutes(10))
                .build());
        calls = new PooledCalls(pool, userAgent);
    }

    /**
     * Begins a transport with the defaults.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public TransportResponse execute(TransportRequest request) {
        HttpRoute route = routes.to(request.base());
        ClassicHttpRequest wire = WireRequest.of(request, route.getTargetHost(), userAgent);
        CallProgress call = new CallProgress(phaseObserver);
        inFlight.add(call);
        DeadlineTimer.Alarm deadline = null;
        try {
            if (closed) {
                call.abort(State.TRANSPORT_CLOSED);
            }
            call.enter(TransportPhase.POOL);
            deadline = timer.schedule(request.timeout(), () -> call.abort(State.DEADLINE_PASSED));
            return calls.run(route, wire, request.maxBodyBytes(), call);
        } catch (IOException | HttpException | RuntimeException failure) {
            throw Failures.of(request, route.getProxyHost(), call, failure);
        } finally {
            if (deadline != null) {
                deadline.cancel();
            }
            inFlight.remove(call);
        }
    }

    @Override
    public void close() {
        closed = true;
        inFlight.forEach(call -> call.abort(State.TRANSPORT_CLOSED));
        pool.close(CloseMode.IMMEDIATE);
        names.close();
        timer.close();
    }

    /** Settings of a transport. Not safe for use by several threads. */
    public static final class Builder {
        private static final int MOST_CONNECTIONS = 10_000;

        private int maxConnections = 64;
        private Duration connectTimeout = Duration.ofSeconds(3);
        private @Nullable HttpHost proxy;
        private @Nullable KeyStore extraTrust;
        private @Nullable DeadlineTimer timer;
        private NameLookup.Resolver resolver = InetAddress::getAllByName;
        private Consumer<TransportPhase> phaseObserver = phase -> {};

        private Builder() {}

        /**
         * Sets how many connections may be open at a time, to all hosts together. Calls beyond that wait.
         *
         * @param maxConnections 1 to 10,000; 64 by default
         * @return this
         * @throws InvalidArgumentException if it is out of range
         */
        public Builder maxConnections(int maxConnections) {
            if (maxConnections < 1 || maxConnections > MOST_CONNECTIONS) {
                throw new InvalidArgumentException(
                        "maxConnections", "must be 1 to " + MOST_CONNECTIONS, "64 is enough for most apps.");
            }
            this.maxConnections = maxConnections;
            return this;
        }

        /**
         * Sets the limit of each step of opening a connection: TCP to one address, and TLS. The limit of the call
         * holds besides.
         *
         * @param connectTimeout more than zero, at most one minute; 3 seconds by default
         * @return this
         * @throws InvalidArgumentException if it is out of range
         */
        public Builder connectTimeout(Duration connectTimeout) {
            Objects.requireNonNull(connectTimeout, "connectTimeout");
            if (connectTimeout.compareTo(Duration.ZERO) <= 0 || connectTimeout.compareTo(Duration.ofMinutes(1)) > 0) {
                throw new InvalidArgumentException(
                        "connectTimeout", "must be more than 0 and at most one minute", "3 s suits most networks.");
            }
            this.connectTimeout = connectTimeout;
            return this;
        }

        /**
         * Sends every request through an HTTP proxy's tunnel ({@code CONNECT}), so that the proxy sees host and port only. None
         * by default; the JDK's and the environment's settings are not looked at.
         *
         * @param host the proxy's name or address
         * @param port the proxy's port
         * @return this
         * @throws InvalidArgumentException if either is no such thing
         */
        public Builder proxy(String host, int port) {
            Objects.requireNonNull(host, "host");
            if (host.isEmpty() || !host.chars().allMatch(c -> c > ' ' && c < 0x7f && "/?#@".indexOf(c) < 0)) {
                throw new InvalidArgumentException(
                        "host", "must be a host name or an address", "Leave out scheme, user and port.");
            }
            if (port < 1 || port > 65_535) {
                throw new InvalidArgumentException("port", "must be 1 to 65535", "Look it up in the proxy's settings.");
            }
            this.proxy = new HttpHost("http", host, port);
            return this;
        }

        /**
         * Trusts the certificates of this store besides those that the JDK trusts, for example the authority of a company's proxy.
         *
         * @param extraTrust a loaded store; read by {@link #build}
         * @return this
         */
        public Builder extraTrust(KeyStore extraTrust) {
            this.extraTrust = Objects.requireNonNull(extraTrust, "extraTrust");
            return this;
        }

        Builder timer(DeadlineTimer timer) {
            this.timer = timer;
            return this;
        }

        Builder resolver(NameLookup.Resolver resolver) {
            this.resolver = resolver;
            return this;
        }

        Builder phaseObserver(Consumer<TransportPhase> phaseObserver) {
            this.phaseObserver = phaseObserver;
            return this;
        }

        /**
         * Creates the transport. Nothing is connected yet.
         *
         * @return a transport to be closed by the caller
         * @throws InvalidArgumentException if the trust store cannot be used
         */
        public HttpClientTransport build() {
            return new HttpClientTransport(this);
        }
    }
}
