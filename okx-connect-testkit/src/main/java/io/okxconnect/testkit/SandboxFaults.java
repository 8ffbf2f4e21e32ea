package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.http.Faults;
import java.util.Objects;

/** The faults that the sandbox puts into its answers. Those armed first go first. Thread-safe. */
public final class SandboxFaults {
    private final Faults faults;

    SandboxFaults(Faults faults) {
        this.faults = faults;
    }

    /**
     * Starts a fault for an endpoint. It meets the next request, once, unless told otherwise.
     *
     * @param method such as {@code GET}, or {@code *} for any
     * @param path the path without a query; one that ends in {@code *} stands for every path that starts so
     * @return where to say what goes wrong
     */
    public SandboxFaultPlan on(String method, String path) {
        return new SandboxFaultPlan(
                faults, Objects.requireNonNull(method, "method"), Objects.requireNonNull(path, "path"));
    }

    /** Disarms all faults and lets go of the requests that they hold. */
    public void clear() {
        faults.clear();
    }
}
