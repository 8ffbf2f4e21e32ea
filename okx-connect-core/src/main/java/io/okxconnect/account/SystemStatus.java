package io.okxconnect.account;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.MalformedResponseException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.MemberRules;
import java.time.Instant;
import java.util.Optional;

/**
 * One maintenance of OKX: planned, under way, over or called off. Interruptions under 5 s are not announced.
 *
 * <p>Source: OKX V5 docs, "Status" ({@code GET /api/v5/system/status}). Immutable.
 */
public final class SystemStatus extends OkxValue {
    private static final MemberRules MEMBERS = MemberRules.required("state")
            .texts("title", "href", "serviceType", "system", "scheDesc", "maintType", "env")
            .millis("begin", "end", "preOpenBegin");

    private SystemStatus(JsonValue raw) {
        super(MEMBERS.check(raw));
    }

    /**
     * Reads one JSON object of OKX's answer, or one that an app kept.
     *
     * @param json an object with {@code state}; everything else may be missing
     * @return the value
     * @throws MalformedResponseException if the JSON came with an answer, and a required member is missing or a member
     *     has the wrong form
     * @throws InvalidArgumentException the same for JSON that the app made
     */
    public static SystemStatus fromJson(JsonValue json) {
        return new SystemStatus(json);
    }

    /**
     * What is being done ({@code title}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> title() {
        return raw().text("title");
    }

    /**
     * How far it is ({@code state}).
     *
     * @return the value
     */
    public SystemState state() {
        return SystemState.of(raw().requiredText("state"));
    }

    /**
     * When it begins ({@code begin}).
     *
     * @return the time; empty if OKX did not say
     */
    public Optional<Instant> begin() {
        return raw().instantMillis("begin");
    }

    /**
     * When it is to end, or ended ({@code end}).
     *
     * @return the time; empty if OKX did not say
     */
    public Optional<Instant> end() {
        return raw().instantMillis("end");
    }

    /**
     * When orders may be cancelled and post-only orders placed again ({@code preOpenBegin}).
     *
     * @return the time; empty if OKX did not say
     */
    public Optional<Instant> preOpenBegin() {
        return raw().instantMillis("preOpenBegin");
    }

    /**
     * Where OKX explains it ({@code href}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> href() {
        return raw().text("href");
    }

    /**
     * What is affected: {@code 0} WebSocket, {@code 5} trading, {@code 6} block trading, {@code 7} bots, {@code 8}
     * trading in batches of accounts, {@code 9} trading in batches of products, {@code 10} spread trading, {@code 11}
     * copy trading, {@code 99} others ({@code serviceType}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> serviceType() {
        return raw().text("serviceType");
    }

    /**
     * The system, for example {@code unified} ({@code system}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> system() {
        return raw().text("system");
    }

    /**
     * Why it was moved ({@code scheDesc}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> rescheduleDescription() {
        return raw().text("scheDesc");
    }

    /**
     * The kind: {@code 1} planned, {@code 2} unplanned, {@code 3} disruption ({@code maintType}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> maintenanceType() {
        return raw().text("maintType");
    }

    /**
     * Which environment: {@code 1} live, {@code 2} demo ({@code env}).
     *
     * @return the text; empty if OKX did not say
     */
    public Optional<String> environmentType() {
        return raw().text("env");
    }

    @Override
    public String toString() {
        return "SystemStatus[" + state() + "]";
    }
}
