package io.okxconnect.testkit.internal.model;

/** An announced interruption; texts as in OKX's {@code system/status}. */
public record Maintenance(
        String title, String state, long begin, long end, String serviceType, Environment environment) {}
