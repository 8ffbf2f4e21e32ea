package io.okxconnect.oauth.interop;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.Secret;
import io.okxconnect.oauth.ClientAuthentication;
import io.okxconnect.oauth.internal.SecretText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;

/** An OAuth server that others wrote, running on this machine, with a user who answers its pages. */
public abstract class RealServer implements AutoCloseable {
    /** Where a server sends the user of a web app; nothing listens there. */
    public static final URI WEB_REDIRECT = URI.create("https://app.example.com/callback");

    /** The secret of every confidential client; its first half needs care in a header and in a form. */
    public static final String CLIENT_SECRET = "s+e:c%r e&t=" + Canary.CLIENT_SECRET;

    /** The public client; redirected to {@code http://127.0.0.1/callback} at any port. */
    static final String DESKTOP = "desktop";

    private final ServerProcess process;

    RealServer(ServerProcess process) {
        this.process = process;
    }

    final URI address() {
        return process.uri();
    }

    abstract URI issuer();

    public abstract URI authorizationEndpoint();

    public abstract URI tokenEndpoint();

    abstract URI revocationEndpoint();

    abstract URI userInfoEndpoint();

    /** The id of the confidential client that authenticates in that way. */
    abstract String webClient(ClientAuthentication authentication);

    /** The user logs in and agrees. Gives the callback, which nobody has visited yet. */
    public abstract URI approve(URI authorizationUri, URI redirectUri);

    /** The user says no. */
    abstract URI decline(URI authorizationUri, URI redirectUri);

    /** Whether the server takes the access token: its answer to a call that needs one. */
    final int userInfoStatus(Secret accessToken) {
        HttpRequest request = HttpRequest.newBuilder(userInfoEndpoint())
                .header("Authorization", "Bearer " + SecretText.of(accessToken))
                .timeout(Duration.ofSeconds(60))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public final void close() {
        process.close();
    }

    /** The module's build directory for the servers; the profile sets it. */
    static Path workDirectory() {
        String directory = System.getProperty("interop.directory");
        if (directory == null) {
            throw new AssertionError("interop.directory is not set: run these tests with -Pinterop");
        }
        return Path.of(directory);
    }

    static void copy(String resource, Path target) {
        try (InputStream in = RealServer.class.getResourceAsStream(resource)) {
            Files.createDirectories(target.getParent());
            Files.copy(Objects.requireNonNull(in, resource), target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
