package io.okxconnect.internal.doctor;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.doctor.Cause;
import io.okxconnect.error.OkxConnectException;
import org.jspecify.annotations.Nullable;

/** What came of trying the key at one place: OKX's answer, or the failure. */
record Look(
        Place place,
        @Nullable AccountConfig config,
        @Nullable OkxConnectException failure) {

    static Look accepted(Place place, AccountConfig config) {
        return new Look(place, config, null);
    }

    static Look failed(Place place, OkxConnectException failure) {
        return new Look(place, null, failure);
    }

    /** What the answer says by itself. */
    Cause told() {
        return failure == null ? Cause.HEALTHY : FailureCauses.of(failure);
    }

    /** Whether the answer shows that the site knows the key. */
    boolean knowsKey() {
        return switch (told()) {
            case HEALTHY,
                    WRONG_ENVIRONMENT,
                    WRONG_PASSPHRASE,
                    WRONG_SECRET,
                    IP_NOT_ALLOWED,
                    API_FROZEN,
                    ACCOUNT_FROZEN,
                    ACCOUNT_RESTRICTED,
                    PERMISSION_MISSING -> true;
            default -> false;
        };
    }

    /** Where the answer shows the key to belong, if {@link #knowsKey()}. */
    Place keyPlace() {
        return told() == Cause.WRONG_ENVIRONMENT ? place.inOtherEnvironment() : place;
    }
}
