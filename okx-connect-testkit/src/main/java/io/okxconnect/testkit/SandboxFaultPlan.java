package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.http.FaultPlan;
import io.okxconnect.testkit.internal.http.FaultPlan.Delivery;
import io.okxconnect.testkit.internal.http.FaultPlan.Execution;
import io.okxconnect.testkit.internal.http.FaultPlan.Hold;
import io.okxconnect.testkit.internal.http.FaultPlan.Wait;
import io.okxconnect.testkit.internal.http.FaultRule;
import io.okxconnect.testkit.internal.http.Faults;
import io.okxconnect.testkit.internal.rest.Answer;
import io.okxconnect.testkit.internal.rest.RestApi;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says what goes wrong with which requests. First how often and how; the method that says what goes wrong arms the
 * fault.
 *
 * <p>Unless told otherwise, faults that replace the answer ({@code status}, {@code code}, {@code html}, {@code body},
 * {@code redirect}) keep the exchange from carrying the request out, and faults that damage or delay it let it be
 * carried out first: an order whose answer is lost has been placed. Not thread-safe; the armed fault is.
 */
public final class SandboxFaultPlan {
    private final Faults faults;
    private final String method;
    private final String path;
    private int skip;
    private int times = 1;
    private Duration delay = Duration.ZERO;
    private @Nullable Execution execution;

    SandboxFaultPlan(Faults faults, String method, String path) {
        this.faults = faults;
        this.method = method;
        this.path = path;
    }

    /**
     * How many requests the fault meets; by default one.
     *
     * @param count at least 1
     * @return this plan
     * @throws IllegalArgumentException if it is less than 1
     */
    public SandboxFaultPlan times(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("times must be at least 1, not " + count);
        }
        times = count;
        return this;
    }

    /**
     * Meets every request until the fault is disarmed.
     *
     * @return this plan
     */
    public SandboxFaultPlan always() {
        times = Integer.MAX_VALUE;
        return this;
    }

    /**
     * Leaves the first matching requests alone; by default none.
     *
     * @param count at least 0
     * @return this plan
     * @throws IllegalArgumentException if it is below 0
     */
    public SandboxFaultPlan skipping(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("skipping must be at least 0, not " + count);
        }
        skip = count;
        return this;
    }

    /**
     * Keeps the answer back for a while first, in real time.
     *
     * @param wait how long
     * @return this plan
     */
    public SandboxFaultPlan after(Duration wait) {
        delay = Objects.requireNonNull(wait, "wait");
        return this;
    }

    /**
     * Lets the exchange carry the request out before things go wrong.
     *
     * @return this plan
     */
    public SandboxFaultPlan carriedOut() {
        execution = Execution.CARRIED_OUT;
        return this;
    }

    /**
     * Keeps the exchange from carrying the request out. A damaged answer is then that of a bad gateway.
     *
     * @return this plan
     */
    public SandboxFaultPlan notCarriedOut() {
        execution = Execution.NOT_CARRIED_OUT;
        return this;
    }

    /**
     * Answers with a status and an empty body.
     *
     * @param status 200 to 599
     * @return the armed fault
     * @throws IllegalArgumentException if it is not such a status
     */
    public SandboxFault status(int status) {
        return replace("status " + status, Answer.text(requireStatus(status), "text/plain", ""));
    }

    /**
     * Answers with an OKX code, with the HTTP status, text and shape that go with it. A code that the sandbox does not
     * use itself comes with HTTP 200, an empty text and an empty {@code data}.
     *
     * @param code such as {@code "50011"}
     * @return the armed fault
     */
    public SandboxFault code(String code) {
        return replace("code " + code, RestApi.refusal(code));
    }

    /**
     * Answers with an OKX code under a status and with a text of your choice.
     *
     * @param status 200 to 599
     * @param code such as {@code "50011"}
     * @param message the envelope's {@code msg}
     * @return the armed fault
     * @throws IllegalArgumentException if the status is not one
     */
    public SandboxFault code(int status, String code, String message) {
        return replace("code " + code, RestApi.refusal(requireStatus(status), code, message));
    }

    /**
     * Answers with an HTML page, as the edge network in front of OKX does.
     *
     * @param status 200 to 599
     * @return the armed fault
     * @throws IllegalArgumentException if it is not such a status
     */
    public SandboxFault html(int status) {
        return replace("page " + status, Answer.edgePage(requireStatus(status), "Access denied"));
    }

    /**
     * Answers with HTTP 200 and this text as if it were JSON.
     *
     * @param body the body, sent as UTF-8
     * @return the armed fault
     */
    public SandboxFault body(String body) {
        return body(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Answers with any bytes.
     *
     * @param status 200 to 599
     * @param contentType the content type that is claimed
     * @param body the body
     * @return the armed fault
     * @throws IllegalArgumentException if the status is not one
     */
    public SandboxFault body(int status, String contentType, byte[] body) {
        return replace("body", new Answer(requireStatus(status), contentType, body.clone(), "", Map.of()));
    }

    /**
     * Answers with a redirect, HTTP 302.
     *
     * @param target where to
     * @return the armed fault
     */
    public SandboxFault redirect(URI target) {
        Answer answer = new Answer(302, "text/plain", new byte[0], "", Map.of("Location", target.toString()));
        return replace("redirect", answer);
    }

    /**
     * Answers as it should, but later, in real time.
     *
     * @param wait how long; {@link SandboxFault#release} cuts it short
     * @return the armed fault
     */
    public SandboxFault delay(Duration wait) {
        return after(wait).damage("delay", Delivery.WHOLE, Hold.NO);
    }

    /**
     * Does not answer until {@link SandboxFault#release} is called.
     *
     * @return the armed fault
     */
    public SandboxFault hang() {
        return damage("hang", Delivery.WHOLE, Hold.UNTIL_RELEASED);
    }

    /**
     * Resets the TCP connection instead of answering.
     *
     * @return the armed fault
     */
    public SandboxFault resetBeforeResponse() {
        return damage("reset before response", new FaultPlan.ResetBeforeResponse(), Hold.NO);
    }

    /**
     * Resets the TCP connection after the head and half of the body.
     *
     * @return the armed fault
     */
    public SandboxFault resetMidBody() {
        return damage("reset mid body", new FaultPlan.ResetMidBody(), Hold.NO);
    }

    /**
     * Announces the whole body, sends half of it and closes the connection in good order.
     *
     * @return the armed fault
     */
    public SandboxFault truncatedBody() {
        return damage("truncated body", new FaultPlan.Truncated(), Hold.NO);
    }

    /**
     * Sends the body byte by byte, with a pause in real time before each.
     *
     * @param pause how long; {@link Duration#ZERO} still sends each byte by itself
     * @return the armed fault
     */
    public SandboxFault drip(Duration pause) {
        return drip(index -> TimeUnit.NANOSECONDS.sleep(pause.toNanos()));
    }

    /**
     * Sends the body byte by byte at the pace that a test sets.
     *
     * @param pacer called before each byte; it may block
     * @return the armed fault
     */
    public SandboxFault drip(Pacer pacer) {
        return damage("drip", new FaultPlan.Drip(pacer::beforeByte), Hold.NO);
    }

    /** Sets the pace of a dripping answer. */
    @FunctionalInterface
    public interface Pacer {
        /**
         * Called before a byte goes out, on the server's thread; returning lets the byte go.
         *
         * @param index the byte's place in the body, from 0
         * @throws InterruptedException if the sandbox is closed meanwhile
         */
        void beforeByte(int index) throws InterruptedException;
    }

    private SandboxFault replace(String description, Answer answer) {
        return arm(description, Execution.NOT_CARRIED_OUT, answer, Delivery.WHOLE, Hold.NO);
    }

    private SandboxFault damage(String description, Delivery delivery, Hold hold) {
        return arm(description, Execution.CARRIED_OUT, null, delivery, hold);
    }

    private SandboxFault arm(
            String description, Execution usual, @Nullable Answer answer, Delivery delivery, Hold hold) {
        Execution chosen = execution == null ? usual : execution;
        FaultPlan plan = new FaultPlan(description, chosen, answer, new Wait(delay, hold), delivery);
        FaultRule rule = new FaultRule(new FaultRule.Target(method, path, skip, times), plan);
        faults.add(rule);
        return new SandboxFault(faults, rule);
    }

    private static int requireStatus(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status must be 200 to 599, not " + status);
        }
        return status;
    }
}
