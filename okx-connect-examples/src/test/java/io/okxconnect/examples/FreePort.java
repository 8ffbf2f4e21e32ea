package io.okxconnect.examples;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port that is registered before somebody listens there. */
final class FreePort {
    private FreePort() {}

    static String next() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
