package io.okxconnect.oauth;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.loopback.Alarms;
import io.okxconnect.oauth.internal.loopback.ThreadAlarms;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link LoopbackReceiver}. Not safe for use by several threads. */
public final class LoopbackReceiverBuilder {
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~/-]{0,127}");
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private LoopbackAddress address = LoopbackAddress.IPV4;
    private int port;
    private String path = "/callback";
    private Duration timeout = Duration.ofMinutes(2);
    private BrowserOpener browser = BrowserOpener.ofDesktop();
    private @Nullable Consumer<URI> whenNoBrowser;
    private Supplier<Alarms> alarms = ThreadAlarms::new;

    LoopbackReceiverBuilder() {}

    /**
     * The address to listen on.
     *
     * @param address {@link LoopbackAddress#IPV4} by default
     * @return this builder
     */
    public LoopbackReceiverBuilder address(LoopbackAddress address) {
        this.address = Objects.requireNonNull(address, "address");
        return this;
    }

    /**
     * The port, for servers that compare it.
     *
     * @param port 1 to 65,535, or 0, the default, for a free one
     * @return this builder
     * @throws InvalidArgumentException if it is out of range
     */
    public LoopbackReceiverBuilder port(int port) {
        if (port < 0 || port > 65_535) {
            throw new InvalidArgumentException("port", "must be 0 to 65535", "0 takes a free one.");
        }
        this.port = port;
        return this;
    }

    /**
     * The path of the redirect URI. Where the server allows it, a long random one makes the receiver harder to find for other programs.
     *
     * @param path begins with {@code /}, then at most 127 letters, digits and {@code . _ ~ / -}; {@code /callback} by default
     * @return this builder
     * @throws InvalidArgumentException if it is no such path
     */
    public LoopbackReceiverBuilder path(String path) {
        Objects.requireNonNull(path, "path");
        if (!PATH.matcher(path).matches()) {
            throw new InvalidArgumentException(
                    "path",
                    "must begin with / and hold at most 127 letters, digits and . _ ~ / -",
                    "Pass the path of the registered redirect URI.");
        }
        this.path = path;
        return this;
    }

    /**
     * How long the user has.
     *
     * @param timeout more than zero, at most ten minutes; two minutes by default
     * @return this builder
     * @throws InvalidArgumentException if it is out of range
     */
    public LoopbackReceiverBuilder timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw new InvalidArgumentException(
                    "timeout", "must be more than 0 and at most 10 minutes", "2 minutes suit most users.");
        }
        this.timeout = timeout;
        return this;
    }

    /**
     * What opens the browser.
     *
     * @param browser the desktop's browser by default
     * @return this builder
     */
    public LoopbackReceiverBuilder browser(BrowserOpener browser) {
        this.browser = Objects.requireNonNull(browser, "browser");
        return this;
    }

    /**
     * Who shows the URL to the user if no browser can be opened, for example by printing it. The URL holds the state: show it to this user
     * only.
     *
     * @param show gets the URL; without one, {@link LoopbackReceiver#receive} fails where there is no browser
     * @return this builder
     */
    public LoopbackReceiverBuilder whenNoBrowser(Consumer<URI> show) {
        this.whenNoBrowser = Objects.requireNonNull(show, "show");
        return this;
    }

    LoopbackReceiverBuilder alarms(Supplier<Alarms> alarms) {
        this.alarms = alarms;
        return this;
    }

    /**
     * Builds the receiver, which listens from now on.
     *
     * @return a receiver for one authorization; the caller closes it
     * @throws io.okxconnect.oauth.error.LoopbackException if it cannot listen there
     */
    public LoopbackReceiver build() {
        return new LoopbackReceiver(this);
    }

    LoopbackAddress address() {
        return address;
    }

    int port() {
        return port;
    }

    String path() {
        return path;
    }

    Duration timeout() {
        return timeout;
    }

    BrowserOpener browser() {
        return browser;
    }

    Optional<Consumer<URI>> whenNoBrowser() {
        return Optional.ofNullable(whenNoBrowser);
    }

    Alarms alarms() {
        return alarms.get();
    }
}
