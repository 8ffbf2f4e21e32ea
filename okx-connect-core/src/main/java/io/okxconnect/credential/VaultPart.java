package io.okxconnect.credential;

import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Where a part of a store is kept, as messages name it.
 *
 * @param name follows "The" in a sentence, for example {@code file okx.vault/keyset}
 */
record VaultPart(String name) {

    static VaultPart file(Path file) {
        return new VaultPart("file " + file);
    }

    /** The row of an account; its key tells nothing about the account's id. */
    static VaultPart row(String table, byte[] key) {
        return new VaultPart("row " + HexFormat.of().formatHex(key) + " of table " + table);
    }

    @Override
    public String toString() {
        return name;
    }
}
