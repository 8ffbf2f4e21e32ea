package io.okxconnect.testkit.internal.web;

import io.okxconnect.testkit.internal.model.Account;
import io.okxconnect.testkit.internal.model.Environment;
import io.okxconnect.testkit.internal.model.IssuedKey;
import io.okxconnect.testkit.internal.model.Trader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A browser at one site: who it is logged in as, and what it may be shown once. */
final class Session {
    private final String id;
    private final String formToken;
    private final @Nullable Trader trader;
    private final AtomicReference<@Nullable IssuedKey> newKey = new AtomicReference<>();
    private volatile Environment environment = Environment.LIVE;

    Session(String id, String formToken, @Nullable Trader trader) {
        this.id = id;
        this.formToken = formToken;
        this.trader = trader;
    }

    String id() {
        return id;
    }

    /** Goes into every form, so that no other site's page can send it. */
    String formToken() {
        return formToken;
    }

    boolean accepts(String token) {
        return MessageDigest.isEqual(
                formToken.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    Optional<Trader> trader() {
        return Optional.ofNullable(trader);
    }

    Environment environment() {
        return environment;
    }

    void environment(Environment chosen) {
        environment = chosen;
    }

    Account account(Trader owner) {
        return owner.account(environment);
    }

    void keep(IssuedKey issued) {
        newKey.set(issued);
    }

    /** The key that was just made; the second time it is gone. */
    Optional<IssuedKey> takeNewKey() {
        return Optional.ofNullable(newKey.getAndSet(null));
    }
}
