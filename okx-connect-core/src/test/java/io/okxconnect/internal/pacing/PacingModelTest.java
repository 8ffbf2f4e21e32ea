package io.okxconnect.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.rest.RestRequest;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random callers, random ways, in simulated time: whatever OKX gets to see keeps its limits. */
class PacingModelTest {
    private static final URI HOST = URI.create("http://127.0.0.1:1");
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final RestRequest CONFIG =
            RestRequest.get("/api/v5/account/config").build();

    private record Event(long at, Runnable what) {}

    /** A world of its own: events in order of time. */
    private static final class World {
        final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::at));
        final Map<String, List<Long>> arrivals = new HashMap<>();
        final List<Long> waits = new ArrayList<>();
        long now = -5 * SECOND;

        void at(long time, Runnable what) {
            events.add(new Event(time, what));
        }

        void run(long end) {
            while (!events.isEmpty() && events.peek().at() <= end) {
                Event next = events.remove();
                now = next.at();
                next.what().run();
            }
        }

        /** Asks until the ticket leaves, then arrives and is answered after random times. */
        void send(Ticket ticket, String counted, long there, long back, long since) {
            long wait = ticket.leave(now);
            if (wait > 0) {
                at(now + wait, () -> send(ticket, counted, there, back, since));
                return;
            }
            waits.add(now - since);
            at(
                    now + there,
                    () -> arrivals.computeIfAbsent(counted, key -> new ArrayList<>())
                            .add(now));
            at(now + there + back, () -> ticket.ended(Ticket.HostWork.WORKED, now));
        }

        int mostInAWindow(String counted, long window) {
            List<Long> times = arrivals.getOrDefault(counted, List.of());
            Collections.sort(times);
            int most = 0;
            int first = 0;
            for (int last = 0; last < times.size(); last++) {
                while (times.get(last) - times.get(first) >= window) {
                    first++;
                }
                most = Math.max(most, last - first + 1);
            }
            return most;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void leave_anyLoadAndAnyWay_okxNeverSeesMoreThanTheLimit(long seed) {
        Random random = new Random(seed);
        World world = new World();
        Pacing pacing = new Pacing();
        int calls = 3_000;
        for (int i = 0; i < calls; i++) {
            String account = "a" + random.nextInt(3);
            long start = (long) (random.nextDouble() * 400 * SECOND);
            long there = (long) (random.nextDouble() * (random.nextInt(10) == 0 ? 1000 : 100) * MILLI);
            long back = (long) (random.nextDouble() * 3_000 * MILLI);
            world.at(
                    start,
                    () -> world.send(
                            pacing.ticket(HOST, TradingEnvironment.LIVE, account, CONFIG, world.now),
                            account,
                            there,
                            back,
                            world.now));
        }

        world.run(Long.MAX_VALUE);

        assertThat(world.waits).as("seed %d", seed).hasSize(calls);
        for (int i = 0; i < 3; i++) {
            assertThat(world.mostInAWindow("a" + i, 2 * SECOND))
                    .as("seed %d", seed)
                    .isEqualTo(5);
        }
    }

    @Test
    void mostInAWindow_placesFreedAWindowAfterTheDeparture_isAboveTheLimit() {
        World broken = new World();
        List<Long> arrivals = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            // Left at 0 s and 2 s, as a limiter that looks at departures only would have it; the first ones were slow.
            arrivals.add(900 * MILLI);
            arrivals.add(2 * SECOND);
        }
        broken.arrivals.put("a", arrivals);

        assertThat(broken.mostInAWindow("a", 2 * SECOND)).isEqualTo(10);
    }

    @Test
    void leave_anHourOfOrdersAt95PercentOfTheLimit_isNeitherOverNorLate() {
        World world = new World();
        Pacing pacing = new Pacing();
        RestRequest order = RestRequest.post("/api/v5/trade/order")
                .bodyJson("{\"instId\":\"BTC-USDT-SWAP\"}")
                .build();
        long gap = 2 * SECOND * 100 / (60 * 95);
        for (long start = 0; start < 3_600 * SECOND; start += gap) {
            world.at(
                    start,
                    () -> world.send(
                            pacing.ticket(HOST, TradingEnvironment.LIVE, "a", order, world.now),
                            "a",
                            20 * MILLI,
                            20 * MILLI,
                            world.now));
        }

        world.run(Long.MAX_VALUE);

        assertThat(world.mostInAWindow("a", 2 * SECOND)).isLessThanOrEqualTo(60);
        assertThat(Collections.max(world.waits)).isLessThan(SECOND / 2);
    }

    @Test
    void leave_inTurn_firstComeFirstServed() {
        World world = new World();
        Pacing pacing = new Pacing();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int number = i;
            world.at(
                    i,
                    () -> leaveInto(
                            order,
                            number,
                            pacing.ticket(HOST, TradingEnvironment.LIVE, "a", CONFIG, world.now),
                            world));
        }

        world.run(Long.MAX_VALUE);

        assertThat(order).hasSize(40).isSorted();
    }

    private static void leaveInto(List<Integer> order, int number, Ticket ticket, World world) {
        long wait = ticket.leave(world.now);
        if (wait > 0) {
            world.at(world.now + wait, () -> leaveInto(order, number, ticket, world));
        } else {
            order.add(number);
            ticket.ended(Ticket.HostWork.WORKED, world.now);
        }
    }
}
