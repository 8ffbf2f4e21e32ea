package io.okxconnect.testkit.internal.http;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * The port of one site. It knows every connection that it ever took, because a connection taken while the server stops
 * is otherwise left open and unread, and its client waits for ever.
 */
final class SiteConnector extends ServerConnector {
    // Without a thread that blocks in accept(): one that is interrupted there loses the connection that it has just
    // taken.
    private static final int ACCEPTORS = 0;

    private final Set<SelectableChannel> taken =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile boolean closing;

    SiteConnector(Server server, String site, int port, HttpConfiguration http) {
        super(server, ACCEPTORS, -1, new HttpConnectionFactory(http));
        setName(site);
        setHost("127.0.0.1");
        setPort(port);
    }

    /** Takes no connection any more. */
    void refuse() {
        closing = true;
        close();
    }

    /** Closes what is still open after the server has stopped. */
    void dropAll() {
        List<SelectableChannel> all;
        synchronized (taken) {
            all = List.copyOf(taken);
        }
        all.forEach(SiteConnector::drop);
    }

    @Override
    protected SelectorManager newSelectorManager(Executor executor, Scheduler scheduler, int selectors) {
        return new ServerConnectorManager(executor, scheduler, selectors) {
            @Override
            public void accept(SelectableChannel channel, Object attachment) {
                taken.add(channel);
                if (closing) {
                    drop(channel);
                } else {
                    super.accept(channel, attachment);
                }
            }
        };
    }

    private static void drop(SelectableChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("a connection of the sandbox cannot be closed", e);
        }
    }
}
