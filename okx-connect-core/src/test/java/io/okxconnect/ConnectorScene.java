package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;
import static io.okxconnect.TestExchange.credential;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.testkit.SandboxApiKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** For each test a sandbox OKX with Alice, an empty store, and a connector between the two. */
abstract class ConnectorScene {
    TestExchange exchange;
    InMemoryCredentialStore store;
    ExchangeConnector okx;

    @BeforeEach
    void start() {
        exchange = new TestExchange();
        store = new InMemoryCredentialStore();
        okx = settings().sharedCredentialStore(store).build();
    }

    /** The settings of the connector, without its store. */
    ExchangeConnectorBuilder settings() {
        return exchange.builder();
    }

    @AfterEach
    void stop() {
        okx.close();
        store.close();
        exchange.close();
    }

    Connection connect(SandboxApiKey key) {
        return connect(ALICE, key);
    }

    Connection connect(AccountId accountId, SandboxApiKey key) {
        try (ApiKeyCredential credential = credential(key)) {
            return okx.connect(accountId, credential);
        }
    }
}
