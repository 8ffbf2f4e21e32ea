package io.okxconnect.internal.pacing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One try of a call: it asks until it may leave, then says how it ended. Times are monotonic nanoseconds. For one thread at a
 * time.
 */
public final class Ticket {
    /** The window of most of OKX's limits: a longer pause would keep a user in the market for nothing. */
    private static final Duration LONGEST_PAUSE_OF_RISK_REDUCING = Duration.ofSeconds(2);

    private final Pacing pacing;
    private final PartyKey key;
    private final Party party;
    private final Breaker breaker;
    private final Caller caller;
    private final List<Claim> claims;
    private final Map<Bucket, Bucket.Place> places = new HashMap<>();

    Ticket(Pacing pacing, PartyKey key, Party party, Breaker breaker, Caller caller, List<Claim> claims) {
        this.pacing = pacing;
        this.key = key;
        this.party = party;
        this.breaker = breaker;
        this.caller = caller;
        this.claims = claims;
    }

    /**
     * Leaves, if OKX's limits allow it now. Until it has left, the ticket keeps its place in the queue.
     *
     * @param now the time
     * @return 0 if it has left; else how many nanoseconds to wait before asking again
     */
    public long leave(long now) {
        return claims.isEmpty() ? 0 : Math.max(0, party.leave(this, now));
    }

    /** Gives up a place in the queue. */
    public void giveUp() {
        party.giveUp(this);
    }

    /**
     * Asks whether the host is spared just now because it keeps failing. A call that reduces risk always goes.
     *
     * @param now the time
     * @return 0 if the call may go, else how many nanoseconds are left until one may try
     */
    public long spared(long now) {
        return caller.reducesRisk() ? 0 : breaker.admit(caller.account(), now);
    }

    /** Takes back that the call left: not a byte of it was sent. */
    public void notSent() {
        party.notSent(this);
    }

    /**
     * Notes that the call has ended: answered, refused or lost.
     *
     * @param end whether the host worked
     * @param now the time
     */
    public void ended(HostWork end, long now) {
        party.answered(this, now);
        if (end != HostWork.UNKNOWN) {
            breaker.ended(caller.account(), end == HostWork.FAILED, now);
        }
    }

    /**
     * Holds back the calls that count against the same limit, because OKX said that there are too many. Calls that
     * reduce risk are held for no longer than 2 s.
     *
     * @param scope which limit OKX means
     * @param pause for how long
     * @param now the time
     */
    public void pause(Limited scope, Duration pause, long now) {
        Claim.Scope wanted = scope == Limited.ACCOUNT ? Claim.Scope.ACCOUNT : Claim.Scope.CALL;
        List<Claim> meant =
                claims.stream().filter(claim -> claim.scope() == wanted).toList();
        boolean capped = caller.reducesRisk() && pause.compareTo(LONGEST_PAUSE_OF_RISK_REDUCING) > 0;
        Duration held = capped ? LONGEST_PAUSE_OF_RISK_REDUCING : pause;
        pacing.pause(key, meant.isEmpty() ? claims : meant, now + held.toNanos(), now);
    }

    List<Claim> claims() {
        return claims;
    }

    Map<Bucket, Bucket.Place> places() {
        return places;
    }

    void taken(Bucket bucket, Bucket.Place place) {
        places.put(bucket, place);
    }

    /**
     * Who makes the call, and what for.
     *
     * @param account the app's name of the account; null if it has none yet
     * @param reducesRisk whether the call takes risk away
     */
    record Caller(@Nullable String account, boolean reducesRisk) {}

    /** Whether the host of a call worked. */
    public enum HostWork {
        /** It answered, whatever it said. */
        WORKED,
        /** No answer came, or one that says that OKX cannot work. */
        FAILED,
        /** The end says nothing of the host: the caller, or something on the way, was the reason. */
        UNKNOWN
    }

    /** Which limit was hit. */
    public enum Limited {
        /** The one of this call. */
        CALL,
        /** The one that the account's orders share. */
        ACCOUNT
    }
}
