package io.okxconnect.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Server certificates, good and bad ones, signed by one authority; made by the JDK's keytool. */
enum TestCertificates {
    GOOD("-validity", "3650", "-ext", "SAN=ip:127.0.0.1,dns:localhost"),
    EXPIRED("-startdate", "-30d", "-validity", "1", "-ext", "SAN=ip:127.0.0.1,dns:localhost"),
    OTHER_HOST("-validity", "3650", "-ext", "SAN=dns:other.example");

    private final String[] options;

    TestCertificates(String... options) {
        this.options = options;
    }

    /** The authority only, as trust for a client. */
    KeyStore trust() {
        try {
            KeyStore trust = empty();
            trust.setCertificateEntry("authority", Made.STORE.getCertificate("authority"));
            return trust;
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The certificate with its key, as identity of a server. */
    SSLContext server() {
        char[] password = Made.PASSWORD.toCharArray();
        try {
            KeyStore identity = empty();
            identity.setKeyEntry(
                    name(), Made.STORE.getKey(name(), password), password, Made.STORE.getCertificateChain(name()));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(identity, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyStore make() {
        try {
            Path directory = Files.createTempDirectory("certificates");
            Path file = directory.resolve("store.p12");
            keytool(file, "authority", "-validity", "3650", "-ext", "bc:c");
            for (TestCertificates certificate : values()) {
                List<String> signed = new ArrayList<>(List.of("-signer", "authority"));
                signed.addAll(List.of(certificate.options));
                keytool(file, certificate.name(), signed.toArray(String[]::new));
            }
            KeyStore store = empty();
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, Made.PASSWORD.toCharArray());
            }
            Files.delete(file);
            Files.delete(directory);
            return store;
        } catch (IOException | GeneralSecurityException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void keytool(Path store, String alias, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        // A short run: no time is well spent on compiling it.
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", Made.PASSWORD));
        command.addAll(List.of("-alias", alias, "-dname", "CN=" + alias));
        command.addAll(List.of(options));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
    }

    /** Made once, when first asked for. */
    private static final class Made {
        /** Protects nothing: the store is for this run only. */
        private static final String PASSWORD = "not-a-secret";

        private static final KeyStore STORE = make();
    }
}
