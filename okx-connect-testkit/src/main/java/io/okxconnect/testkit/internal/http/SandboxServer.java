package io.okxconnect.testkit.internal.http;

import io.okxconnect.testkit.internal.rest.Answer;
import io.okxconnect.testkit.internal.rest.ApiRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: one port on 127.0.0.1 per site, one front door behind all of them. */
public final class SandboxServer implements AutoCloseable {
    private static final int STOP_MILLIS = 500;

    private final Server server;
    private final Faults faults;
    private final Map<String, SiteConnector> connectors = new HashMap<>();

    private SandboxServer(Server server, Faults faults) {
        this.server = server;
        this.faults = faults;
    }

    /** Starts a server for these sites; port 0 picks a free one. */
    public static SandboxServer start(
            Map<String, Integer> ports,
            Journal journal,
            Faults faults,
            Supplier<Optional<String>> callerIp,
            Function<ApiRequest, Answer> exchange) {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("okx-sandbox");
        threads.setDaemon(true);
        threads.setStopTimeout(STOP_MILLIS);
        SandboxServer started = new SandboxServer(new Server(threads), faults);
        started.server.setHandler(new FrontDoor(journal, faults, callerIp, exchange));
        ports.forEach(started::listen);
        try {
            started.server.start();
            return started;
        } catch (Exception e) {
            started.close();
            throw new IllegalStateException("the sandbox cannot listen on 127.0.0.1: is the port taken?", e);
        }
    }

    public URI uri(String site) {
        SiteConnector connector = connectors.get(site);
        if (connector == null) {
            throw new IllegalArgumentException("the sandbox was started without the site " + site);
        }
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() {
        // The ports first: a client that tries again while the rest stops must be refused, not left waiting.
        connectors.values().forEach(SiteConnector::refuse);
        faults.clear();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the sandbox's server did not stop", e);
        } finally {
            connectors.values().forEach(SiteConnector::dropAll);
        }
    }

    private void listen(String site, int port) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        SiteConnector connector = new SiteConnector(server, site, port, http);
        server.addConnector(connector);
        connectors.put(site, connector);
    }
}
