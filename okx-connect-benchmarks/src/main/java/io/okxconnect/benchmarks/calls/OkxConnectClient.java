package io.okxconnect.benchmarks.calls;

import io.okxconnect.Connection;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.HurriedConnector;
import io.okxconnect.benchmarks.signing.Requests;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** The whole way of a call: lease, deadline, limiter, signature, cap, envelope, typed value. */
final class OkxConnectClient implements BalanceClient {
    private final HurriedConnector hurry;
    private final InMemoryCredentialStore store = new InMemoryCredentialStore();
    private final List<AccountId> ids;
    private final ExchangeConnector connector;
    private final Connection[] connections;

    OkxConnectClient(URI okx, int threads, int accounts) {
        hurry = new HurriedConnector(accounts);
        Site site = Site.custom("stub", okx);
        ids = IntStream.range(0, accounts)
                .mapToObj(number -> AccountId.of("account-" + number))
                .toList();
        ids.forEach(id -> store(id, site));
        connector = hurry.builder()
                .site(site)
                .environment(TradingEnvironment.LIVE)
                .credentialStore(store)
                .maxConnections(Math.max(threads, 1))
                .build();
        connections = new Connection[accounts];
    }

    /** Makes the objects of all accounts, as an app that has used each of them. */
    void openAll() {
        for (int account = 0; account < connections.length; account++) {
            connections[account] = connector.connection(ids.get(account));
        }
    }

    @Override
    public BigDecimal totalEquity(int thread) {
        return connections[hurry.nextAccount()].balance().totalEquity();
    }

    private void store(AccountId id, Site site) {
        try (ApiKeyCredential key = ApiKeyCredential.of(Requests.API_KEY, Requests.SECRET_KEY, Requests.PASSPHRASE)) {
            CredentialMetadata metadata = CredentialMetadata.builder(id)
                    .site(site)
                    .environment(TradingEnvironment.LIVE)
                    .origin(CredentialOrigin.MANUAL)
                    .maskedApiKey(key.maskedApiKey())
                    .build();
            try (StoredCredential record = StoredCredential.of(metadata, 1, key)) {
                store.save(record);
            }
        }
    }
}
