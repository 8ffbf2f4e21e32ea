package io.okxconnect.spi;

/**
 * Sends one HTTP request and returns its answer. The default runs on Apache HttpClient 5; an app may bring its own.
 *
 * <p>What an implementation must keep:
 *
 * <ul>
 *   <li>It sends a request at most once, whatever happens: no retry, no redirect, no authentication round.
 *   <li>It sends path, query and body byte for byte as given, because they were signed.
 *   <li>It ends within {@link TransportRequest#timeout()}, body included, and reads at most {@link
 *       TransportRequest#maxBodyBytes()}.
 *   <li>Once it has begun, it fails only with {@link io.okxconnect.error.TransportException}, saying truthfully whether a byte of the request may
 *       have left. No URL query, header value or body gets into a message or a log.
 *   <li>It is safe for use by many threads at once and holds no lock while it waits.
 * </ul>
 *
 * <p>Whoever creates a transport closes it: a connector closes only the default that it made itself.
 */
public interface HttpTransport extends AutoCloseable {

    /**
     * Sends the request once and reads the whole answer.
     *
     * @param request what to send
     * @return the answer, whatever its status
     * @throws io.okxconnect.error.InvalidArgumentException if the request cannot be put on the wire; nothing was sent
     * @throws io.okxconnect.error.TransportTimeoutException if the limit passed
     * @throws io.okxconnect.error.TransportException if no complete answer came back
     */
    TransportResponse execute(TransportRequest request);

    /** Drops all connections; calls in flight fail. Closing twice has no effect. */
    @Override
    void close();
}
