package io.okxconnect.oauth;

import io.okxconnect.ConnectionState;
import io.okxconnect.ConnectionSummary;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.AccountId;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.error.CredentialNotFoundException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.ReauthorizationRequiredException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renews the tokens of one client's accounts before they get too old to be renewed. */
final class TokenKeeper {
    private final ExchangeConnector okx;
    private final String client;

    TokenKeeper(ExchangeConnector okx, String client) {
        this.okx = okx;
        this.client = client;
    }

    KeepFreshReport keepFresh(Duration age) {
        List<AccountId> fresh = new ArrayList<>();
        List<AccountId> ended = new ArrayList<>();
        Map<AccountId, OkxConnectException> failures = new LinkedHashMap<>();
        for (ConnectionSummary account : okx.connections()) {
            if (!client.equals(account.metadata().attributes().get(OAuthConnect.CLIENT))) {
                continue;
            }
            AccountId id = account.accountId();
            if (account.lastState() == ConnectionState.REAUTHORIZATION_REQUIRED) {
                ended.add(id);
                continue;
            }
            try {
                okx.grants().refresh(id, age);
                fresh.add(id);
            } catch (ReauthorizationRequiredException over) {
                ended.add(id);
            } catch (CredentialNotFoundException | ConnectionClosedException disconnectedMeanwhile) {
                // There is nothing to keep.
            } catch (OkxConnectException failure) {
                failures.put(id, failure);
            }
        }
        return new KeepFreshReport(fresh, ended, failures);
    }
}
