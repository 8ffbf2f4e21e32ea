package io.okxconnect.oauth.internal.jdbc;

/** One row of table okx_connect_pending. The arrays are its own and not changed. */
public final class PendingRow {
    private final byte[] id;
    private final byte[] session;
    private final long expires;
    private final byte[] sealed;

    PendingRow(byte[] id, byte[] session, long expires, byte[] sealed) {
        this.id = id;
        this.session = session;
        this.expires = expires;
        this.sealed = sealed;
    }

    byte[] id() {
        return id;
    }

    byte[] session() {
        return session;
    }

    /** Milliseconds since 1970. */
    long expires() {
        return expires;
    }

    byte[] sealed() {
        return sealed;
    }
}
