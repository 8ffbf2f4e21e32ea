package io.okxconnect.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A sandbox at a fixed noon with one user, who has one live key that may read and trade. */
final class Scene implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    final OkxSandbox okx;
    final SandboxUser alice;
    final SandboxApiKey key;
    final SigningClient client;

    Scene(SandboxSwitch... switches) {
        okx = OkxSandbox.builder()
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .seed(7)
                .with(switches)
                .start();
        alice = okx.createUser("alice");
        key = alice.createApiKey(SandboxKeyRequest.named("my app").read().trade());
        client = client(key);
    }

    SigningClient client(SandboxApiKey other) {
        return new SigningClient(okx.uri(), okx.clock(), other);
    }

    @Override
    public void close() {
        okx.close();
    }
}
