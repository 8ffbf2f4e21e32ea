package io.okxconnect.benchmarks.calls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.okxconnect.benchmarks.Samples;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Answers every request on a kept connection with one balance that was written beforehand. In a process of its own, so that
 * only the client is measured; it does as little as a server can.
 */
public final class StubServer {
    private static final int END_OF_HEAD = 0x0d0a0d0a;

    private StubServer() {}

    /** Writes its port to standard output, and ends with its standard input. */
    @SuppressWarnings("SystemOut") // the port is what the parent process reads
    public static void main(String[] arguments) throws IOException {
        byte[] body = Samples.balance(3);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(
                ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                        .getBytes(US_ASCII));
        answer.writeBytes(body);
        try (ServerSocket server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            Thread doors = new Thread(() -> accept(server, answer.toByteArray()));
            doors.setDaemon(true);
            doors.start();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void accept(ServerSocket server, byte[] answer) {
        try {
            while (true) {
                Socket socket = server.accept();
                // Otherwise a delay of 40 ms may be measured in place of the client.
                socket.setTcpNoDelay(true);
                Thread connection = new Thread(() -> serve(socket, answer));
                connection.setDaemon(true);
                connection.start();
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static void serve(Socket socket, byte[] answer) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            int last = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                last = last << 8 | next;
                if (last == END_OF_HEAD) {
                    socket.getOutputStream().write(answer);
                }
            }
        } catch (IOException gone) {
            return;
        }
    }
}
