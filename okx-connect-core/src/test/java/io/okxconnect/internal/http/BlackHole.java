package io.okxconnect.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A port whose queue is full and never emptied: whoever connects hears nothing. */
final class BlackHole implements AutoCloseable {
    private final ServerSocket listener;
    private final List<SocketChannel> queue = new ArrayList<>();

    BlackHole(InetAddress address) throws IOException {
        listener = new ServerSocket(0, 1, address);
        for (int i = 0; i < 8; i++) {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.connect(new InetSocketAddress(address, port()));
            queue.add(channel);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : queue) {
            channel.close();
        }
        listener.close();
    }
}
