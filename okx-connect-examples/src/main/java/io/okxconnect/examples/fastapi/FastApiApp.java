package io.okxconnect.examples.fastapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.okxconnect.Connection;
import io.okxconnect.DisconnectReport;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.AccountId;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.examples.web.Form;
import io.okxconnect.examples.web.Sessions;
import io.okxconnect.examples.web.Visit;
import io.okxconnect.oauth.FastApiConnector;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The app. Its four addresses: the page with the button or the balances, the start, which sends the browser to OKX, the
 * callback, where OKX sends it back to, and the form that disconnects.
 */
public final class FastApiApp implements AutoCloseable {
    /** Where the redirect URL of this app ends, as it is registered with OKX. */
    public static final String CALLBACK = "/connect/okx/callback";

    static final String START = "/connect/okx";
    static final String DISCONNECT = "/disconnect";
    static final String STYLES = "/app.css";
    private static final String HOME = "/";

    private final HttpServer server;
    private final ExchangeConnector okx;
    private final FastApiConnector fastApi;
    private final Sessions<Session> sessions;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private FastApiApp(HttpServer server, ExchangeConnector okx, FastApiConnector fastApi, URI address) {
        this.server = server;
        this.okx = okx;
        this.fastApi = fastApi;
        this.sessions = new Sessions<>("app_session", "https".equals(address.getScheme()), Session::new);
    }

    /**
     * Starts the app.
     *
     * @param server bound to a port, not started; ends with the app
     * @param okx where the accounts are kept
     * @param fastApi connects them
     * @param address where browsers find the app, which may be the address of a proxy in front of it
     * @return the running app
     */
    public static FastApiApp start(HttpServer server, ExchangeConnector okx, FastApiConnector fastApi, URI address) {
        FastApiApp app = new FastApiApp(server, okx, fastApi, address);
        server.setExecutor(app.threads);
        server.createContext(HOME, app::answer);
        server.start();
        return app;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Visit visit = new Visit(exchange);
            try {
                route(visit);
            } catch (OkxConnectException e) {
                show(visit, 503, Pages.plain("Not possible now", e.problem() + " " + e.nextStep()));
            }
        }
    }

    private void route(Visit visit) throws IOException {
        switch (visit.path()) {
            case HOME -> onGet(visit, this::home);
            case START -> onGet(visit, this::begin);
            case CALLBACK -> onGet(visit, this::complete);
            case DISCONNECT -> on("POST", visit, this::disconnect);
            case STYLES -> onGet(visit, it -> it.answer(200, "text/css; charset=utf-8", Pages.STYLE));
            default -> show(visit, 404, Pages.plain("Not found", "There is no such page."));
        }
    }

    private static void show(Visit visit, int status, String html) throws IOException {
        visit.show(status, html, Pages.POLICY);
    }

    /** HEAD is no GET here: asking what a page is like must begin no authorization, and use none up. */
    private static void onGet(Visit visit, Route route) throws IOException {
        if (visit.isPrefetch()) {
            visit.answer(503, "text/plain; charset=utf-8", "Not before the user comes.");
        } else {
            on("GET", visit, route);
        }
    }

    private static void on(String method, Visit visit, Route route) throws IOException {
        if (!visit.method().equals(method)) {
            visit.addHeader("Allow", method);
            visit.answer(405, "text/plain; charset=utf-8", "Only " + method + ".");
            return;
        }
        route.answer(visit);
    }

    private void home(Visit visit) throws IOException {
        Session session = sessions.of(visit);
        if (!isConnected(session.accountId())) {
            show(visit, 200, Pages.invitation(session.news()));
            return;
        }
        try {
            Connection connection = okx.connection(session.accountId());
            show(visit, 200, Pages.connected(connection, connection.balance(), session, session.news()));
        } catch (OkxConnectException e) {
            show(visit, 200, Pages.unreachable(Notice.unanswered(e)));
        }
    }

    private void begin(Visit visit) throws IOException {
        Session session = sessions.of(visit);
        visit.goTo(fastApi.begin(session.accountId(), session.binding()).uri().toString());
    }

    private void complete(Visit visit) throws IOException {
        Session session = sessions.of(visit);
        try {
            fastApi.complete(visit.rawQuery(), session.binding());
            session.tell(Notice.good("Connected", "Your OKX account is connected."));
        } catch (OkxConnectException e) {
            session.tell(Notice.of(e));
        }
        // The code leaves the address bar, and a reload does not send it again.
        visit.goTo(HOME);
    }

    private void disconnect(Visit visit) throws IOException {
        Session session = sessions.of(visit);
        Optional<String> token;
        try (Form form = visit.form()) {
            token = form.text("token");
        }
        if (token.isEmpty() || !token.get().equals(session.formToken())) {
            show(visit, 403, Pages.plain("Refused", "This form is out of date. Go back and try again."));
            return;
        }
        if (isConnected(session.accountId())) {
            DisconnectReport report = okx.connection(session.accountId()).disconnect();
            session.tell(Notice.good("Disconnected", report.toString()));
        }
        visit.goTo(HOME);
    }

    private boolean isConnected(AccountId accountId) {
        return okx.connections().stream()
                .anyMatch(account -> account.accountId().equals(accountId));
    }

    /** Stops answering and frees the port. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private interface Route {
        void answer(Visit visit) throws IOException;
    }
}
