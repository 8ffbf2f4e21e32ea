package io.okxconnect.oauth;

import io.okxconnect.ConnectionState;
import io.okxconnect.ConnectionSummary;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.error.OkxConnectException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stored accounts whose key a connect may have ended, and has their status say so. OKX itself is asked, with each account's own
 * key: it may be another OKX user's, and then it works as before.
 */
final class DeadKeys {
    private static final Set<ConnectionState> TOLD =
            EnumSet.of(ConnectionState.REAUTHORIZATION_REQUIRED, ConnectionState.INVALID, ConnectionState.EXPIRED);

    private final ExchangeConnector okx;
    private final FastApiTask task;
    private final String clientId;

    DeadKeys(ExchangeConnector okx, FastApiTask task, String clientId) {
        this.okx = okx;
        this.task = task;
        this.clientId = clientId;
    }

    /** After a connect that failed. */
    void tellAll(@Nullable String uid, FastApiKeys keys) {
        if (keys.mayHaveDeleted()) {
            candidates(uid).forEach(account -> tell(account, keys.hasDeleted()));
        }
    }

    /** After a connect that succeeded, which the app's policy may have allowed for one OKX account under two ids. */
    void tellOthers(String uid, FastApiKeys keys) {
        candidates(uid).stream()
                .filter(account -> !account.equals(task.accountId()))
                .forEach(account -> tell(account, keys.hasDeleted()));
    }

    private List<AccountId> candidates(@Nullable String uid) {
        try {
            return okx.connections().stream()
                    .map(ConnectionSummary::metadata)
                    .filter(this::isOfThisApp)
                    .filter(stored -> (uid == null || stored.uid().isEmpty())
                            ? stored.accountId().equals(task.accountId())
                            : stored.uid().get().equals(uid))
                    .map(CredentialMetadata::accountId)
                    .toList();
        } catch (OkxConnectException | IllegalStateException unreadable) {
            return List.of();
        }
    }

    /** Only a key of the same app, site and environment can have been deleted. */
    private boolean isOfThisApp(CredentialMetadata stored) {
        return stored.origin() == CredentialOrigin.FAST_API
                && stored.siteName().equals(task.site().name())
                && stored.environment() == task.environment()
                && stored.attributes()
                        .getOrDefault(FastApiTask.CLIENT, clientId)
                        .equals(clientId);
    }

    private void tell(AccountId account, boolean deleted) {
        try {
            okx.connection(account).check();
        } catch (RuntimeException notAsUsual) {
            noteLost(account, deleted);
        }
    }

    /** A look that OKX refused has noted so itself. One that could not be made says nothing, and a delete that OKX confirmed does. */
    private void noteLost(AccountId account, boolean deleted) {
        try {
            if (deleted && !TOLD.contains(okx.connection(account).status().state())) {
                okx.grants().lost(account, "Its Fast API key was deleted when the account was connected anew.");
            }
        } catch (OkxConnectException | IllegalStateException gone) {
            // Disconnected meanwhile, or the store fails: its next look will tell.
        }
    }
}
