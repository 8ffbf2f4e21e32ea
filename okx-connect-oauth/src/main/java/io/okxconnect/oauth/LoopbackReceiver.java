package io.okxconnect.oauth;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.error.LoopbackException;
import io.okxconnect.oauth.error.LoopbackException.Reason;
import io.okxconnect.oauth.internal.Addresses;
import io.okxconnect.oauth.internal.Digests;
import io.okxconnect.oauth.internal.loopback.LoopbackPage;
import io.okxconnect.oauth.internal.loopback.LoopbackServer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Receives the callback of one authorization in a desktop or command-line app (RFC 8252, section 7.3): listens on a loopback address,
 * opens the browser, hands over the one callback that carries the right state, and is gone.
 *
 * <p>Requests with another method, path or {@code Host}, from other machines, with a body, of more than 8 KiB, slower than 5 s, or
 * without the state are refused or cut; none of them ends the wait. The page that the user sees is fixed text.
 *
 * <p>Listens from {@link LoopbackReceiverBuilder#build} on, so that {@link #redirectUri} is known before the authorization is begun. Close it; {@link
 * #receive} does so too.
 */
public final class LoopbackReceiver implements AutoCloseable {
    private final LoopbackServer server;
    private final LoopbackAddress address;
    private final String path;
    private final Duration timeout;
    private final BrowserOpener browser;
    private final Optional<Consumer<URI>> whenNoBrowser;

    LoopbackReceiver(LoopbackReceiverBuilder builder) {
        address = builder.address();
        path = builder.path();
        timeout = builder.timeout();
        browser = builder.browser();
        whenNoBrowser = builder.whenNoBrowser();
        server = new LoopbackServer(address.address(), builder.port(), builder.alarms());
    }

    /**
     * Begins a receiver: 127.0.0.1, a free port, path {@code /callback}, two minutes, the desktop's browser.
     *
     * @return a new builder
     */
    public static LoopbackReceiverBuilder builder() {
        return new LoopbackReceiverBuilder();
    }

    /**
     * Where the server has to send the browser back to. RFC 8252 has servers accept any port; where one does not, fix the port.
     *
     * @return for example {@code http://127.0.0.1:49152/callback}
     */
    public URI redirectUri() {
        return URI.create("http://" + host() + path);
    }

    private String host() {
        // A browser leaves out the port of the scheme.
        return server.port() == 80 ? address.host() : address.host() + ":" + server.port();
    }

    /**
     * Opens the browser and waits for the callback. Can be called once.
     *
     * @param authorizationUri where to send the browser: its {@code state} is the one that the callback must carry
     * @return a code or a refusal with that state
     * @throws InvalidArgumentException if the address is not https (or http on a loopback address) or does not have one state
     * @throws LoopbackException if no callback came in time, no browser could be opened, the thread was interrupted, or the receiver is
     *     closed
     */
    public AuthorizationCallback receive(URI authorizationUri) {
        Addresses.endpoint("authorizationUri", authorizationUri);
        String state = state(authorizationUri);
        server.requireUnused();
        if (!browser.open(authorizationUri)) {
            whenNoBrowser
                    .orElseThrow(() -> {
                        close();
                        return new LoopbackException(Reason.NO_BROWSER);
                    })
                    .accept(authorizationUri);
        }
        String query = server.await(host(), path, received -> page(received, state), timeout);
        return AuthorizationCallback.parseQuery(query);
    }

    private static LoopbackPage page(String query, String expected) {
        AuthorizationCallback callback = AuthorizationCallback.parseQuery(query);
        if (callback instanceof AuthorizationCallback.Code code) {
            return matches(code.stateText(), expected) ? LoopbackPage.RECEIVED : LoopbackPage.REFUSED;
        }
        if (callback instanceof AuthorizationCallback.Refusal refusal) {
            return matches(refusal.stateText(), expected) ? LoopbackPage.DECLINED : LoopbackPage.REFUSED;
        }
        return LoopbackPage.REFUSED;
    }

    private static boolean matches(Optional<String> state, String expected) {
        return state.isPresent() && Digests.same(state.get(), expected);
    }

    private static String state(URI authorizationUri) {
        List<String> states = new ArrayList<>();
        String query = authorizationUri.getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            if (pair.startsWith("state=")) {
                states.add(URLDecoder.decode(pair.substring("state=".length()), StandardCharsets.UTF_8));
            }
        }
        if (states.size() != 1 || states.get(0).length() < 16) {
            throw new InvalidArgumentException(
                    "authorizationUri",
                    "must have one state of at least 16 characters",
                    "Pass the URL of the authorization that was begun.");
        }
        return Objects.requireNonNull(states.get(0));
    }

    /** Stops listening; a wait fails. Closing twice has no effect. */
    @Override
    public void close() {
        server.close();
    }

    /** {@return where it listens} */
    @Override
    public String toString() {
        return "LoopbackReceiver[" + host() + "]";
    }
}
