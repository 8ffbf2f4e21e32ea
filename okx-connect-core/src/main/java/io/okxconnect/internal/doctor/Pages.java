package io.okxconnect.internal.doctor;

import io.okxconnect.doctor.Cause;
import java.net.URI;
import java.util.Optional;

/** Where the user takes the step against a cause. */
final class Pages {
    private Pages() {}

    static Optional<URI> of(Cause cause, Place place) {
        return switch (cause) {
            case KEY_EXPIRED,
                    KEY_DELETED,
                    KEY_UNKNOWN,
                    WRONG_PASSPHRASE,
                    WRONG_SECRET,
                    IP_NOT_ALLOWED,
                    API_FROZEN,
                    PERMISSION_MISSING,
                    PERMISSIONS_UNKNOWN,
                    WITHDRAW_ENABLED -> Optional.of(place.site().apiManagementPage(place.environment()));
            case ACCOUNT_FROZEN, ACCOUNT_RESTRICTED -> Optional.of(place.site().webOrigin());
            default -> Optional.empty();
        };
    }
}
