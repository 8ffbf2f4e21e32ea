package io.okxconnect.testkit.internal.oauth;

import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Exchange;
import io.okxconnect.testkit.internal.model.Reading;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** Hands out authorization codes and takes them back, each once. Safe to use from several threads. */
public final class CodeDesk {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final Exchange exchange;
    private final Map<String, Issued> codes = new ConcurrentHashMap<>();
    private final Queue<String> prepared = new ConcurrentLinkedQueue<>();

    private record Issued(Grant grant, Instant expiresAt, AtomicBoolean used) {}

    CodeDesk(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Sets what the next code will be. */
    public void prepare(String code) {
        prepared.add(code);
    }

    String issue(Grant grant) {
        String next = prepared.poll();
        String code = next == null ? exchange.ids().token() : next;
        Instant end = exchange.clock().instant().plus(LIFE);
        codes.put(Digest.base64Url(code), new Issued(grant, end, new AtomicBoolean()));
        return code;
    }

    /** The consent behind a code. An exchange that fails after the code was found uses the code up too. */
    public Grant redeem(Redemption call) {
        Issued issued = codes.get(Digest.base64Url(call.proof()));
        if (issued == null || issued.grant().client() != call.client()) {
            throw ErrorCode.AUTHORIZATION_FAILED.refusal();
        }
        Grant grant = issued.grant();
        if (!grant.trader().site().equals(call.site())) {
            throw ErrorCode.CODE_EXPIRED.refusal();
        }
        boolean replayed = issued.used().getAndSet(true);
        if (replayed && exchange.follows(Reading.CODE_REPLAY_REVOKES)) {
            grant.revoke();
        }
        if (replayed || !exchange.clock().instant().isBefore(issued.expiresAt())) {
            throw ErrorCode.CODE_EXPIRED.refusal();
        }
        grant.requireActive();
        requireRedirectUri(call, grant);
        requireVerifier(call, grant);
        bindDevice(call, grant);
        if (grant.profile() == Profile.FAST_API && !grant.client().mayUseFastApi()) {
            throw ErrorCode.FAST_API_NOT_ENABLED.refusal();
        }
        return grant;
    }

    private void requireRedirectUri(Redemption call, Grant grant) {
        boolean needed = grant.profile() == Profile.AGENT || exchange.follows(Reading.TOKEN_CALL_NEEDS_REDIRECT_URI);
        String sent =
                needed ? call.sent().required("redirect_uri") : call.sent().text("redirect_uri");
        if (!sent.isEmpty() && !sent.equals(grant.request().redirectUri())) {
            throw ErrorCode.REDIRECT_URI_INVALID.refusal();
        }
    }

    private static void requireVerifier(Redemption call, Grant grant) {
        String challenge = grant.request().challenge();
        if (challenge == null) {
            call.sent().requireAbsent("code_verifier");
            return;
        }
        String verifier = call.sent().required("code_verifier");
        byte[] expected = challenge.getBytes(StandardCharsets.US_ASCII);
        byte[] computed = Digest.base64Url(verifier).getBytes(StandardCharsets.US_ASCII);
        if (!VERIFIER.matcher(verifier).matches() || !MessageDigest.isEqual(expected, computed)) {
            throw ErrorCode.AUTHORIZATION_FAILED.refusal();
        }
    }

    private void bindDevice(Redemption call, Grant grant) {
        if (!grant.isBoundToDevice() || exchange.follows(Reading.TERM_ID_ON_CALLS_ONLY)) {
            return;
        }
        String inBody = call.sent().text("term_id");
        if (!inBody.isEmpty()) {
            grant.bind(inBody);
        }
        if (!call.deviceHeader().isEmpty()) {
            grant.bind(call.deviceHeader());
        }
        if (!grant.hasDevice()) {
            throw ErrorCode.OAUTH_PARAMETER_EMPTY.refusal("term_id");
        }
    }
}
