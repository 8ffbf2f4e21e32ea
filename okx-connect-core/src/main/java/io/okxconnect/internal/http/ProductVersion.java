package io.okxconnect.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of okx-connect, as the build wrote it down. */
final class ProductVersion {
    private ProductVersion() {}

    static String userAgent() {
        return "okx-connect/" + read();
    }

    private static String read() {
        try (InputStream file = ProductVersion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(
                    Objects.requireNonNull(file, "version.properties is missing from the jar of okx-connect-core"));
            return Objects.requireNonNull(properties.getProperty("version"), "version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
