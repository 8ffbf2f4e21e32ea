package io.okxconnect;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.BoundIp;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.Credential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialMetadataBuilder;
import io.okxconnect.error.DifferentAccountException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** What is written beside a key, and what it says about two keys. */
final class StoredFacts {
    /** A use of the key is stored at most this often: expiry counts in days, and every save encrypts and syncs a file. */
    private static final Duration USE_STORED_EVERY = Duration.ofHours(1);

    private StoredFacts() {}

    /** All about a credential that was just tried. */
    static CredentialMetadata of(AccountId accountId, Grant grant, Credential credential, AccountInspection look) {
        CredentialMetadataBuilder facts = grant.writeTo(CredentialMetadata.builder(accountId))
                .connectedAt(look.report().checkedAt());
        if (credential instanceof ApiKeyCredential key) {
            facts.maskedApiKey(key.maskedApiKey());
        }
        return with(facts, look);
    }

    static CredentialMetadata with(CredentialMetadataBuilder metadata, AccountInspection look) {
        AccountConfig config = look.config();
        Instant now = look.report().checkedAt();
        config.keyLabel().ifPresent(metadata::label);
        config.mainUid().ifPresent(metadata::mainUid);
        return metadata.uid(config.uid())
                .permissions(config.permissions().toString())
                .boundIps(config.boundIps().stream().map(BoundIp::text).collect(Collectors.joining(",")))
                .checkedAt(now)
                .lastUsedAt(now)
                .status(StatusRules.stateOf(look.report()).name())
                .build();
    }

    /** Whether two descriptions are of one and the same connect: same account, same place, same key. */
    static boolean isSameKey(CredentialMetadata a, CredentialMetadata b) {
        return a.accountId().equals(b.accountId())
                && a.siteName().equals(b.siteName())
                && a.siteRestBase().equals(b.siteRestBase())
                && a.environment() == b.environment()
                && a.uid().equals(b.uid())
                && a.maskedApiKey().equals(b.maskedApiKey())
                && a.connectedAt().equals(b.connectedAt());
    }

    /** Refuses another account's key under an id. */
    static void requireSameAccount(CredentialMetadata stored, AccountSession session, AccountConfig config) {
        String difference = null;
        if (!stored.siteName().equals(session.site().name())) {
            difference = "OKX site";
        } else if (stored.environment() != session.environment()) {
            difference = "environment (live or demo)";
        }
        if (difference != null) {
            throw new DifferentAccountException(stored.accountId().value(), difference);
        }
        requireSameUser(stored, config);
    }

    /** Refuses an answer about another user's account. */
    static void requireSameUser(CredentialMetadata stored, AccountConfig config) {
        if (stored.uid().filter(uid -> !uid.equals(config.uid())).isPresent()) {
            throw new DifferentAccountException(stored.accountId().value(), "OKX user id");
        }
    }

    static boolean isWorthStoring(CredentialMetadata before, CredentialMetadata after) {
        CredentialMetadata sameTimes = after.toBuilder()
                .checkedAt(before.checkedAt().orElse(Instant.EPOCH))
                .lastUsedAt(before.lastUsedAt().orElse(Instant.EPOCH))
                .build();
        boolean usedLongAgo = before.lastUsedAt()
                .map(used ->
                        used.plus(USE_STORED_EVERY).isBefore(after.lastUsedAt().orElse(used)))
                .orElse(true);
        return usedLongAgo || !sameTimes.equals(before);
    }
}
