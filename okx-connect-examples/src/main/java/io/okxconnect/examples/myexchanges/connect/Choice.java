package io.okxconnect.examples.myexchanges.connect;

import io.okxconnect.doctor.Diagnosis;
import io.okxconnect.site.TradingEnvironment;
import java.util.Optional;

/**
 * Where the user says that a key belongs.
 *
 * @param environment live or demo
 * @param siteName the OKX site; empty if the app is to find it
 */
public record Choice(TradingEnvironment environment, Optional<String> siteName) {
    /** Whether the key belongs there, as far as the diagnosis knows where it belongs. */
    boolean fits(Diagnosis seen) {
        return seen.environment().map(environment::equals).orElse(true)
                && siteName.flatMap(
                                chosen -> seen.site().map(site -> site.name().equals(chosen)))
                        .orElse(true);
    }
}
