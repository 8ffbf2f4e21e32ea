package io.okxconnect.testkit.internal.oauth;

import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Reading;
import io.okxconnect.testkit.internal.model.Trader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** What users said to apps, and where their browsers went after. Safe to use from several threads. */
public final class Consents {
    private final Exchange exchange;
    private final CodeDesk codes;
    private final FastApiDesk fastApi;
    private final UnaryOperator<String> origins;
    private final List<Grant> grants = new CopyOnWriteArrayList<>();

    Consents(Exchange exchange, CodeDesk codes, FastApiDesk fastApi, UnaryOperator<String> origins) {
        this.exchange = exchange;
        this.codes = codes;
        this.fastApi = fastApi;
        this.origins = origins;
    }

    /** The user agrees: the address to go back to; empty if the browser is left behind. */
    public Optional<String> agree(AuthorizationRequest request, Trader trader) {
        if (exchange.follows(Reading.CONSENT_WITHOUT_CALLBACK)) {
            return Optional.empty();
        }
        String code = codes.issue(grant(request, trader));
        String domain = request.profile() == Profile.AGENT || exchange.follows(Reading.CALLBACK_WITHOUT_DOMAIN)
                ? ""
                : "&domain=" + encode(origins.apply(trader.site()));
        return Optional.of(back(request, "code=" + encode(code) + "&state=" + request.state() + domain));
    }

    /** The user declines: the address to go back to; empty if the browser is left behind. */
    public Optional<String> decline(AuthorizationRequest request) {
        if (exchange.follows(Reading.DECLINE_WITHOUT_CALLBACK)) {
            return Optional.empty();
        }
        String reason = "error=access_denied&error_description=" + encode("The user declined.") + "&";
        if (exchange.follows(Reading.DECLINE_AS_ERROR_MSG)) {
            reason = "error_msg=" + encode("The user declined.") + "&";
        } else if (exchange.follows(Reading.DECLINE_WITHOUT_REASON)) {
            reason = "";
        }
        return Optional.of(back(request, reason + "state=" + request.state()));
    }

    /** A consent without a page, a code or a callback. */
    public Grant grant(AuthorizationRequest request, Trader trader) {
        Grant grant = new Grant(request, trader);
        grants.add(grant);
        return grant;
    }

    /** The consents of a user that hold, oldest first. */
    public List<Grant> of(Trader trader) {
        return grants.stream()
                .filter(it -> it.trader() == trader && it.isActive())
                .toList();
    }

    /** The user takes back everything that an app was allowed; its Fast API keys go with it. */
    public void cancel(Trader trader, String clientId) {
        of(trader).stream().filter(it -> it.client().id().equals(clientId)).forEach(Grant::cancel);
        fastApi.deleteAll(trader, clientId);
    }

    /** The exchange revokes the tokens that an app holds of a user, as a change of password may. Keys stay. */
    public void revokeTokens(Trader trader, String clientId) {
        of(trader).stream().filter(it -> it.client().id().equals(clientId)).forEach(Grant::revoke);
    }

    private static String back(AuthorizationRequest request, String answer) {
        String uri = request.redirectUri();
        return uri + (uri.contains("?") ? "&" : "?") + answer;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
