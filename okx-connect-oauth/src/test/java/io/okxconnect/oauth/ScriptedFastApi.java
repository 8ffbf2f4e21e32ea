package io.okxconnect.oauth;

import io.okxconnect.ExchangeConnector;
import io.okxconnect.ExchangeConnectorBuilder;
import io.okxconnect.canary.Canary;
import io.okxconnect.check.AccountRequirements;
import io.okxconnect.check.WithdrawPolicy;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A Fast API connector whose OKX answers from a few fields that a test may bend. No sockets: hundreds fit into a second. */
final class ScriptedFastApi implements AutoCloseable {
    static final AccountId ALICE = AccountId.of("alice");
    static final String UID = "44705892343619584";

    final SettableClock clock = new SettableClock();
    final InMemoryCredentialStore store = new InMemoryCredentialStore();
    final ScriptedTransport transport = new ScriptedTransport(this::answer);
    final ExchangeConnector connector;
    FastApiConnector fast;

    /** Beside the token; empty, or a member with a comma before it. */
    String besideToken = "";
    /** The value of {@code perm} in the answer that gives the key, as JSON. */
    String permOfKey = "\"read_only,trade\"";

    String permOfConfig = "read_only,trade";
    String uid = UID;
    String apiKey = Canary.API_KEY;

    ScriptedFastApi(WithdrawPolicy policy, UnaryOperator<HttpTransport> around) {
        ExchangeConnectorBuilder builder = ExchangeConnector.okx()
                .environment(TradingEnvironment.DEMO)
                .clock(clock)
                .sharedCredentialStore(store)
                .requirements(AccountRequirements.futuresTrading().toBuilder()
                        .withdraw(policy)
                        .build())
                .transport(around.apply(transport));
        connector = builder.build();
        fast = fast(built -> built);
    }

    FastApiConnector fast(UnaryOperator<FastApiConnectorBuilder> settings) {
        return settings.apply(FastApiConnector.builder(connector)
                        .client("CID123", Canary.CLIENT_SECRET)
                        .redirectUri(Desk.REDIRECT)
                        .passphrases(FastApiScene.canary())
                        .pauses(pause -> {}))
                .build();
    }

    /** A genuine callback for a connect that is begun now. */
    String begin() {
        String state = Queries.of(fast.begin(ALICE, Desk.SESSION).uri()).get("state");
        return "code=" + Canary.AUTHORIZATION_CODE + "&state=" + state + "&domain=https%3A%2F%2Fwww.okx.com";
    }

    long count(String path) {
        return transport.asked().stream()
                .filter(each -> each.request().requestPath().equals(path))
                .count();
    }

    TransportResponse answer(TransportRequest request) {
        return ScriptedTransport.response(200, body(request.requestPath()));
    }

    private String body(String path) {
        return switch (path) {
            case FastApiScene.TOKEN ->
                "{\"access_token\":\"" + Canary.ACCESS_TOKEN + "\",\"token_type\":\"bearer\",\"expires_in\":3600"
                        + besideToken + "}";
            case FastApiScene.DELETE -> data("{\"result\":true}");
            case FastApiScene.CREATE ->
                data("{\"label\":\"okxconnect\",\"apiKey\":\"" + apiKey + "\",\"secretKey\":\"" + Canary.SECRET_KEY
                        + "\",\"perm\":" + permOfKey + ",\"bindApp\":true}");
            case FastApiScene.CONFIG ->
                data("{\"uid\":\"" + uid + "\",\"mainUid\":\"" + uid + "\",\"acctLv\":\"2\",\"posMode\":\"net_mode\","
                        + "\"perm\":\"" + permOfConfig + "\",\"label\":\"okxconnect\",\"ip\":\"203.0.113.7\"}");
            case "/api/v5/public/time" -> data("{\"ts\":\"" + clock.instant().toEpochMilli() + "\"}");
            case "/api/v5/account/positions" -> "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}";
            default -> throw new AssertionError("not scripted: " + path);
        };
    }

    private static String data(String row) {
        return "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + row + "]}";
    }

    /** A transport that changes answers, as a connector that does not look at a part of them would read them. */
    static UnaryOperator<HttpTransport> rewriting(Map<String, UnaryOperator<String>> byPath) {
        return inner -> new ScriptedTransport(request -> {
            TransportResponse answer = inner.execute(request);
            UnaryOperator<String> change = byPath.get(request.requestPath().toLowerCase(Locale.ROOT));
            String body = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
            return change == null ? answer : ScriptedTransport.response(answer.status(), change.apply(body));
        });
    }

    @Override
    public void close() {
        fast.close();
        connector.close();
    }
}
