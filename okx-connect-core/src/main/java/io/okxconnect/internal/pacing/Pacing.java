package io.okxconnect.internal.pacing;

import io.okxconnect.rest.RestRequest;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the calls of a connector below OKX's limits. It counts by the app's own account ids, because those are known before the
 * first answer; two ids of one OKX account are therefore counted apart, and OKX's refusal pauses the one that meets it. Calls
 * without a documented limit pass, but a refusal pauses them too.
 *
 * <p>An account is forgotten once nothing about it would be lost, so memory follows the accounts in use, not the accounts
 * stored. Safe for use by many threads. It neither waits nor reads a clock: times are monotonic nanoseconds.
 */
public final class Pacing {
    private static final int FEW = 256;

    private final RateTable table = RateTable.okx();
    private final Claims claims = new Claims(table);
    private final Map<PartyKey, Party> parties = new ConcurrentHashMap<>();
    private final Map<BreakerKey, Breaker> breakers = new ConcurrentHashMap<>();
    private final AtomicInteger sweepAt = new AtomicInteger(FEW);

    /** Begins with nothing counted. */
    public Pacing() {}

    /**
     * Begins one try of a call.
     *
     * @param host the site's REST base
     * @param environment live or demo; the host may fail for one of them alone
     * @param account the app's name of the account; null if it has none yet, then nothing is counted for it
     * @param request the call
     * @param now the time
     * @return the try, last in its queue
     */
    public Ticket ticket(
            URI host, TradingEnvironment environment, @Nullable String account, RestRequest request, long now) {
        RateRule rule = table.find(request.endpoint()).orElse(null);
        boolean byAddress = rule == null ? !request.isSigned() : rule.who() == RateRule.Who.IP;
        PartyKey key = new PartyKey(host, byAddress || account == null ? "" : account);
        boolean counted = byAddress || account != null;
        List<Claim> taken = counted ? claims.of(request, rule) : List.of();
        Breaker breaker = breakers.computeIfAbsent(new BreakerKey(host, environment), each -> new Breaker());
        Ticket.Caller caller = new Ticket.Caller(account, RiskReducing.is(request));
        while (true) {
            Party party = party(key, now);
            Ticket ticket = new Ticket(this, key, party, breaker, caller, taken);
            if (!counted || party.enter(ticket)) {
                return ticket;
            }
        }
    }

    /**
     * Asks whether an account's budget has room for one more repeat, and takes it.
     *
     * @param host the site's REST base
     * @param account the app's name of the account; null for a call without one
     * @param now the time
     * @return whether to repeat
     */
    public boolean takeRepeat(URI host, @Nullable String account, long now) {
        return party(new PartyKey(host, account == null ? "" : account), now).takeRepeat(now);
    }

    /**
     * Gives to an account's budget for repeats what a success is worth.
     *
     * @param host the site's REST base
     * @param account the app's name of the account; null for a call without one
     * @param repeats how often the call was repeated before it succeeded
     * @param now the time
     */
    public void succeeded(URI host, @Nullable String account, int repeats, long now) {
        Party known = parties.get(new PartyKey(host, account == null ? "" : account));
        if (known != null) {
            known.succeeded(repeats > 0, now);
        }
    }

    /**
     * How many accounts and addresses something is kept for.
     *
     * @return the number, for tests of memory
     */
    public int remembered() {
        return parties.size();
    }

    void pause(PartyKey key, List<Claim> paused, long until, long now) {
        boolean done = paused.isEmpty();
        while (!done) {
            done = party(key, now).pause(paused, until, now);
        }
    }

    private Party party(PartyKey key, long now) {
        Party known = parties.get(key);
        if (known != null) {
            return known;
        }
        int limit = sweepAt.get();
        // One thread sweeps: the others see the limit raised.
        if (parties.size() >= limit && sweepAt.compareAndSet(limit, Integer.MAX_VALUE)) {
            parties.values().removeIf(party -> party.retireIfIdle(now));
            sweepAt.set(Math.max(FEW, 2 * parties.size()));
        }
        return parties.computeIfAbsent(key, each -> new Party());
    }
}
