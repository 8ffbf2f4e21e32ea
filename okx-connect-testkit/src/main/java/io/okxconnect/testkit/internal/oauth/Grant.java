package io.okxconnect.testkit.internal.oauth;

import io.okxconnect.testkit.internal.model.Environment;
import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Trader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A user's consent: what an app may do with an account, until it is taken back. Safe to use from several threads. */
public final class Grant {
    private enum State {
        ACTIVE,
        CANCELLED,
        REVOKED
    }

    private final AuthorizationRequest request;
    private final Trader trader;
    private final AtomicReference<@Nullable String> device = new AtomicReference<>();
    private volatile State state = State.ACTIVE;

    Grant(AuthorizationRequest request, Trader trader) {
        this.request = request;
        this.trader = trader;
        this.device.set(request.termId());
    }

    public OAuthClient client() {
        return request.client();
    }

    public Profile profile() {
        return request.profile();
    }

    public Trader trader() {
        return trader;
    }

    public Set<String> scopes() {
        return request.scopes();
    }

    public @Nullable String resource() {
        return request.resource();
    }

    AuthorizationRequest request() {
        return request;
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /** Whether this consent covers looking ({@code read_only}) or trading ({@code trade}) in an environment. */
    public boolean covers(String permission, Environment environment) {
        if (profile() != Profile.AGENT) {
            return scopes().contains(permission);
        }
        String place = environment == Environment.DEMO ? "demo:" : "live:";
        return scopes().contains(place + (permission.equals("trade") ? "trade" : "read"));
    }

    void cancel() {
        end(State.CANCELLED);
    }

    void revoke() {
        end(State.REVOKED);
    }

    /** Whatever ended a consent first is what its tokens are told. */
    private synchronized void end(State ended) {
        if (state == State.ACTIVE) {
            state = ended;
        }
    }

    void requireActive() {
        switch (state) {
            case CANCELLED -> throw ErrorCode.AUTHORIZATION_CANCELLED.refusal();
            case REVOKED -> throw ErrorCode.TOKEN_REVOKED.refusal();
            case ACTIVE -> {
                if (trader.isFrozen()) {
                    throw ErrorCode.ACCOUNT_FROZEN.refusal();
                }
            }
        }
    }

    boolean isBoundToDevice() {
        return profile() == Profile.PKCE;
    }

    boolean hasDevice() {
        return device.get() != null;
    }

    /** Binds this consent to a device, or checks that it is bound to this one. */
    void bind(String termId) {
        AuthorizationRequest.requireTermId(termId);
        if (!device.compareAndSet(null, termId)) {
            requireDevice(termId);
        }
    }

    void requireDevice(String termId) {
        if (!termId.equals(device.get())) {
            throw ErrorCode.DEVICE_INVALID.refusal();
        }
    }

    @Override
    public String toString() {
        return "Grant[" + client().name() + ", " + trader.name() + "]";
    }
}
