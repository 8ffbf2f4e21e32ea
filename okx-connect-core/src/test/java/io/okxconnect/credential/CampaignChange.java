package io.okxconnect.credential;

/**
 * One change of a store.
 *
 * @param kind what is done
 * @param account whose record it is; empty for a change of the key
 * @param value the number of the write, 0 for a deletion, or the number of the new key
 */
record CampaignChange(Kind kind, String account, int value) {

    enum Kind {
        SAVE,
        DELETE,
        KEY
    }

    /** One line that {@link #parse} reads. */
    String toLine() {
        return kind + ":" + account + ":" + value;
    }

    static CampaignChange parse(String line) {
        String[] parts = line.split(":", -1);
        return new CampaignChange(Kind.valueOf(parts[0]), parts[1], Integer.parseInt(parts[2]));
    }
}
