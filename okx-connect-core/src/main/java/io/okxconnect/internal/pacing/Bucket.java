package io.okxconnect.internal.pacing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One sliding window. OKX counts a call when it arrives, which is some time between its departure and its answer; so a call
 * holds its place until a full window after the answer. However long calls take on the way, no window at OKX sees more than
 * the limit. Times are monotonic nanoseconds. Guarded by its party's lock.
 */
final class Bucket {
    /** A call without an answer is taken to have arrived by then: a hanging answer must not hold up the calls after it. */
    static final long LONGEST_WAY = 1_000_000_000L;

    private final int limit;
    private final long window;
    private final List<Place> places = new ArrayList<>();
    private int taken;
    private long pausedUntil;
    private boolean paused;

    Bucket(Claim claim) {
        this.limit = claim.limit();
        this.window = claim.window().toNanos();
    }

    /** A place that one call takes. */
    static final class Place {
        private final int weight;
        private final long left;
        private long arrived;
        private boolean answered;

        private Place(int weight, long now) {
            this.weight = weight;
            this.left = now;
            this.arrived = now + LONGEST_WAY;
        }

        void answered(long now) {
            if (!answered) {
                answered = true;
                arrived = Math.min(arrived, now);
            }
        }
    }

    /** How long until so many are free, as far as it is known now; 0 or less if they are. */
    long waitFor(long weight, long now) {
        forgetOld(now);
        long wait = paused ? pausedUntil - now : 0;
        if (limit == Claim.UNLIMITED || weight <= limit - taken) {
            return wait;
        }
        return Math.max(wait, untilFree(weight - (limit - taken), now));
    }

    private long untilFree(long missing, long now) {
        long rounds = (missing - 1) / limit;
        long rest = missing - rounds * limit;
        long[][] ends = places.stream()
                .map(place -> new long[] {expectedEnd(place, now) - now, place.weight})
                .toArray(long[][]::new);
        Arrays.sort(ends, (a, b) -> Long.compare(a[0], b[0]));
        for (long[] end : ends) {
            rest -= end[1];
            if (rest <= 0) {
                return end[0] + rounds * window;
            }
        }
        return (rounds + 1) * window;
    }

    /** A call under way is expected to have arrived at once; where that turns out wrong, the caller asks again. */
    private long expectedEnd(Place place, long now) {
        long soonest = place.left + window;
        boolean mayBeSoon = !place.answered && soonest - now > 0;
        return mayBeSoon ? soonest : place.arrived + window;
    }

    Place take(int weight, long now) {
        Place place = new Place(weight, now);
        if (limit != Claim.UNLIMITED) {
            places.add(place);
            taken += weight;
        }
        return place;
    }

    /** For a call that did not leave after all. */
    void giveBack(Place place) {
        if (places.remove(place)) {
            taken -= place.weight;
        }
    }

    /** Lets nothing through until then. */
    void pause(long until) {
        pausedUntil = paused && pausedUntil - until > 0 ? pausedUntil : until;
        paused = true;
    }

    boolean isIdle(long now) {
        forgetOld(now);
        return places.isEmpty() && !paused;
    }

    private void forgetOld(long now) {
        if (paused && pausedUntil - now <= 0) {
            paused = false;
        }
        for (int i = places.size() - 1; i >= 0; i--) {
            Place place = places.get(i);
            if (place.arrived + window - now <= 0) {
                places.remove(i);
                taken -= place.weight;
            }
        }
    }
}
