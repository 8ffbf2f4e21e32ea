package io.okxconnect;

import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import io.okxconnect.testkit.internal.model.Environment;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Ids;
import io.okxconnect.testkit.internal.model.IssuedKey;
import io.okxconnect.testkit.internal.model.KeyTerms;
import io.okxconnect.testkit.internal.model.Trader;
import io.okxconnect.testkit.internal.oauth.OAuthDesk;
import io.okxconnect.testkit.internal.rest.Answer;
import io.okxconnect.testkit.internal.rest.ApiRequest;
import io.okxconnect.testkit.internal.rest.RestApi;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The sandbox's exchange and its REST rules, limits included, with neither server nor sockets in between, in virtual time. Each way
 * takes 10 to 150 ms; one call in a hundred takes seconds.
 */
final class SandboxInside implements HttpTransport {
    private static final String TIME = "/api/v5/public/time";
    private static final String CONFIG = "/api/v5/account/config";

    private final VirtualTime time;
    private final Exchange exchange;
    private final RestApi api;
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Map<String, Queue<Long>> visits = new ConcurrentHashMap<>();
    private final Map<Long, AtomicInteger> perSecond = new ConcurrentHashMap<>();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

    SandboxInside(VirtualTime time) {
        this.time = time;
        this.exchange = new Exchange(time.clock(), Ids.seeded(7), Set.of());
        this.api = new RestApi(exchange, new OAuthDesk(exchange, Set.of("GLOBAL"), site -> "http://127.0.0.1"));
    }

    /** A user's key. */
    record Key(String name, String uid, String apiKey, String secretKey, String passphrase) {
        @Override
        public String toString() {
            return "Key[" + name + "]";
        }
    }

    Key createAccount(String name) {
        Trader trader = exchange.open(name, "GLOBAL", null);
        KeyTerms terms = new KeyTerms("app", Environment.LIVE, Set.of("read_only", "trade"), List.of(), null, null);
        IssuedKey issued = exchange.keyDesk().issue(trader, terms);
        Key key = new Key(name, trader.uid(), issued.key().id(), issued.secretKey(), issued.passphrase());
        keys.put(key.apiKey(), key);
        return key;
    }

    Collection<Key> keys() {
        return keys.values();
    }

    /** When the configuration of the account was read, in nanoseconds since the start. */
    long[] visits(Key key) {
        long[] times = visits.getOrDefault(key.apiKey(), new ConcurrentLinkedQueue<>()).stream()
                .mapToLong(Long::longValue)
                .toArray();
        Arrays.sort(times);
        return times;
    }

    int mostVisitsInASecond() {
        return perSecond.values().stream().mapToInt(AtomicInteger::get).max().orElse(0);
    }

    /** Everything that was not answered with success. */
    Collection<String> refusals() {
        return refusals;
    }

    @Override
    public TransportResponse execute(TransportRequest request) {
        // Who asks for the time holds a lock, and threads that wait for locks are not known to the virtual time.
        boolean slow = !request.requestPath().equals(TIME);
        if (slow) {
            time.sleep(way());
        }
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        if (request.requestPath().equals(CONFIG)) {
            visits.computeIfAbsent(request.headers().get("OK-ACCESS-KEY"), key -> new ConcurrentLinkedQueue<>())
                    .add(time.nanoTime());
            perSecond
                    .computeIfAbsent(time.nanoTime() / 1_000_000_000L, second -> new AtomicInteger())
                    .incrementAndGet();
        }
        Answer answer = api.answer(new ApiRequest(
                "GLOBAL", "127.0.0.1", request.method(), request.requestPath(), headers, request.body()));
        if (!answer.code().equals("0")) {
            refusals.add(request.endpoint() + ": " + answer.code());
        }
        if (slow) {
            time.sleep(way());
        }
        return new TransportResponse(answer.status(), answer.headers(), answer.body());
    }

    private Duration way() {
        double random = time.random();
        return random < 0.01 ? Duration.ofSeconds(3) : Duration.ofMillis(10 + (long) (random * 140));
    }

    @Override
    public void close() {}
}
