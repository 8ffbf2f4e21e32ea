package io.okxconnect.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What OpenSSL needs for one HMAC of a message, key set-up included, by its own measure. */
final class OpenSsl {
    private static final Pattern SPEED = Pattern.compile("(?m)^hmac\\(sha256\\)\\s+([\\d.]+)k");

    private OpenSsl() {}

    /** Nanoseconds; empty if there is no such program here. */
    static Optional<Double> nanosOfHmac(int bytes) throws InterruptedException {
        try {
            Process openssl = new ProcessBuilder(
                            "openssl", "speed", "-hmac", "sha256", "-bytes", Integer.toString(bytes), "-seconds", "1")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(openssl.getInputStream().readAllBytes(), UTF_8);
            Matcher speed = SPEED.matcher(output);
            return openssl.waitFor() == 0 && speed.find()
                    ? Optional.of(bytes / Double.parseDouble(speed.group(1)) * 1e6)
                    : Optional.empty();
        } catch (IOException notHere) {
            return Optional.empty();
        }
    }
}
