package io.okxconnect.internal.call;

import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import io.okxconnect.internal.call.Turns.Turn;
import io.okxconnect.internal.pacing.Pacing;
import io.okxconnect.rest.HttpMethod;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.rest.RestResponse;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way to OKX: waits for its turn, signs, sends, reads the envelope and turns refusals into exceptions. Reads are repeated within the
 * call's deadline when a failure passes by itself; a write is handed to the transport once, whatever happens.
 *
 * <p>Safe for use by many threads; holds no lock while it waits for the network, except that threads which all need a fresh
 * measurement of the clock share one. Does not close the transport.
 */
public final class OkxCalls {
    private static final Logger LOG = LoggerFactory.getLogger(OkxCalls.class);
    private static final RestRequest TIME =
            RestRequest.get("/api/v5/public/time").unsigned().build();
    private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    /** A clock that cannot be measured must not keep an order or a cancel from being sent. */
    private static final int MEASUREMENT_SHARE = 3;

    private static final Duration MEASUREMENT_LIMIT = Duration.ofSeconds(1);

    private final HttpTransport transport;
    private final CallSeams seams;
    private final Turns turns;
    private final Map<URI, ServerClock> clocks = new ConcurrentHashMap<>();

    /**
     * Creates a pipeline that keeps to OKX's limits.
     *
     * @param transport sends the requests; the caller closes it
     * @param seams clock, sleep and randomness
     * @param pacing counts the calls
     */
    public OkxCalls(HttpTransport transport, CallSeams seams, Pacing pacing) {
        this(transport, seams, new Turns(Objects.requireNonNull(pacing, "pacing"), seams));
    }

    /**
     * Creates a pipeline that sends every call at once, however many there are.
     *
     * @param transport sends the requests; the caller closes it
     * @param seams clock, sleep and randomness
     */
    public OkxCalls(HttpTransport transport, CallSeams seams) {
        this(transport, seams, new Turns(null, seams));
    }

    private OkxCalls(HttpTransport transport, CallSeams seams, Turns turns) {
        this.transport = Objects.requireNonNull(transport, "transport");
        this.seams = Objects.requireNonNull(seams, "seams");
        this.turns = turns;
    }

    /**
     * What it takes from the outside world.
     *
     * @return as given
     */
    public CallSeams seams() {
        return seams;
    }

    /**
     * OKX's clock at a site.
     *
     * @param site whose REST host is asked
     * @return the one clock of that host
     */
    public ServerClock clock(Site site) {
        return clocks.computeIfAbsent(
                site.restBase(), base -> new ServerClock(seams, deadline -> timeReading(site, deadline)));
    }

    /**
     * Makes one call.
     *
     * @param target where and in whose name
     * @param request what
     * @return the answer: top code 0, or a batch of which at least one row was accepted
     * @throws InvalidArgumentException if a signed call has no credential
     * @throws OkxConnectException if it did not succeed
     */
    public RestResponse call(CallTarget target, RestRequest request) {
        return call(target, request, request.timeout());
    }

    /**
     * Makes one call in the time that is left for it.
     *
     * @param target where and in whose name
     * @param request what
     * @param limit in the place of the request's own
     * @return the answer, as of {@link #call(CallTarget, RestRequest)}
     * @throws InvalidArgumentException if a signed call has no credential
     * @throws OkxConnectException if it did not succeed
     */
    public RestResponse call(CallTarget target, RestRequest request, Duration limit) {
        RequestAssembler.check(target, request);
        Deadline deadline = Deadline.in(limit, seams.nanoTime());
        ServerClock clock = clock(target.site());
        if (request.isSigned() && clock.needsMeasurement()) {
            measureIfPossible(clock, deadline.part(MEASUREMENT_SHARE, MEASUREMENT_LIMIT), clock.measurements());
        }
        boolean read = request.method() == HttpMethod.GET;
        boolean clockRepaired = false;
        for (int attempt = 1; ; attempt++) {
            Turn turn = turns.await(target, request, deadline);
            long measurements = clock.measurements();
            try {
                RestResponse response = attempt(turn, target, request, clock.now(), deadline);
                turns.succeeded(target, attempt - 1);
                return response;
            } catch (OkxConnectException failure) {
                boolean again;
                if (Repeats.isClockRefusal(failure) && !clockRepaired) {
                    clockRepaired = true;
                    // A refused write gets the new measurement too: its next try by the caller will succeed.
                    again = measureIfPossible(clock, deadline.part(MEASUREMENT_SHARE, deadline.limit()), measurements)
                            && read;
                } else {
                    again = read
                            && attempt < Repeats.MAX_ATTEMPTS
                            && Repeats.isWorthRepeating(failure)
                            && turns.takeRepeat(target)
                            && sleepWithin(deadline, Repeats.wait(failure, attempt, seams.random()));
                }
                if (!again || deadline.remaining().compareTo(Duration.ZERO) <= 0) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Makes one call with one attempt, when it may leave: nothing is repeated, and no clock is measured.
     *
     * @param target where and in whose name
     * @param request what
     * @return the answer, as of {@link #call(CallTarget, RestRequest)}
     * @throws InvalidArgumentException if a signed call has no credential
     * @throws OkxConnectException if it did not succeed
     */
    public RestResponse callOnce(CallTarget target, RestRequest request) {
        RequestAssembler.check(target, request);
        Deadline deadline = Deadline.in(request.timeout(), seams.nanoTime());
        Turn turn = turns.await(target, request, deadline);
        return attempt(turn, target, request, clock(target.site()).now(), deadline);
    }

    /** A request for OKX's time that may leave: the wait for that is not part of its round trip. */
    private Supplier<Instant> timeReading(Site site, Deadline deadline) {
        CallTarget open = new CallTarget(site, TradingEnvironment.LIVE, null);
        Turn turn = turns.await(open, TIME, deadline);
        return () -> readTime(attempt(turn, open, TIME, seams.clock().instant(), deadline));
    }

    private static Instant readTime(RestResponse response) {
        response.row().requiredText("ts");
        Instant time = response.row().instantMillis("ts").orElseThrow();
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            // Believed, it would spoil the timestamp of every later call.
            throw new MalformedResponseException(
                    TIME.endpoint(),
                    response.httpStatus(),
                    "a time of this century in member \"ts\"",
                    Outcome.NOT_DONE);
        }
        return time;
    }

    private RestResponse attempt(Turn turn, CallTarget target, RestRequest request, Instant now, Deadline deadline) {
        try (turn) {
            Duration remaining = deadline.remaining();
            if (remaining.compareTo(Duration.ZERO) <= 0) {
                throw CallFailures.noTimeLeft(deadline);
            }
            return exchange(turn, request, RequestAssembler.assemble(target, request, now, remaining));
        }
    }

    private RestResponse exchange(Turn turn, RestRequest request, TransportRequest outgoing) {
        long start = seams.nanoTime().getAsLong();
        try {
            TransportResponse answer = send(outgoing);
            if (LOG.isDebugEnabled()) {
                LOG.debug("{}: HTTP {} after {} ms", request.endpoint(), answer.status(), millisSince(start));
            }
            RestResponse response = AnswerReader.read(request, outgoing, answer);
            turn.answered();
            return response;
        } catch (OkxConnectException failure) {
            turn.failed(failure);
            LOG.debug("{}: {} after {} ms", request.endpoint(), summary(failure), millisSince(start));
            throw failure;
        }
    }

    private static String summary(OkxConnectException failure) {
        String type = failure.getClass().getSimpleName();
        return failure instanceof ExchangeException refusal ? type + ", code " + refusal.code() : type;
    }

    private TransportResponse send(TransportRequest outgoing) {
        try {
            return Objects.requireNonNull(transport.execute(outgoing), "answer");
        } catch (OkxConnectException failure) {
            throw failure;
        } catch (RuntimeException failure) {
            throw CallFailures.foreign(outgoing.endpoint(), failure);
        }
    }

    private static boolean measureIfPossible(ServerClock clock, Deadline deadline, long seen) {
        try {
            clock.synchronise(deadline, seen);
            return true;
        } catch (OkxConnectException e) {
            LOG.debug("OKX's clock could not be measured: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    private boolean sleepWithin(Deadline deadline, Duration wait) {
        if (!deadline.leavesTimeAfter(wait)) {
            return false;
        }
        try {
            seams.sleeper().sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private long millisSince(long start) {
        return (seams.nanoTime().getAsLong() - start) / 1_000_000;
    }
}
