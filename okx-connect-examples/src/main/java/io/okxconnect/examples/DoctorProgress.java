package io.okxconnect.examples;

import io.okxconnect.HttpTransports;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells of each request as it is made. Owns the transports it makes. */
final class DoctorProgress implements AutoCloseable {
    private final Consumer<String> told;
    private final List<HttpTransport> made = new ArrayList<>();

    DoctorProgress(Consumer<String> told) {
        this.told = told;
    }

    void tell(String line) {
        told.accept(line);
    }

    HttpTransport direct() {
        return telling(HttpTransports.create());
    }

    HttpTransport throughProxy(String host, int port) {
        return telling(HttpTransports.throughProxy(host, port));
    }

    private HttpTransport telling(HttpTransport transport) {
        made.add(transport);
        return new HttpTransport() {
            @Override
            public TransportResponse execute(TransportRequest request) {
                told.accept("asking " + request.base().getAuthority() + ": " + request.endpoint());
                return transport.execute(request);
            }

            @Override
            public void close() {
                // The connector does not own it; DoctorProgress closes the real one.
            }
        };
    }

    @Override
    public void close() {
        made.forEach(HttpTransport::close);
    }
}
