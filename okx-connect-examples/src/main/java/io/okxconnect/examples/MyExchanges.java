package io.okxconnect.examples;

import com.sun.net.httpserver.HttpServer;
import io.okxconnect.examples.myexchanges.Settings;
import io.okxconnect.site.Site;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The web app of the package {@code myexchanges}, run until Enter is pressed: on the sandbox, or at the real OKX. */
final class MyExchanges implements Example {
    private static final Options OPTIONS = Options.of("--sandbox!", "--port");
    private static final String SERVER_IPS = "OKX_SERVER_IPS";

    @Override
    public String name() {
        return "my-exchanges";
    }

    @Override
    public String summary() {
        return "a web app: connect accounts, see them, set them up ([--sandbox] [--port <n>])";
    }

    @Override
    public int run(List<String> options, Map<String, String> environment, PrintStream out) throws IOException {
        Options given = OPTIONS.parse(options);
        HttpServer server = FastApiServer.bind(given.number("--port", FastApiServer.PORT));
        boolean real = AppRegistration.isIn(environment) || KeyPlace.isIn(environment);
        if (real && !given.has("--sandbox")) {
            runAtOkx(server, environment, out);
        } else {
            try (MyExchangesOnSandbox app = MyExchangesOnSandbox.start(server)) {
                out.println("A sandbox OKX runs at " + app.sandbox().uri() + ", nothing in it is real.");
                out.println("My exchanges: open " + app.uri() + " in a browser.");
                FastApiServer.untilEnter(out);
            }
        }
        return 0;
    }

    private static void runAtOkx(HttpServer server, Map<String, String> environment, PrintStream out)
            throws IOException {
        KeyPlace place = KeyPlace.from(environment);
        if (!AppRegistration.isIn(environment)) {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            run(server, Optional.empty(), place, settings(address, place, environment), out);
            return;
        }
        try (AppRegistration registration = AppRegistration.from(environment)) {
            URI address = registration.redirectUri().resolve("/");
            run(server, Optional.of(registration), place, settings(address, place, environment), out);
        }
    }

    private static void run(
            HttpServer server,
            Optional<AppRegistration> registration,
            KeyPlace place,
            Settings settings,
            PrintStream out)
            throws IOException {
        try (MyExchangesAtOkx app = MyExchangesAtOkx.start(server, registration, place, otherSites(place), settings)) {
            out.println("The app listens on port " + server.getAddress().getPort() + " of this machine.");
            if (registration.isEmpty()) {
                out.println("Without OKX_CLIENT_ID it offers pasted keys only.");
            }
            out.println("My exchanges: open " + app.app().address() + " in a browser.");
            FastApiServer.untilEnter(out);
        }
    }

    static Settings settings(URI address, KeyPlace place, Map<String, String> environment) {
        List<String> ips = Arrays.stream(
                        environment.getOrDefault(SERVER_IPS, "").split(",", -1))
                .map(String::strip)
                .filter(ip -> !ip.isEmpty())
                .toList();
        List<String> sites = Stream.concat(Stream.of(place.site()), otherSites(place).stream())
                .map(Site::name)
                .toList();
        return new Settings(
                address,
                ips,
                place.site().apiManagementPage(place.environment()),
                place.environment(),
                sites,
                Optional.empty());
    }

    /** The key of a customer of another OKX site is found there; an address of one's own stands alone. */
    private static List<Site> otherSites(KeyPlace place) {
        boolean official = Site.named(place.site().name()).isPresent();
        return official
                ? Site.all().stream()
                        .filter(site -> !site.name().equals(place.site().name()))
                        .toList()
                : List.of();
    }
}
