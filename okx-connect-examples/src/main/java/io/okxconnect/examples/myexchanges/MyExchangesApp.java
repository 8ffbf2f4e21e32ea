package io.okxconnect.examples.myexchanges;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.examples.myexchanges.connect.Exchanges;
import io.okxconnect.examples.web.Form;
import io.okxconnect.examples.web.Sessions;
import io.okxconnect.examples.web.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** The web app: which address shows or does what. What is shown changes nothing; what does something is a form. */
public final class MyExchangesApp implements AutoCloseable {
    /** Where the redirect URL of this app ends, as it is registered with OKX. */
    public static final String CALLBACK = "/connect/okx/callback";

    /** No script or style but this app's own files; forms go to this app alone. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** An address of this app's own, without a query. */
    private static final Pattern OWN_PAGE = Pattern.compile("/(?:[a-z0-9-]+(?:/[a-z0-9-]+)*)?");

    private static final int YEAR = 31_536_000;

    private final HttpServer server;
    private final Settings settings;
    private final boolean https;
    private final Sessions<Session> sessions;
    private final Pages pages;
    private final Actions actions;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private MyExchangesApp(HttpServer server, Exchanges exchanges, Settings settings) {
        this.server = server;
        this.settings = settings;
        this.https = "https".equals(settings.address().getScheme());
        this.sessions = new Sessions<>("my_exchanges", https, Session::new);
        this.pages = new Pages(exchanges, settings);
        this.actions = new Actions(exchanges);
    }

    /**
     * Starts the app.
     *
     * @param server bound to a port, not started; ends with the app
     * @param exchanges where the accounts are kept
     * @param settings what the pages tell about the app
     * @return the running app
     */
    public static MyExchangesApp start(HttpServer server, Exchanges exchanges, Settings settings) {
        MyExchangesApp app = new MyExchangesApp(server, exchanges, settings);
        server.setExecutor(app.threads);
        server.createContext("/", app::answer);
        server.start();
        return app;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Visit visit = new Visit(exchange);
            visit.addHeader("X-Frame-Options", "DENY");
            visit.addHeader("Cross-Origin-Opener-Policy", "same-origin");
            visit.addHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
            if (https) {
                visit.addHeader("Strict-Transport-Security", "max-age=" + YEAR);
            }
            switch (visit.path()) {
                case "/app.css" -> file(visit, "text/css; charset=utf-8");
                case "/app.js" -> file(visit, "text/javascript; charset=utf-8");
                case "/mark.svg" -> file(visit, "image/svg+xml");
                default -> route(visit, sessions.of(visit));
            }
        }
    }

    private static void file(Visit visit, String type) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                MyExchangesApp.class.getResourceAsStream(visit.path().substring(1)))) {
            visit.answer(200, type, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void route(Visit visit, Session session) throws IOException {
        if (visit.isPrefetch()) {
            visit.answer(503, "text/plain; charset=utf-8", "Not before the user comes.");
            return;
        }
        View view = view(visit, session);
        try {
            answer(visit, session, view);
        } catch (OkxConnectException e) {
            // Such as a store that cannot be read: nothing is sent yet.
            visit.show(503, Pages.failed(view), POLICY);
        }
    }

    private void answer(Visit visit, Session session, View view) throws IOException {
        switch (visit.method()) {
            case "GET" -> show(visit, session, view);
            case "POST" -> act(visit, session, view);
            // HEAD is no GET here: asking what a page is like must begin no authorization, and use none up.
            default -> {
                visit.addHeader("Allow", "GET, POST");
                visit.answer(405, "text/plain; charset=utf-8", "Only GET and POST.");
            }
        }
    }

    private void show(Visit visit, Session session, View view) throws IOException {
        if (visit.path().equals(CALLBACK)) {
            // The code leaves the address bar, and a reload does not send it again.
            visit.goTo(actions.complete(session, visit.rawQuery()));
            return;
        }
        if (visit.path().equals("/connect/okx")) {
            visit.goTo(actions.begin(session, visit.parameter("account")));
            return;
        }
        if (visit.path().equals("/language")) {
            session.speak(visit.parameter("to").orElse("en"));
            String back = visit.parameter("back").orElse("/");
            visit.goTo(OWN_PAGE.matcher(back).matches() ? back : "/");
            return;
        }
        Optional<String> page = pages.find(view, session, visit.path());
        visit.show(page.isPresent() ? 200 : 404, page.orElseGet(() -> Pages.notFound(view)), POLICY);
    }

    private View view(Visit visit, Session session) {
        Words words =
                session.language().map(Words::in).orElseGet(() -> Words.accepted(visit.header("Accept-Language")));
        visit.addHeader("Content-Language", words.language());
        visit.addHeader("Vary", "Accept-Language, Cookie");
        return new View(
                words,
                session.formToken(),
                visit.path(),
                visit.parameter("news").flatMap(session::told));
    }

    private void act(Visit visit, Session session, View view) throws IOException {
        try (Form form = visit.form()) {
            if (!form.text("token").filter(session::hasSent).isPresent()) {
                visit.show(403, Pages.stale(view), POLICY);
                return;
            }
            Optional<String> next =
                    actions.run(session, visit.path(), visit.parameter("from").orElse(""), form);
            if (next.isPresent()) {
                visit.goTo(next.get());
            } else {
                visit.show(404, Pages.notFound(view), POLICY);
            }
        }
    }

    /** {@return where browsers find the app} */
    public URI address() {
        return settings.address();
    }

    /** Stops answering and frees the port. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
