package io.okxconnect.testkit.internal.oauth;

import io.okxconnect.testkit.internal.model.Exchange;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** The exchange's authorization side, as its pages and its endpoints see it. */
public final class OAuthDesk {
    private final Clients clients = new Clients();
    private final AuthorizationRules rules;
    private final CodeDesk codes;
    private final TokenDesk tokens;
    private final Consents consents;
    private final FastApiDesk fastApi;
    private final List<String> sites;
    private final UnaryOperator<String> origins;

    /** Serves {@code sites}, each at the address that {@code origins} tells for it. */
    public OAuthDesk(Exchange exchange, Collection<String> sites, UnaryOperator<String> origins) {
        this.sites = List.copyOf(sites);
        this.rules = new AuthorizationRules(exchange, clients, origins);
        this.codes = new CodeDesk(exchange);
        this.tokens = new TokenDesk(exchange);
        this.fastApi = new FastApiDesk(exchange);
        this.consents = new Consents(exchange, codes, fastApi, origins);
        this.origins = origins;
    }

    public Clients clients() {
        return clients;
    }

    public AuthorizationRules rules() {
        return rules;
    }

    public CodeDesk codes() {
        return codes;
    }

    public TokenDesk tokens() {
        return tokens;
    }

    public Consents consents() {
        return consents;
    }

    public FastApiDesk fastApi() {
        return fastApi;
    }

    /** The sites that are running. */
    public List<String> sites() {
        return sites;
    }

    /** The address of a site, without a trailing slash. */
    public String origin(String site) {
        return origins.apply(site);
    }
}
