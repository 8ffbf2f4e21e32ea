package io.okxconnect;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.okxconnect.credential.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Events reach each listener once and in order, on a thread that nobody waits for. */
class StatusEventsTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final ConnectionStatus STATUS = ConnectionStatus.of(ConnectionState.CONNECTED, Instant.EPOCH);

    private static ConnectionEvent event(int number) {
        return new ConnectionEvent(AccountId.of("account " + number), ConnectionEvent.Kind.CHECKED, STATUS, STATUS);
    }

    private static List<ConnectionEvent> events(int count) {
        return IntStream.range(0, count).mapToObj(StatusEventsTest::event).toList();
    }

    @Test
    void publish_many_areAllDeliveredInOrderToEachListener() {
        List<ConnectionEvent> first = new ArrayList<>();
        List<ConnectionEvent> second = new ArrayList<>();
        List<ConnectionEvent> published = events(1_000);
        try (StatusEvents events = new StatusEvents(List.of(first::add, second::add), LONG)) {
            published.forEach(events::publish);
        }
        assertThat(first).isEqualTo(published);
        assertThat(second).isEqualTo(published);
    }

    @Test
    void publish_listenerIsBusy_nobodyWaits() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        List<ConnectionEvent> heard = new CopyOnWriteArrayList<>();
        CompletableFuture<Thread> deliverer = new CompletableFuture<>();
        ConnectionListener slow = event -> {
            deliverer.complete(Thread.currentThread());
            await(goOn);
            heard.add(event);
        };
        try (StatusEvents events = new StatusEvents(List.of(slow), LONG)) {
            events(100).forEach(events::publish);
            assertThat(heard).as("all were published, none is delivered").isEmpty();
            Thread thread = deliverer.get();
            assertThat(thread).isNotSameAs(Thread.currentThread());
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getName()).isEqualTo("okx-connect-events");
            goOn.countDown();
        }
        assertThat(heard).isEqualTo(events(100));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void publish_listenerFails_othersAreToldAndItsMessageIsNotLogged() {
        Logger logger = (Logger) LoggerFactory.getLogger(StatusEvents.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        List<ConnectionEvent> heard = new ArrayList<>();
        try (StatusEvents events = new StatusEvents(
                List.of(
                        event -> {
                            throw new IllegalStateException("a secret of the app");
                        },
                        event -> {
                            throw new AssertionError("another one");
                        },
                        event -> StatusEventsTest.<RuntimeException>throwChecked(),
                        heard::add),
                LONG)) {
            events(2).forEach(events::publish);
        } finally {
            logger.detachAppender(log);
        }
        assertThat(heard).isEqualTo(events(2));
        assertThat(log.list).hasSize(6).allSatisfy(entry -> {
            assertThat(entry.getThrowableProxy()).isNull();
            assertThat(entry.getFormattedMessage()).doesNotContain("secret", "another one");
        });
        assertThat(log.list.get(0).getFormattedMessage()).contains("java.lang.IllegalStateException");
    }

    @SuppressWarnings("unchecked") // As listeners in other languages do.
    private static <E extends Throwable> void throwChecked() throws E {
        throw (E) new java.io.IOException("a third one");
    }

    @Test
    void close_listenerIsStuck_givesUpAndInterruptsIt() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CountDownLatch busy = new CountDownLatch(1);
        List<ConnectionEvent> heard = new CopyOnWriteArrayList<>();
        ConnectionListener stuck = event -> {
            heard.add(event);
            busy.countDown();
            await(new CountDownLatch(1));
            interrupted.complete(Thread.currentThread().isInterrupted());
        };
        StatusEvents events = new StatusEvents(List.of(stuck), Duration.ofMillis(1));
        events(3).forEach(events::publish);
        busy.await();

        events.close();

        assertThat(interrupted.get()).isTrue();
        assertThat(heard).containsExactly(event(0));
    }

    @Test
    void close_byAListener_deliversTheRestAndWaitsForNobody() throws Exception {
        List<ConnectionEvent> heard = new CopyOnWriteArrayList<>();
        CountDownLatch published = new CountDownLatch(1);
        CountDownLatch all = new CountDownLatch(3);
        CompletableFuture<StatusEvents> self = new CompletableFuture<>();
        StatusEvents events = new StatusEvents(
                List.of(event -> {
                    await(published);
                    self.join().close();
                    heard.add(event);
                    all.countDown();
                }),
                LONG);
        self.complete(events);
        events(3).forEach(events::publish);
        published.countDown();
        all.await();

        assertThat(heard).isEqualTo(events(3));
    }

    @Test
    void publish_afterClose_isNotDelivered() {
        List<ConnectionEvent> heard = new ArrayList<>();
        StatusEvents events = new StatusEvents(List.of(heard::add), LONG);
        events.close();
        events.publish(event(1));
        events.close();

        assertThat(heard).isEmpty();
    }
}
