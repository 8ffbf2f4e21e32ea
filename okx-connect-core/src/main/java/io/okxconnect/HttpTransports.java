package io.okxconnect;

import io.okxconnect.internal.http.HttpClientTransport;
import io.okxconnect.spi.HttpTransport;

/**
 * Makes the default {@link HttpTransport}, for parts that call a server without a connector: an OAuth client, or a transport
 * of the app's own that wraps the default one.
 */
public final class HttpTransports {
    private HttpTransports() {}

    /**
     * Creates a transport with the defaults of {@link ExchangeConnector#okx()}: Apache HttpClient 5, 64 connections, 3 s for
     * opening one, no proxy. Nothing is connected yet.
     *
     * @return a transport, safe for use by many threads; the caller closes it
     */
    public static HttpTransport create() {
        return HttpClientTransport.builder().build();
    }
}
