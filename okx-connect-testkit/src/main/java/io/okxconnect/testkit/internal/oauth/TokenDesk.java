package io.okxconnect.testkit.internal.oauth;

import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Reading;
import io.okxconnect.testkit.internal.model.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hands out tokens, renews them, and knows whose they are. Safe to use from several threads. */
public final class TokenDesk {
    /** How long an access token is good for. */
    public static final Duration ACCESS_LIFE = Duration.ofHours(1);

    private static final Duration REFRESH_LIFE = Duration.ofDays(3);

    private final Exchange exchange;
    private final TokenShape shape;
    private final Map<String, Access> accesses = new HashMap<>();
    private final Map<String, Refresh> refreshes = new HashMap<>();
    private final Queue<Prepared> prepared = new ConcurrentLinkedQueue<>();

    private static final class Access {
        private final Grant grant;
        private final Instant expiresAt;
        private boolean replaced;

        private Access(Grant grant, Instant expiresAt) {
            this.grant = grant;
            this.expiresAt = expiresAt;
        }
    }

    private static final class Refresh {
        private final Access access;
        private final Instant expiresAt;
        private boolean used;

        private Refresh(Access access, Instant expiresAt) {
            this.access = access;
            this.expiresAt = expiresAt;
        }
    }

    private record Prepared(String accessToken, String refreshToken) {
        @Override
        public String toString() {
            return "Prepared[redacted]";
        }
    }

    TokenDesk(Exchange exchange) {
        this.exchange = exchange;
        this.shape = new TokenShape(exchange.ids());
    }

    /** Sets what the next tokens will be. */
    public void prepare(String accessToken, String refreshToken) {
        prepared.add(new Prepared(accessToken, refreshToken));
    }

    /** The first tokens of a consent. */
    public synchronized TokenPair open(Grant grant) {
        return issue(grant, now().plus(REFRESH_LIFE));
    }

    /** New tokens for old ones: the old access token is dead at once, expired or not. */
    public synchronized TokenPair rotate(Redemption call) {
        Refresh known = refreshes.get(Digest.base64Url(call.proof()));
        if (known == null || !belongs(known.access.grant, call)) {
            throw ErrorCode.REFRESH_TOKEN_WRONG.refusal();
        }
        Grant grant = known.access.grant;
        grant.requireActive();
        if (known.used && exchange.follows(Reading.REFRESH_REUSE_REVOKES)) {
            grant.revoke();
        }
        if (known.used || !now().isBefore(known.expiresAt)) {
            throw ErrorCode.REFRESH_TOKEN_WRONG.refusal();
        }
        requireDevice(call, grant);
        requireResource(grant, call.sent().text("resource"));
        known.used = true;
        known.access.replaced = true;
        boolean fixed = exchange.follows(Reading.REFRESH_WINDOW_FIXED);
        return issue(grant, fixed ? known.expiresAt : now().plus(REFRESH_LIFE));
    }

    /** The consent behind an access token that is good here and now. */
    public synchronized Grant admit(String accessToken, String site, String callerIp, String device) {
        Access access = accesses.get(Digest.base64Url(accessToken));
        if (access == null) {
            throw ErrorCode.TOKEN_INVALID.refusal();
        }
        Grant grant = access.grant;
        if (!grant.trader().site().equals(site)) {
            throw ErrorCode.TOKEN_OF_ANOTHER_SITE.refusal();
        }
        grant.requireActive();
        if (access.replaced) {
            throw replaced();
        }
        if (!now().isBefore(access.expiresAt)) {
            throw ErrorCode.TOKEN_EXPIRED.refusal();
        }
        if (grant.isBoundToDevice()) {
            admitDevice(grant, device);
        }
        grant.client().requireServer(callerIp);
        return grant;
    }

    /** An agent's tokens are for one resource, which every token call names. */
    public static void requireResource(Grant grant, String sent) {
        if (grant.resource() != null && !grant.resource().equals(sent)) {
            throw ErrorCode.RESOURCE_MISMATCH.refusal();
        }
    }

    private TokenPair issue(Grant grant, Instant refreshEnd) {
        Access access = new Access(grant, now().plus(ACCESS_LIFE));
        Prepared next = prepared.poll();
        String accessToken = next == null ? shape.accessToken(grant, access.expiresAt) : next.accessToken();
        accesses.put(Digest.base64Url(accessToken), access);
        if (grant.profile() == Profile.FAST_API) {
            return new TokenPair(grant, accessToken, null);
        }
        String refreshToken = next == null ? shape.refreshToken() : next.refreshToken();
        refreshes.put(Digest.base64Url(refreshToken), new Refresh(access, refreshEnd));
        return new TokenPair(grant, accessToken, refreshToken);
    }

    private static boolean belongs(Grant grant, Redemption call) {
        return grant.client() == call.client() && grant.trader().site().equals(call.site());
    }

    private void requireDevice(Redemption call, Grant grant) {
        String inBody = call.sent().text("term_id");
        for (String named : new String[] {inBody, call.deviceHeader()}) {
            if (grant.isBoundToDevice() && !named.isEmpty()) {
                grant.requireDevice(named);
            }
        }
        boolean missing = inBody.isEmpty() && call.deviceHeader().isEmpty();
        if (grant.isBoundToDevice() && missing && !refreshesWithoutDevice()) {
            throw ErrorCode.OAUTH_PARAMETER_EMPTY.refusal("term_id");
        }
    }

    private boolean refreshesWithoutDevice() {
        return exchange.follows(Reading.REFRESH_WITHOUT_TERM_ID) || exchange.follows(Reading.TERM_ID_ON_CALLS_ONLY);
    }

    private void admitDevice(Grant grant, String device) {
        if (device.isEmpty()) {
            throw ErrorCode.DEVICE_INVALID.refusal();
        }
        if (exchange.follows(Reading.TERM_ID_ON_CALLS_ONLY)) {
            grant.bind(device);
        } else {
            grant.requireDevice(device);
        }
    }

    private Refusal replaced() {
        if (exchange.follows(Reading.REPLACED_TOKENS_ARE_INVALID)) {
            return ErrorCode.TOKEN_INVALID.refusal();
        }
        return (exchange.follows(Reading.REPLACED_TOKENS_ARE_EXPIRED)
                        ? ErrorCode.TOKEN_EXPIRED
                        : ErrorCode.TOKEN_REVOKED)
                .refusal();
    }

    private Instant now() {
        return exchange.clock().instant();
    }
}
