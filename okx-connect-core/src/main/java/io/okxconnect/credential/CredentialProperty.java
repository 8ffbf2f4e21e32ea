package io.okxconnect.credential;

import io.okxconnect.error.InvalidArgumentException;
import java.time.DateTimeException;
import java.time.Instant;

/** The optional parts of a credential's metadata and the names they are stored under. The names never change. */
enum CredentialProperty {
    LABEL("label"),
    UID("uid"),
    MAIN_UID("mainUid"),
    MASKED_API_KEY("maskedApiKey"),
    PERMISSIONS("permissions"),
    BOUND_IPS("boundIps"),
    CONNECTED_AT("connectedAt"),
    CHECKED_AT("checkedAt"),
    LAST_USED_AT("lastUsedAt"),
    STATUS("status");

    private final String storedName;

    CredentialProperty(String storedName) {
        this.storedName = storedName;
    }

    String storedName() {
        return storedName;
    }

    /** Refuses text that this property could not be read back from. */
    String checked(String text) {
        if (this == CONNECTED_AT || this == CHECKED_AT || this == LAST_USED_AT) {
            try {
                return Instant.parse(text).toString();
            } catch (DateTimeException notATime) {
                throw new InvalidArgumentException(
                        storedName, "must be an ISO 8601 instant", "Pass what toMap() wrote, unchanged.");
            }
        }
        return text;
    }
}
