package io.okxconnect.credential;

import java.util.Arrays;
import java.util.HexFormat;

/** One row of table okx_connect_credential, as it was read. The arrays are its own and not changed. */
final class JdbcRow {
    private final byte[] name;
    private final byte[] incarnation;
    private final long revision;
    private final byte[] head;
    private final byte[] secrets;

    /** A row; {@code secrets} is empty if that column was not asked for. */
    JdbcRow(byte[] name, byte[] incarnation, long revision, byte[] head, byte[] secrets) {
        this.name = name;
        this.incarnation = incarnation;
        this.revision = revision;
        this.head = head;
        this.secrets = secrets;
    }

    /** The row's key in hex, which also names the account in {@link HighWaterMarks}. */
    static String keyOf(byte[] name) {
        return HexFormat.of().formatHex(name);
    }

    static VaultPart partOf(byte[] name) {
        return VaultPart.row(JdbcTables.CREDENTIAL, name);
    }

    String key() {
        return keyOf(name);
    }

    byte[] incarnation() {
        return incarnation.clone();
    }

    long revision() {
        return revision;
    }

    /** Whether this is what was written: every write has a salt of its own. */
    boolean holds(VaultRecord written) {
        return Arrays.equals(head, written.head().toBytes());
    }

    VaultRecordHead parseHead() {
        VaultRecordHead parsed = VaultRecordHead.parse(partOf(name), name, head);
        requireSameColumns(parsed);
        return parsed;
    }

    VaultRecord parse() {
        byte[] all = Arrays.copyOf(head, head.length + secrets.length);
        System.arraycopy(secrets, 0, all, head.length, secrets.length);
        VaultRecord parsed = VaultRecord.parse(partOf(name), name, all);
        requireSameColumns(parsed.head());
        return parsed;
    }

    /** The columns in clear decide who wins; they must be those that are authenticated. */
    private void requireSameColumns(VaultRecordHead parsed) {
        if (revision != parsed.revision() || !Arrays.equals(incarnation, parsed.incarnation())) {
            throw VaultRecord.damaged(partOf(name));
        }
    }
}
