package io.okxconnect.internal.http;

import static io.okxconnect.error.TransportPhase.CONNECT;
import static io.okxconnect.error.TransportPhase.RESPONSE_BODY;
import static io.okxconnect.error.TransportPhase.RESPONSE_HEAD;
import static io.okxconnect.error.TransportPhase.SEND;
import static io.okxconnect.error.TransportPhase.TLS;
import static io.okxconnect.internal.http.TransportHarness.CONNECT_LIMIT;
import static io.okxconnect.internal.http.TransportHarness.DEADLINE;

import io.okxconnect.error.TransportPhase;
import java.time.Duration;
import java.util.Set;

/** Where a call can break, what the server does there, and what the caller must be told. */
enum WireFault {
    CONNECT_REFUSED(Set.of(CONNECT), false, null, peer -> {}),
    TLS_STALL(Set.of(TLS), false, CONNECT_LIMIT, RawPeer::stall),
    TLS_GARBAGE(Set.of(TLS), false, null, peer -> peer.writeRaw("HTTP/1.1 400 Bad Request\r\n\r\n")),
    TLS_CLOSED(Set.of(TLS), false, null, RawPeer::reset),
    CLOSED_BEFORE_READING(Set.of(SEND, RESPONSE_HEAD), true, null, peer -> {
        peer.handshake();
        peer.reset();
    }),
    CLOSED_MID_REQUEST(Set.of(SEND, RESPONSE_HEAD), true, null, peer -> {
        peer.readSomeOfAPost();
        peer.reset();
    }),
    STOPS_READING(Set.of(SEND), true, DEADLINE, peer -> {
        peer.readSomeOfAPost();
        peer.stall();
    }),
    CLOSED_AFTER_REQUEST(Set.of(RESPONSE_HEAD), true, null, RawPeer::readRequest),
    STALL_BEFORE_HEAD(Set.of(RESPONSE_HEAD), true, DEADLINE, peer -> {
        peer.readRequest();
        peer.stall();
    }),
    STALL_MID_HEAD(Set.of(RESPONSE_HEAD), true, DEADLINE, peer -> {
        peer.readRequest();
        peer.write("HTTP/1.1 200 OK\r\nContent-");
        peer.stall();
    }),
    RESET_MID_HEAD(Set.of(RESPONSE_HEAD), true, null, peer -> {
        peer.readRequest();
        peer.write("HTTP/1.1 200 OK\r\nContent-");
        peer.reset();
    }),
    GARBAGE_HEAD(Set.of(RESPONSE_HEAD), true, null, peer -> {
        peer.readRequest();
        peer.write("\0\1\2 no http at all\r\n\r\n");
    }),
    ENDLESS_INTERIM_ANSWERS(Set.of(RESPONSE_HEAD), true, null, peer -> {
        peer.readRequest();
        while (true) {
            peer.write("HTTP/1.1 102 Processing\r\n\r\n");
        }
    }),
    SHORT_BODY(Set.of(RESPONSE_BODY), true, null, peer -> {
        peer.readRequest();
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"code\":");
    }),
    BROKEN_CHUNK(Set.of(RESPONSE_BODY), true, null, peer -> {
        peer.readRequest();
        peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nXYZ\r\n{}\r\n");
    }),
    // The reset may overtake the head.
    RESET_MID_BODY(Set.of(RESPONSE_HEAD, RESPONSE_BODY), true, null, peer -> {
        peer.readRequest();
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"code\":");
        peer.reset();
    }),
    DRIPPING_BODY(Set.of(RESPONSE_BODY), true, DEADLINE, peer -> {
        peer.readRequest();
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
        for (int i = 0; i < 20; i++) {
            peer.write("x");
        }
        peer.stall();
    }),
    ENDLESS_BODY(Set.of(RESPONSE_BODY), true, null, peer -> {
        peer.readRequest();
        peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        while (true) {
            peer.write("1000\r\n" + "x".repeat(0x1000) + "\r\n");
        }
    });

    /** What the server does when the fault's turn has come. */
    interface Behaviour {
        void serve(RawPeer peer) throws Exception;
    }

    final Set<TransportPhase> phases;
    final boolean mayHaveBeenSent;
    final Duration limit;
    final Behaviour behaviour;

    /** {@code limit} is null where the fault ends the call by itself. */
    WireFault(Set<TransportPhase> phases, boolean mayHaveBeenSent, Duration limit, Behaviour behaviour) {
        this.phases = phases;
        this.mayHaveBeenSent = mayHaveBeenSent;
        this.limit = limit;
        this.behaviour = behaviour;
    }

    boolean needsTls() {
        return phases.contains(TLS);
    }

    /** Whether it can only happen on a new connection. */
    boolean isWhileOpening() {
        return !mayHaveBeenSent;
    }
}
