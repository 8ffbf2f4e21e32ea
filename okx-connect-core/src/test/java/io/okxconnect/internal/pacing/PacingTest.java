package io.okxconnect.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.rest.RestRequest;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PacingTest {
    private static final URI HOST = URI.create("http://127.0.0.1:1");
    private static final URI OTHER_HOST = URI.create("http://127.0.0.1:2");
    private static final long SECOND = 1_000_000_000L;
    private static final RestRequest CONFIG =
            RestRequest.get("/api/v5/account/config").build();
    private static final RestRequest TIME =
            RestRequest.get("/api/v5/public/time").unsigned().build();
    private static final RestRequest UNLISTED =
            RestRequest.get("/api/v5/finance/savings/balance").build();

    private final Pacing pacing = new Pacing();

    private long leave(String account, RestRequest request, long now) {
        return leave(HOST, account, request, now);
    }

    private long leave(URI host, String account, RestRequest request, long now) {
        Ticket ticket = pacing.ticket(host, TradingEnvironment.LIVE, account, request, now);
        long wait = ticket.leave(now);
        if (wait == 0) {
            ticket.ended(Ticket.HostWork.WORKED, now);
        } else {
            ticket.giveUp();
        }
        return wait;
    }

    private void useUp(String account) {
        for (int i = 0; i < 5; i++) {
            assertThat(leave(account, CONFIG, 0)).isZero();
        }
    }

    @Test
    void leave_limitUsedUp_waitsForTheWindow() {
        useUp("alice");

        assertThat(leave("alice", CONFIG, SECOND)).isEqualTo(SECOND);
        assertThat(leave("alice", CONFIG, 2 * SECOND)).isZero();
    }

    @Test
    void leave_otherAccountHostOrCall_isCountedApart() {
        useUp("alice");

        assertThat(leave("bob", CONFIG, 0)).isZero();
        assertThat(leave(OTHER_HOST, "alice", CONFIG, 0)).isZero();
        assertThat(leave("alice", RestRequest.get("/api/v5/account/balance").build(), 0))
                .isZero();
    }

    @Test
    void leave_publicCall_isCountedForTheAddressWhoeverCalls() {
        for (int i = 0; i < 10; i++) {
            assertThat(leave(i % 2 == 0 ? "alice" : "bob", TIME, 0)).isZero();
        }

        assertThat(leave(null, TIME, 0)).isEqualTo(2 * SECOND);
    }

    @Test
    void leave_accountNotKnownYet_isNotCounted() {
        for (int i = 0; i < 100; i++) {
            assertThat(leave(null, CONFIG, 0)).isZero();
        }
    }

    @Test
    void leave_manyWaiting_eachIsToldItsOwnTurn() {
        useUp("alice");
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            waits.add(pacing.ticket(HOST, TradingEnvironment.LIVE, "alice", CONFIG, 0)
                    .leave(0));
        }

        assertThat(waits.subList(0, 5)).containsOnly(2 * SECOND);
        assertThat(waits.subList(5, 10)).containsOnly(4 * SECOND);
        assertThat(waits.subList(10, 12)).containsOnly(6 * SECOND);
    }

    @Test
    void giveUp_ofOneInTheQueue_letsTheNextMoveUp() {
        useUp("alice");
        List<Ticket> queue = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            queue.add(pacing.ticket(HOST, TradingEnvironment.LIVE, "alice", CONFIG, 0));
        }
        assertThat(queue.get(5).leave(0)).isEqualTo(4 * SECOND);

        queue.get(0).giveUp();

        assertThat(queue.get(5).leave(0)).isEqualTo(2 * SECOND);
    }

    @Test
    void notSent_givesThePlaceBack() {
        for (int i = 0; i < 50; i++) {
            Ticket ticket = pacing.ticket(HOST, TradingEnvironment.LIVE, "alice", CONFIG, 0);
            assertThat(ticket.leave(0)).isZero();
            ticket.notSent();
        }
    }

    @Test
    void leave_answerHangs_thePlaceIsFreeAWindowAfterTheLongestWay() {
        for (int i = 0; i < 5; i++) {
            assertThat(pacing.ticket(HOST, TradingEnvironment.LIVE, "alice", CONFIG, 0)
                            .leave(0))
                    .isZero();
        }

        assertThat(leave("alice", CONFIG, 0)).isEqualTo(2 * SECOND);
        assertThat(leave("alice", CONFIG, 2 * SECOND)).isEqualTo(SECOND);
        assertThat(leave("alice", CONFIG, 3 * SECOND)).isZero();
    }

    @Test
    void pause_afterARefusal_holdsThatCallOfThatAccountAlone() {
        Ticket refused = pacing.ticket(HOST, TradingEnvironment.LIVE, "alice", CONFIG, 0);
        refused.leave(0);
        refused.pause(Ticket.Limited.CALL, Duration.ofSeconds(7), 0);
        refused.ended(Ticket.HostWork.WORKED, 0);

        assertThat(leave("alice", CONFIG, SECOND)).isEqualTo(6 * SECOND);
        assertThat(leave("alice", UNLISTED, SECOND)).isZero();
        assertThat(leave("bob", CONFIG, SECOND)).isZero();
        assertThat(leave("alice", CONFIG, 7 * SECOND)).isZero();
    }

    @Test
    void pause_ofACancel_isNoLongerThanOkxsWindow() {
        for (RestRequest request : List.of(order("cancel-order", "A-B"), order("close-position", "A-B"))) {
            Ticket refused = pacing.ticket(HOST, TradingEnvironment.LIVE, "alice", request, 0);
            refused.leave(0);
            refused.pause(Ticket.Limited.CALL, Duration.ofSeconds(30), 0);

            assertThat(leave("alice", request, SECOND)).isEqualTo(SECOND);
            assertThat(leave("alice", request, 2 * SECOND)).isZero();
        }
    }

    @Test
    void spared_liveFails_demoPasses() {
        for (int i = 0; i < 20; i++) {
            Ticket ticket = pacing.ticket(HOST, TradingEnvironment.LIVE, "alice", UNLISTED, 0);
            ticket.leave(0);
            ticket.ended(Ticket.HostWork.FAILED, 0);
        }

        assertThat(pacing.ticket(HOST, TradingEnvironment.LIVE, "alice", UNLISTED, 0)
                        .spared(0))
                .isPositive();
        assertThat(pacing.ticket(HOST, TradingEnvironment.DEMO, "alice", UNLISTED, 0)
                        .spared(0))
                .isZero();
    }

    @Test
    void pause_ofACallWithoutADocumentedLimit_holdsIt() {
        Ticket refused = pacing.ticket(HOST, TradingEnvironment.LIVE, "alice", UNLISTED, 0);
        refused.leave(0);
        refused.pause(Ticket.Limited.CALL, Duration.ofSeconds(2), 0);

        assertThat(leave("alice", UNLISTED, SECOND)).isEqualTo(SECOND);
    }

    @Test
    void pause_ofTheAccountsOrders_holdsAllOrdersButNoCancel() {
        Ticket refused = pacing.ticket(HOST, TradingEnvironment.LIVE, "alice", order("order", "A-B"), 0);
        refused.leave(0);
        refused.pause(Ticket.Limited.ACCOUNT, Duration.ofSeconds(2), 0);

        assertThat(leave("alice", order("order", "C-D"), SECOND)).isEqualTo(SECOND);
        assertThat(leave("alice", order("amend-order", "C-D"), SECOND)).isEqualTo(SECOND);
        assertThat(leave("alice", order("cancel-order", "A-B"), SECOND)).isZero();
    }

    @Test
    void leave_cancelBehindManyPlaces_doesNotWait() {
        for (int i = 0; i < 200; i++) {
            pacing.ticket(HOST, TradingEnvironment.LIVE, "alice", order("order", "A-B"), 0)
                    .leave(0);
        }

        assertThat(leave("alice", order("cancel-order", "A-B"), 0)).isZero();
    }

    @Test
    void leave_ordersOnManyInstruments_shareTheAccountsThousand() {
        for (int i = 0; i < 1000; i++) {
            assertThat(leave("alice", order("order", "C" + i + "-USDT"), 0)).isZero();
        }

        assertThat(leave("alice", order("order", "ANY-USDT"), 0)).isEqualTo(2 * SECOND);
    }

    private static RestRequest order(String path, String instId) {
        return RestRequest.post("/api/v5/trade/" + path)
                .bodyJson("{\"instId\":\"" + instId + "\"}")
                .build();
    }

    @Test
    void remembered_tenThousandAccountsOneAfterTheOther_isFew() {
        for (int i = 0; i < 10_000; i++) {
            long now = i * SECOND / 10;
            assertThat(leave("account" + i, CONFIG, now)).isZero();
            assertThat(pacing.remembered()).isLessThanOrEqualTo(512);
        }
    }

    @Test
    void remembered_accountThatIsStillCounted_isNotForgotten() {
        useUp("alice");
        for (int i = 0; i < 2_000; i++) {
            leave("account" + i, CONFIG, SECOND);
        }

        assertThat(leave("alice", CONFIG, SECOND)).isEqualTo(SECOND);
    }

    @Test
    void takeRepeat_lastingFailure_endsWhenTheBudgetIsSpent() {
        int repeats = 0;
        while (pacing.takeRepeat(HOST, "alice", 0)) {
            repeats++;
        }

        assertThat(repeats).isEqualTo(100);
        assertThat(pacing.takeRepeat(HOST, "bob", 0)).isTrue();
        assertThat(pacing.takeRepeat(OTHER_HOST, "alice", 0)).isTrue();

        pacing.succeeded(HOST, "alice", 1, 0);
        assertThat(pacing.takeRepeat(HOST, "alice", 0)).isTrue();
        assertThat(pacing.takeRepeat(HOST, "alice", 0)).isFalse();
        assertThat(pacing.takeRepeat(HOST, "alice", 5 * SECOND)).isTrue();
        assertThat(pacing.takeRepeat(HOST, "alice", 5 * SECOND)).isFalse();
    }

    @Test
    void succeeded_firstTries_giveBackOneTokenEach() {
        while (pacing.takeRepeat(HOST, "alice", 0)) {
            continue;
        }
        for (int i = 0; i < 5; i++) {
            assertThat(pacing.takeRepeat(HOST, "alice", 0)).isFalse();
            pacing.succeeded(HOST, "alice", 0, 0);
        }

        assertThat(pacing.takeRepeat(HOST, "alice", 0)).isTrue();
    }

    @Test
    void leave_manyThreadsAtOnce_letsExactlyTheLimitThrough() throws Exception {
        AtomicInteger left = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Void>> callers = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                String account = "a" + i % 10;
                callers.add(() -> {
                    if (pacing.ticket(HOST, TradingEnvironment.LIVE, account, CONFIG, 0)
                                    .leave(0)
                            == 0) {
                        left.incrementAndGet();
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(callers)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(left).hasValue(50);
    }
}
