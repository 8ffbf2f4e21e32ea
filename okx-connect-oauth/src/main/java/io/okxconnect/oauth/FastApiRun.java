package io.okxconnect.oauth;

import io.okxconnect.Connection;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.Grant;
import io.okxconnect.Grants;
import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.ApiPermission;
import io.okxconnect.credential.AccessTokenCredential;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.Credential;
import io.okxconnect.credential.Secret;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.oauth.Repeats.Failure;
import io.okxconnect.oauth.error.FastApiException;
import io.okxconnect.oauth.error.FastApiException.Step;
import io.okxconnect.oauth.error.FastApiKeyRefusedException;
import io.okxconnect.rest.RestRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connect, from the token on: delete, create, try, store. Whatever ends it early, the fresh key is deleted at OKX if it can be, and the
 * accounts whose keys died are told so.
 */
final class FastApiRun {
    /** Lost answers are mended by deleting and making again, so that no key is left that nobody has the secret of. */
    private static final int MOST_ROUNDS = 3;

    private static final int MOST_REPEATS = 2;
    private static final String KEY_EXISTS = "50116";
    /** OKX does not know the key, or not any more. */
    private static final Set<String> KEY_UNKNOWN = Set.of("50111", "50119");

    private static final RestRequest CONFIG =
            RestRequest.get("/api/v5/account/config").build();

    private final Grants grants;
    private final FastApiSettings settings;
    private final Repeats repeats;
    private final FastApiTask task;
    private final AccessTokenCredential token;
    private final FastApiKeys keys;
    private final DeadKeys deadKeys;
    private Step step = Step.ACCOUNT;
    private @Nullable String uid;

    FastApiRun(
            ExchangeConnector okx,
            FastApiSettings settings,
            Repeats repeats,
            FastApiTask task,
            AccessTokenCredential token) {
        this.grants = okx.grants();
        this.settings = settings;
        this.repeats = repeats;
        this.task = task;
        this.token = token;
        this.keys = new FastApiKeys(grants, task.atTokenHost(), token, settings, repeats);
        this.deadKeys = new DeadKeys(okx, task, settings.clientId());
    }

    Connection run(@Nullable String uidOfToken, Secret passphrase) {
        boolean done = false;
        try {
            guard(uidOfToken);
            try (ApiKeyCredential key = renewed(passphrase)) {
                step = Step.CONNECT;
                Connection connection = connected(key);
                done = true;
                return connection;
            }
        } catch (OkxConnectException failure) {
            cleanUp(failure);
            done = true;
            deadKeys.tellAll(uid, keys);
            throw new FastApiException(step, keys.state(), failure);
        } finally {
            if (!done) {
                // Code of the app threw, or the connector was closed.
                cleanUp(null);
                deadKeys.tellAll(uid, keys);
            }
        }
    }

    /** Before anything is taken away at OKX. */
    private void guard(@Nullable String uidOfToken) {
        if (settings.uidLookup() == FastApiUidLookup.ACCOUNT_CONFIG) {
            AccountConfig config = config(task.atTokenHost(), token);
            requireFree(config);
        } else if (uidOfToken != null) {
            uid = uidOfToken;
            grants.requireFree(task.accountId(), task.site(), task.environment(), uidOfToken, null);
        }
    }

    private void requireFree(AccountConfig config) {
        uid = config.uid();
        grants.requireFree(
                task.accountId(),
                task.site(),
                task.environment(),
                config.uid(),
                config.mainUid().orElse(null));
    }

    private AccountConfig config(Grant where, Credential credential) {
        return AccountConfig.fromJson(grants.call(where, credential, CONFIG).row());
    }

    private ApiKeyCredential renewed(Secret first) {
        boolean existed = false;
        for (int round = 1; ; round++) {
            step = Step.DELETE;
            keys.delete();
            step = Step.CREATE;
            // Another one each time: a key whose answer got lost must not have the passphrase of the one that is kept.
            try (Secret passphrase = round == 1 ? first.copy() : settings.passphrase()) {
                return keys.create(passphrase);
            } catch (OkxConnectException failure) {
                boolean exists = failure instanceof ExchangeException refusal
                        && refusal.code().equals(KEY_EXISTS);
                boolean again = exists ? !existed : isLost(failure);
                if (!again || round == MOST_ROUNDS) {
                    throw failure;
                }
                existed |= exists;
            }
        }
    }

    private static boolean isLost(OkxConnectException failure) {
        return !(failure instanceof FastApiKeyRefusedException) && Failure.of(failure) == Failure.OUTCOME_UNKNOWN;
    }

    /** What OKX itself says of the key counts, whatever it said when it made it. */
    private Connection connected(ApiKeyCredential key) {
        Grant grant = task.atTradingHost(settings.clientId());
        AccountConfig config = repeats.whilePassing(MOST_REPEATS, () -> config(grant, key));
        Set<String> allowed = settings.permission().allowed();
        if (!config.permissions().all().stream().map(ApiPermission::text).allMatch(allowed::contains)) {
            throw FastApiKeyRefusedException.tooManyRights();
        }
        requireFree(config);
        // The user's earlier key is gone, so a failure that passes by itself is worth some patience.
        Connection connection = repeats.whilePassing(MOST_REPEATS, () -> grants.connect(task.accountId(), key, grant));
        deadKeys.tellOthers(config.uid(), keys);
        return connection;
    }

    private void cleanUp(@Nullable OkxConnectException failure) {
        if (!keys.leavesOne()) {
            return;
        }
        if (failure != null && isKeyUnknown(failure)) {
            // What is there now is the key of somebody who came later, and works.
            keys.supplanted();
            return;
        }
        try {
            keys.delete();
        } catch (OkxConnectException | IllegalStateException left) {
            // It is part of the failure that is told: see keys.state().
        }
    }

    private static boolean isKeyUnknown(OkxConnectException failure) {
        Throwable refused = failure.getCause() == null ? failure : failure.getCause();
        return refused instanceof ExchangeException refusal && KEY_UNKNOWN.contains(refusal.code());
    }
}
