package io.okxconnect.testkit.internal.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a user asks for when making a key. Permissions are OKX's words; a null passphrase means: make one up. */
public record KeyTerms(
        String label,
        Environment environment,
        Set<String> permissions,
        List<String> ips,
        @Nullable String linkedApp,
        @Nullable String passphrase) {

    public KeyTerms {
        permissions = Set.copyOf(permissions);
        ips = List.copyOf(ips);
    }

    @Override
    public String toString() {
        return "KeyTerms[" + label + ", " + environment + "]";
    }
}
