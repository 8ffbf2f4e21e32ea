package io.okxconnect.testkit.internal.web;

import io.okxconnect.testkit.internal.model.Environment;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Trader;
import io.okxconnect.testkit.internal.oauth.OAuthDesk;
import io.okxconnect.testkit.internal.rest.Answer;
import io.okxconnect.testkit.internal.rest.ApiRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers requests for pages: finds the session, checks forms, and hands over to the page. */
public final class WebSite {
    private final Exchange exchange;
    private final LoginPage loginPage;
    private final TradingSettingsPage settingsPage = new TradingSettingsPage();
    private final ApiKeysPage keysPage;
    private final CreateKeyPage createKeyPage;
    private final ConsentPage consentPage;
    private final ConnectedAppsPage connectedAppsPage;
    private final byte[] styles = read("sandbox.css");
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    public WebSite(Exchange exchange, OAuthDesk oauth) {
        this.exchange = exchange;
        this.loginPage = new LoginPage(exchange, oauth);
        this.keysPage = new ApiKeysPage(exchange);
        this.createKeyPage = new CreateKeyPage(exchange);
        this.consentPage = new ConsentPage(exchange, oauth);
        this.connectedAppsPage = new ConnectedAppsPage(oauth.consents());
    }

    public Answer answer(ApiRequest request) {
        if (request.path().equals("/assets/sandbox.css")) {
            return new Answer(200, "text/css; charset=utf-8", styles, "", Map.of("X-Content-Type-Options", "nosniff"));
        }
        Session session = session(request).orElseGet(() -> open(null));
        Page page = new Page(request.site(), session);
        return switch (request.method()) {
            case "GET" -> get(request, session, page);
            case "POST" -> post(request, session, page);
            default -> page.show(405, "Not possible", Page.notice("bad", "This page knows GET and POST only."));
        };
    }

    private Answer get(ApiRequest request, Session session, Page page) {
        Form query = Form.parse(request.query());
        if (request.path().equals("/")) {
            return page.goTo("/account/login-as");
        }
        if (request.path().equals("/account/login-as")) {
            return loginPage.show(request.site(), page, query.text("next"));
        }
        Optional<Trader> trader = session.trader();
        if (ConsentPage.isAuthorizePath(request.path())) {
            return consentPage.show(request, trader, page);
        }
        if (trader.isEmpty()) {
            return page.goTo("/account/login-as?next=" + request.path());
        }
        choose(session, query);
        return switch (request.path()) {
            case "/account/settings/trading" -> settingsPage.show(session, trader.get(), page, 200, Optional.empty());
            case "/account/my-api" -> keysPage.show(session, trader.get(), page);
            case "/account/my-api/create" -> createKeyPage.show(page, 200, Optional.empty());
            case "/account/my-api/created" -> createKeyPage.showCreated(session, page);
            case "/account/connected-apps" -> connectedAppsPage.show(trader.get(), page);
            case ConsentPage.NOWHERE ->
                page.show(200, "Account", Page.notice("plain", "Your account, and nothing to do here."));
            default -> page.show(404, "Not found", Page.notice("bad", "There is no such page."));
        };
    }

    private Answer post(ApiRequest request, Session session, Page page) {
        Form form = Form.parse(request.bodyText());
        if (!session.accepts(form.text("token"))) {
            return page.show(
                    403, "Refused", Page.notice("bad", "This form is out of date or from elsewhere: load it again."));
        }
        if (request.path().equals("/account/login-as")) {
            return logIn(request, session, page, form);
        }
        Optional<Trader> trader = session.trader();
        if (trader.isEmpty()) {
            return page.goTo("/account/login-as");
        }
        if (ConsentPage.isAuthorizePath(request.path())) {
            return consentPage.submit(request.site(), trader.get(), page, form);
        }
        return switch (request.path()) {
            case "/account/settings/trading" -> settingsPage.submit(session, trader.get(), page, form);
            case "/account/my-api/delete" -> keysPage.delete(trader.get(), page, form.text("apiKey"));
            case "/account/my-api/create" -> createKeyPage.submit(session, trader.get(), page, form);
            case "/account/connected-apps" -> connectedAppsPage.revoke(trader.get(), page, form);
            default -> page.show(404, "Not found", Page.notice("bad", "There is no such form."));
        };
    }

    private Answer logIn(ApiRequest request, Session old, Page page, Form form) {
        Optional<Trader> trader =
                exchange.find(form.text("user")).filter(it -> it.site().equals(request.site()));
        if (trader.isEmpty()) {
            return page.show(400, "Log in", Page.notice("bad", "No user of this site has that name."));
        }
        // A new session id at login: one that was known before is worth nothing after.
        sessions.remove(old.id());
        return new Page(request.site(), open(trader.get())).goTo(LoginPage.localPath(form.text("next")));
    }

    private static void choose(Session session, Form query) {
        if (query.text("go-demo-trading").equals("1")) {
            session.environment(Environment.DEMO);
        } else if (query.text("go-live-trading").equals("1")) {
            session.environment(Environment.LIVE);
        }
    }

    private Session open(@Nullable Trader trader) {
        Session session = new Session(exchange.ids().token(), exchange.ids().token(), trader);
        sessions.put(session.id(), session);
        return session;
    }

    private Optional<Session> session(ApiRequest request) {
        String wanted = Page.cookieName(request.site()) + "=";
        for (String cookie : request.header("cookie").split(";", -1)) {
            String trimmed = cookie.strip();
            if (trimmed.startsWith(wanted)) {
                return Optional.ofNullable(sessions.get(trimmed.substring(wanted.length())));
            }
        }
        return Optional.empty();
    }

    private static byte[] read(String resource) {
        try (InputStream in = WebSite.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the testkit's jar lacks " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the testkit's jar cannot be read: " + resource, e);
        }
    }
}
