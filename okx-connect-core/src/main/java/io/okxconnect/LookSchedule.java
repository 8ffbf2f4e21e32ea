package io.okxconnect;

import io.okxconnect.credential.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Who is looked at when. First looks are spread over an interval, so that the start of an app is no burst; so is everything that
 * is due after a pause, for example a laptop's sleep. Knows ids and times, nothing else. Times are monotonic nanoseconds. Not safe
 * for use by many threads.
 */
final class LookSchedule {
    /** Longer than any look takes: if nobody asked for work for so long, the process was not running. */
    static final Duration PAUSE = Duration.ofMinutes(2);

    /** Found within a quarter of an interval, an account just connected and checked is in the schedule before it is due. */
    private static final int LISTINGS_PER_INTERVAL = 4;

    private final LookPace pace;
    private final long listEvery;
    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final PriorityQueue<Account> due = new PriorityQueue<>(Comparator.comparingLong(account -> account.dueAt));
    private long listingDue;
    private boolean listing;
    /** When work is asked for again at the latest, if the process runs. */
    private long expected;

    /** Begins with a listing, due at once. */
    LookSchedule(LookPace pace, Duration interval, long now) {
        this.pace = pace;
        this.listEvery = interval.toNanos() / LISTINGS_PER_INTERVAL;
        this.listingDue = now;
        this.expected = now;
    }

    /** One account's place in the schedule. */
    static final class Account {
        private final AccountId id;
        private long dueAt;
        private int failures;
        private LookResult last = LookResult.ANSWERED;

        private Account(AccountId id, long dueAt) {
            this.id = id;
            this.dueAt = dueAt;
        }

        AccountId id() {
            return id;
        }
    }

    /** How many accounts are known. */
    int size() {
        return accounts.size();
    }

    /** Whether the stored accounts are to be listed now; whoever asked has to do it. */
    boolean takeListing(long now) {
        noticePause(now);
        if (listing || listingDue - now > 0) {
            return false;
        }
        listing = true;
        return true;
    }

    /** The account that has waited longest for its look, if one is due; whoever asked has to look. */
    @Nullable
    Account takeDue(long now) {
        noticePause(now);
        Account first = due.peek();
        return first == null || first.dueAt - now > 0 ? null : due.poll();
    }

    /** How long until something is due. */
    long untilDue(long now) {
        long wait = listing ? Long.MAX_VALUE : listingDue - now;
        Account first = due.peek();
        wait = first == null ? wait : Math.min(wait, first.dueAt - now);
        expected = listing && first == null ? expected : Math.max(expected, now + wait);
        return wait;
    }

    /** Takes over what is stored: each account with whether it is stored as one whose key is refused. */
    void listed(Map<AccountId, Boolean> stored, long now) {
        accounts.entrySet().removeIf(entry -> {
            boolean gone = !stored.containsKey(entry.getKey());
            return gone && due.remove(entry.getValue());
        });
        stored.forEach((id, refused) -> {
            Account known = accounts.get(id);
            if (known == null) {
                Account found = new Account(id, now + pace.anywhere());
                accounts.put(id, found);
                due.add(found);
            } else if (known.last == LookResult.REFUSED && !refused && due.remove(known)) {
                // Repaired meanwhile: back to the usual pace.
                known.last = LookResult.ANSWERED;
                known.dueAt = now + pace.anywhere();
                due.add(known);
            }
        });
        listing = false;
        listingDue = now + listEvery;
    }

    /** What is known stays; the listing is tried again soon. */
    void listingFailed(long now) {
        listing = false;
        listingDue = now + listEvery / LISTINGS_PER_INTERVAL;
    }

    /** Plans the next look. */
    void looked(Account account, LookResult result, long now) {
        if (result == LookResult.GONE) {
            accounts.remove(account.id, account);
            return;
        }
        account.failures = result == LookResult.FAILED_FOR_NOW ? account.failures + 1 : 0;
        account.last = result;
        account.dueAt = now + pace.next(result, account.failures);
        due.add(account);
    }

    private void noticePause(long now) {
        if (now - expected > PAUSE.toNanos()) {
            List<Account> late = new ArrayList<>();
            for (Account first = due.peek(); first != null && first.dueAt - now <= 0; first = due.peek()) {
                late.add(first);
                due.remove();
            }
            late.forEach(account -> account.dueAt = now + pace.anywhere());
            due.addAll(late);
        }
        expected = expected - now > 0 ? expected : now;
    }
}
