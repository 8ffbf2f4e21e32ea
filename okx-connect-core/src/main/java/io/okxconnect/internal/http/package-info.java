/** The default {@link io.okxconnect.spi.HttpTransport}, on the connections and the pool of Apache HttpClient 5. */
@org.jspecify.annotations.NullMarked
package io.okxconnect.internal.http;
