package io.okxconnect.testkit.internal.web;

import static io.okxconnect.testkit.internal.web.Markup.tag;

import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Reading;
import io.okxconnect.testkit.internal.model.Refusal;
import io.okxconnect.testkit.internal.model.Trader;
import io.okxconnect.testkit.internal.oauth.AuthorizationRequest;
import io.okxconnect.testkit.internal.oauth.OAuthDesk;
import io.okxconnect.testkit.internal.rest.Answer;
import io.okxconnect.testkit.internal.rest.ApiRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks the user whether an app may have what it asks for. The page keeps nothing: the app's request travels in its
 * form and is checked again when the form comes back, so reloading it or looking at it twice harms nothing.
 */
final class ConsentPage {
    /** Where the browser is left when a request leads nowhere. */
    static final String NOWHERE = "/account/users";

    private static final Set<String> PATHS = Set.of("/account/oauth", "/account/authlogin", "/account/oauth/authorize");

    private final Exchange exchange;
    private final OAuthDesk oauth;

    ConsentPage(Exchange exchange, OAuthDesk oauth) {
        this.exchange = exchange;
        this.oauth = oauth;
    }

    /** Whether apps have ever been seen to send users to this path; only one of them leads to a consent. */
    static boolean isAuthorizePath(String path) {
        return PATHS.contains(path);
    }

    Answer show(ApiRequest request, Optional<Trader> trader, Page page) {
        String path = oauth.rules().path();
        if (!request.path().equals(path)) {
            return page.goTo(NOWHERE);
        }
        try {
            Optional<AuthorizationRequest> asked = oauth.rules().read(request.site(), request.query());
            if (asked.isEmpty()) {
                return page.goTo(NOWHERE);
            }
            String query = withoutLogout(request.query());
            if (trader.isEmpty() || !query.equals(request.query())) {
                return page.goTo("/account/login-as?next=" + encode(path + "?" + query));
            }
            return ask(asked.get(), trader.get(), query, page);
        } catch (Refusal refusal) {
            return explain(refusal, page);
        }
    }

    Answer submit(String site, Trader trader, Page page, Form form) {
        try {
            Optional<AuthorizationRequest> asked = oauth.rules().read(site, form.text("request"));
            Optional<String> target = asked.flatMap(request -> switch (form.text("decision")) {
                case "agree" -> oauth.consents().agree(request, chosen(trader, form.text("account")));
                case "decline" -> oauth.consents().decline(request);
                default -> Optional.empty();
            });
            return page.goTo(target.orElse(NOWHERE));
        } catch (Refusal refusal) {
            return explain(refusal, page);
        }
    }

    private Answer ask(AuthorizationRequest request, Trader trader, String query, Page page) {
        String app = request.client().name();
        List<Markup> wishes = request.scopes().stream()
                .map(scope -> tag("li", Wishes.inWords(scope)).with("data-scope", scope))
                .toList();
        URI back = URI.create(request.redirectUri());
        Markup form = page.form(
                        oauth.rules().path(),
                        Page.hidden("request", query),
                        account(trader),
                        decision("agree", "Agree and connect"),
                        decision("decline", "Decline"))
                .with("id", "consent");
        return page.leadingTo(back)
                .show(
                        200,
                        "Connect " + app,
                        tag(
                                        "section",
                                        tag("p", app + " asks " + trader.name() + " for permission to:"),
                                        tag("ul", Markup.all(wishes)).with("id", "permissions"),
                                        tag("p", "It cannot withdraw your money."),
                                        tag("p", "After this you go back to " + place(back) + "."),
                                        form)
                                .with("class", "card"));
    }

    private Markup account(Trader trader) {
        if (!exchange.follows(Reading.CONSENT_OFFERS_SUB_ACCOUNTS)) {
            return Markup.all(List.of());
        }
        Markup select = tag("select").with("name", "account").with("id", "account");
        Stream.concat(Stream.of(trader), trader.subAccounts().stream())
                .forEach(it -> select.add(tag("option", it.name()).with("value", it.name())));
        return tag("label", Markup.text("Account "), select);
    }

    private Trader chosen(Trader trader, String name) {
        boolean offered = exchange.follows(Reading.CONSENT_OFFERS_SUB_ACCOUNTS);
        return trader.subAccounts().stream()
                .filter(it -> offered && it.name().equals(name))
                .findFirst()
                .orElse(trader);
    }

    private static Markup decision(String value, String label) {
        return tag("button", label)
                .with("type", "submit")
                .with("name", "decision")
                .with("value", value)
                .with("id", value)
                .with("class", value);
    }

    /** What OKX shows here is not documented; the sandbox never sends a user on to an address it has not checked. */
    private static Answer explain(Refusal refusal, Page page) {
        return page.show(
                400,
                "This app cannot be connected",
                Page.notice("bad", refusal.text()),
                tag(
                        "p",
                        Markup.text("Code "),
                        tag("code", refusal.errorCode().code()).with("id", "error-code")));
    }

    private static String place(URI back) {
        return back.getHost() == null ? "the app" : back.getRawAuthority();
    }

    /** {@code authLogout=1} asks for a fresh login; after that login the request goes on without it. */
    private static String withoutLogout(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.equals("authLogout=1"))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
