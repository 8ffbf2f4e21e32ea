package io.okxconnect.examples;

import io.okxconnect.Connection;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialStore;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Credentials in a store of the app's own: the connector that made the connection ends, another one finds it again. With VAULT_ADDR and
 * VAULT_TOKEN set, the store is HashiCorp Vault or OpenBao.
 */
final class CustomCredentialStore implements Example {
    private static final String VAULT = "VAULT_ADDR";
    private static final String VAULT_TOKEN = "VAULT_TOKEN";

    @Override
    public String name() {
        return "custom-store";
    }

    @Override
    public String summary() {
        return "keep credentials in a store of your own, and find the account again after a restart";
    }

    @Override
    public int run(List<String> options, Map<String, String> environment, PrintStream out) {
        if (!options.isEmpty()) {
            out.println("This example takes no options.");
            return 2;
        }
        AccountId accountId = AccountId.of("alice");
        try (CredentialStore store = store(environment, out);
                SandboxStory sandbox = SandboxStory.begin(out);
                PastedKey key = sandbox.key()) {

            try (ExchangeConnector okx = connector(key, store);
                    ApiKeyCredential credential = key.credential()) {
                out.println("First start: " + okx.connect(accountId, credential));
            }
            try (ExchangeConnector okx = connector(key, store)) {
                out.println("After a restart the store lists: " + okx.connections());
                Connection again = okx.connection(accountId);
                out.println("Total equity, read with the stored key: "
                        + again.balance().totalEquity().toPlainString() + " USD");
                out.println(again.disconnect());
                out.println("The store lists: " + okx.connections());
            }
        }
        return 0;
    }

    private static CredentialStore store(Map<String, String> environment, PrintStream out) {
        String address = environment.get(VAULT);
        String token = environment.get(VAULT_TOKEN);
        if (address == null || token == null) {
            return new KeyValueCredentialStore();
        }
        URI engine = URI.create(address).resolve("/v1/secret/");
        out.println("Accounts are kept by the KV engine at " + engine + ".");
        return new VaultKvCredentialStore(engine, token);
    }

    private static ExchangeConnector connector(PastedKey key, CredentialStore store) {
        return ExchangeConnector.okx()
                .site(key.site())
                .environment(key.environment())
                .sharedCredentialStore(store)
                .build();
    }
}
