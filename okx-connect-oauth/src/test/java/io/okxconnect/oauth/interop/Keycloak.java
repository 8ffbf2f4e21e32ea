package io.okxconnect.oauth.interop;

import io.okxconnect.oauth.ClientAuthentication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keycloak in development mode, with its data in memory and one imported realm. */
final class Keycloak extends RealServer {
    /** A minute on an idle machine with two cores. */
    private static final Duration START_LIMIT = Duration.ofMinutes(6);

    private Keycloak(ServerProcess process) {
        super(process);
    }

    /** Starts what the profile has unpacked, on the JDK that the tests run on. */
    static Keycloak start() {
        Path home = unpacked(workDirectory().resolve("keycloak"));
        copy("keycloak/interop-realm.json", home.resolve("data/import/interop-realm.json"));
        return new Keycloak(ServerProcess.start(
                home,
                Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "CLIENT_SECRET",
                        CLIENT_SECRET),
                START_LIMIT,
                home.resolve("server.log"),
                List.of(
                        "bash",
                        "bin/kc.sh",
                        "start-dev",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=0",
                        "--import-realm")));
    }

    private static Path unpacked(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> Files.exists(entry.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no Keycloak in " + directory));
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak is not unpacked: run these tests with -Pinterop", e);
        }
    }

    @Override
    URI issuer() {
        return address().resolve("/realms/interop");
    }

    private URI endpoint(String name) {
        return URI.create(issuer() + "/protocol/openid-connect/" + name);
    }

    @Override
    public URI authorizationEndpoint() {
        return endpoint("auth");
    }

    @Override
    public URI tokenEndpoint() {
        return endpoint("token");
    }

    @Override
    URI revocationEndpoint() {
        return endpoint("revoke");
    }

    @Override
    URI userInfoEndpoint() {
        return endpoint("userinfo");
    }

    @Override
    String webClient(ClientAuthentication authentication) {
        return "web app";
    }

    @Override
    public URI approve(URI authorizationUri, URI redirectUri) {
        return answer(authorizationUri, redirectUri, "accept");
    }

    @Override
    URI decline(URI authorizationUri, URI redirectUri) {
        return answer(authorizationUri, redirectUri, "cancel");
    }

    private static URI answer(URI authorizationUri, URI redirectUri, String button) {
        ScriptedBrowser browser = new ScriptedBrowser(redirectUri);
        ScriptedBrowser.Page page = browser.open(authorizationUri);
        if (!page.isCallback()) {
            page = browser.submit(page, Map.of("username", "alice", "password", "alice-password"));
        }
        return (page.isCallback() ? page : browser.submit(page, Map.of(button, ""))).uri();
    }
}
