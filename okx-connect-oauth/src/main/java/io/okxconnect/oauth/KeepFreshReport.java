package io.okxconnect.oauth;

import io.okxconnect.credential.AccountId;
import io.okxconnect.error.OkxConnectException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@link OAuthConnector#keepFresh()} found. Immutable. */
public final class KeepFreshReport {
    private final List<AccountId> fresh;
    private final List<AccountId> reauthorizationRequired;
    private final Map<AccountId, OkxConnectException> failures;

    KeepFreshReport(
            List<AccountId> fresh,
            List<AccountId> reauthorizationRequired,
            Map<AccountId, OkxConnectException> failures) {
        this.fresh = List.copyOf(fresh);
        this.reauthorizationRequired = List.copyOf(reauthorizationRequired);
        this.failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    }

    /**
     * The accounts whose tokens are young enough, renewed or not.
     *
     * @return unmodifiable
     */
    public List<AccountId> fresh() {
        return fresh;
    }

    /**
     * The accounts that only the user's new consent helps.
     *
     * @return unmodifiable
     */
    public List<AccountId> reauthorizationRequired() {
        return reauthorizationRequired;
    }

    /**
     * The accounts whose tokens could not be renewed this time, and why. They stay as they were; the next run tries again.
     *
     * @return unmodifiable
     */
    public Map<AccountId, OkxConnectException> failures() {
        return failures;
    }

    /** {@return how many there are of each} */
    @Override
    public String toString() {
        return "KeepFreshReport[" + fresh.size() + " fresh, " + reauthorizationRequired.size() + " need a new consent, "
                + failures.size() + " failed]";
    }
}
