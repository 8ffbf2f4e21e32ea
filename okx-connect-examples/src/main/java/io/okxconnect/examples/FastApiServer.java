package io.okxconnect.examples;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/** The server app of the package {@code fastapi}, run until Enter is pressed: on the sandbox, or at the real OKX. */
final class FastApiServer implements Example {
    private static final Options OPTIONS = Options.of("--sandbox!", "--port");
    static final int PORT = 8080;

    @Override
    public String name() {
        return "fast-api";
    }

    @Override
    public String summary() {
        return "a server app with a \"Connect OKX\" button, to click through ([--sandbox] [--port <n>])";
    }

    @Override
    public int run(List<String> options, Map<String, String> environment, PrintStream out) throws IOException {
        Options given = OPTIONS.parse(options);
        HttpServer server = bind(given.number("--port", PORT));
        if (AppRegistration.isIn(environment) && !given.has("--sandbox")) {
            try (AppRegistration registration = AppRegistration.from(environment);
                    FastApiAtOkx app = FastApiAtOkx.start(server, registration, KeyPlace.from(environment))) {
                out.println("The app listens on port " + server.getAddress().getPort() + " of this machine. Open "
                        + app.uri() + " in a browser.");
                untilEnter(out);
            }
            return 0;
        }
        try (FastApiOnSandbox app = FastApiOnSandbox.start(server)) {
            out.println("A sandbox OKX runs at " + app.sandbox().uri() + ", and the app at " + app.uri() + ".");
            out.println("Open " + app.uri() + " in a browser and press \"Connect OKX\"; the user is 'alice'.");
            untilEnter(out);
        }
        return 0;
    }

    /** On this machine alone: whoever else is to come in comes through a proxy that speaks https. */
    static HttpServer bind(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    }

    static void untilEnter(PrintStream out) throws IOException {
        out.println("Press Enter to stop.");
        int read = System.in.read();
        out.println(read < 0 ? "End of input: stopped." : "Stopped.");
    }
}
