package io.okxconnect.testkit.internal.rest;

import io.okxconnect.testkit.internal.model.Account;
import io.okxconnect.testkit.internal.model.ApiKey;
import io.okxconnect.testkit.internal.model.Environment;
import io.okxconnect.testkit.internal.model.ErrorCode;
import io.okxconnect.testkit.internal.model.Trader;
import io.okxconnect.testkit.internal.oauth.Grant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a private call: the holder of a key or of an access token.
 *
 * @param permissions OKX's comma list
 * @param ips the key's IP list; {@code ""} for none
 * @param label the key's name; {@code ""} for a token
 * @param grant the consent behind a token; null for a key
 */
record Caller(
        Trader owner,
        Environment environment,
        String permissions,
        String ips,
        String label,
        @Nullable Grant grant) {

    static Caller of(ApiKey key) {
        return new Caller(
                key.owner(), key.environment(), key.permissionText(), key.ips().text(), key.label(), null);
    }

    static Caller of(Grant grant, Environment environment) {
        String permissions = Stream.of("read_only", "trade")
                .filter(it -> grant.covers(it, environment))
                .collect(Collectors.joining(","));
        return new Caller(grant.trader(), environment, permissions, "", "", grant);
    }

    Account account() {
        return owner.account(environment);
    }

    void requireKey() {
        if (grant != null) {
            throw ErrorCode.SCOPE_MISSING.refusal();
        }
    }

    Grant requireGrant() {
        if (grant == null) {
            throw ErrorCode.AUTHORIZATION_INVALID.refusal();
        }
        return grant;
    }
}
