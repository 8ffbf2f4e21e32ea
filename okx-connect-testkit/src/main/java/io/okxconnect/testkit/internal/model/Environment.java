package io.okxconnect.testkit.internal.model;

/** Live trading or demo trading; each has its own accounts and keys. */
public enum Environment {
    LIVE,
    DEMO
}
