package io.okxconnect.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.error.TransportPhase;
import io.okxconnect.internal.http.CallProgress.State;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallProgressTest {
    private final CallProgress call = new CallProgress(phase -> {});
    private final AtomicInteger released = new AtomicInteger();

    @Test
    void abort_finishedCall_releasesNothing() {
        call.onAbort(released::incrementAndGet);
        assertThat(call.finish()).isTrue();
        call.abort(State.DEADLINE_PASSED);
        assertThat(released).hasValue(0);
        assertThat(call.state()).isEqualTo(State.FINISHED);
    }

    @Test
    void finish_abortedCall_isRefused() {
        call.onAbort(released::incrementAndGet);
        call.abort(State.DEADLINE_PASSED);
        call.abort(State.TRANSPORT_CLOSED);
        assertThat(released).hasValue(1);
        assertThat(call.finish()).isFalse();
        assertThat(call.state()).as("the first reason stays").isEqualTo(State.DEADLINE_PASSED);
    }

    @Test
    void onAbort_abortedBefore_releasesAtOnce() {
        call.abort(State.TRANSPORT_CLOSED);
        call.onAbort(released::incrementAndGet);
        assertThat(released).hasValue(1);
    }

    @Test
    void enter_abortedCall_keepsItsPhaseAndStops() throws Exception {
        call.enter(TransportPhase.CONNECT);
        call.abort(State.DEADLINE_PASSED);
        assertThatThrownBy(() -> call.enter(TransportPhase.SEND)).isInstanceOf(CallAbortedException.class);
        assertThat(call.phase()).isEqualTo(TransportPhase.CONNECT);
    }

    @Test
    void abort_racingWithFinishAndOnAbort_eitherFinishesOrReleases() throws Exception {
        for (int round = 0; round < 2_000; round++) {
            CallProgress raced = new CallProgress(phase -> {});
            AtomicBoolean freed = new AtomicBoolean();
            CyclicBarrier start = new CyclicBarrier(2);
            Thread timer = new Thread(() -> {
                await(start);
                raced.abort(State.DEADLINE_PASSED);
            });
            timer.start();
            await(start);
            raced.onAbort(() -> freed.set(true));
            boolean finished = raced.finish();
            timer.join();
            assertThat(freed.get()).as("round %s", round).isEqualTo(!finished);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void realTimer_alarmIsDue_runsAndCancelledOneDoesNot() throws Exception {
        AtomicInteger cancelled = new AtomicInteger();
        CountDownLatch ran = new CountDownLatch(1);
        try (ThreadDeadlineTimer timer = new ThreadDeadlineTimer()) {
            timer.schedule(Duration.ofMillis(20), cancelled::incrementAndGet).cancel();
            timer.schedule(Duration.ofMillis(40), ran::countDown);
            assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(cancelled).hasValue(0);
    }

    @Test
    void realTimer_earlierAlarmWhileItSleeps_isNotKeptWaiting() throws Exception {
        CountDownLatch ran = new CountDownLatch(2);
        try (ThreadDeadlineTimer timer = new ThreadDeadlineTimer()) {
            DeadlineTimer.Alarm late = timer.schedule(Duration.ofDays(1), ran::countDown);
            timer.schedule(Duration.ofHours(1), ran::countDown);
            timer.schedule(Duration.ofMillis(20), ran::countDown);
            timer.schedule(Duration.ofNanos(1), ran::countDown);
            assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
            late.cancel();
        }
    }

    @Test
    void realTimer_alarmsFromManyThreads_allRunOnce() throws Exception {
        int threads = 8;
        int alarms = 2_000;
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch ran = new CountDownLatch(threads * alarms);
        try (ThreadDeadlineTimer timer = new ThreadDeadlineTimer()) {
            for (int i = 0; i < threads; i++) {
                new Thread(() -> {
                            for (int alarm = 0; alarm < alarms; alarm++) {
                                timer.schedule(Duration.ofHours(1), runs::incrementAndGet)
                                        .cancel();
                                timer.schedule(Duration.ofNanos(1 + alarm * 50_000L), () -> {
                                    runs.incrementAndGet();
                                    ran.countDown();
                                });
                            }
                        })
                        .start();
            }
            assertThat(ran.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(runs).hasValue(threads * alarms);
    }

    @Test
    void realTimer_failingAlarm_doesNotStopTheOthers() throws Exception {
        CountDownLatch ran = new CountDownLatch(1);
        try (ThreadDeadlineTimer timer = new ThreadDeadlineTimer()) {
            timer.schedule(Duration.ofNanos(1), () -> {
                throw new IllegalStateException("of one call");
            });
            timer.schedule(Duration.ofMillis(20), ran::countDown);
            assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void realTimer_time_neverGoesBack() {
        try (ThreadDeadlineTimer timer = new ThreadDeadlineTimer()) {
            long first = timer.nanoTime();
            assertThat(timer.nanoTime() - first).isNotNegative();
        }
    }
}
