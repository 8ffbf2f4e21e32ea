package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.model.Environment;

/** Live trading or demo trading. Each has its own account and its own keys; {@code x-simulated-trading: 1} means demo. */
public enum SandboxEnvironment {
    /** Live trading. */
    LIVE(Environment.LIVE),
    /** Demo trading. */
    DEMO(Environment.DEMO);

    private final Environment model;

    SandboxEnvironment(Environment model) {
        this.model = model;
    }

    Environment model() {
        return model;
    }

    static SandboxEnvironment of(Environment model) {
        return model == Environment.LIVE ? LIVE : DEMO;
    }
}
