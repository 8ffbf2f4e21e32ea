package io.okxconnect.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;

/** A sandbox that closes under clients that keep coming. */
class ClosingTest {
    private static final int WAIT_MILLIS = 20_000;

    @RepeatedTest(20)
    void close_whileClientsKeepConnecting_leavesNoConnectionOpen() throws Exception {
        OkxSandbox okx = OkxSandbox.start();
        List<Socket> connected = new ArrayList<>();
        CompletableFuture<Void> refused = new CompletableFuture<>();
        CountDownLatch first = new CountDownLatch(1);
        int port = okx.uri().getPort();
        new Thread(() -> {
                    try {
                        while (true) {
                            connected.add(new Socket("127.0.0.1", port));
                            first.countDown();
                        }
                    } catch (IOException nobodyListens) {
                        refused.complete(null);
                    }
                })
                .start();
        first.await();

        okx.close();

        refused.get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        for (Socket socket : connected) {
            assertThat(isCut(socket)).isTrue();
        }
    }

    private static boolean isCut(Socket socket) throws IOException {
        try (socket) {
            socket.setSoTimeout(WAIT_MILLIS);
            // Of a connection that still waited to be taken when nobody listened any more, the system tells the client
            // only
            // when it sends.
            socket.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == -1;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
