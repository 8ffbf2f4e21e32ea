package io.okxconnect.examples.readme;

import java.net.URI;

/** What the README's Fast API snippet needs of a web framework. */
public interface Browser {
    /** The secret in this browser's session cookie. */
    String sessionSecret();

    /** Sends it on. */
    void redirect(URI page);

    /** The address that OKX sent it back to. */
    String callbackUrl();
}
