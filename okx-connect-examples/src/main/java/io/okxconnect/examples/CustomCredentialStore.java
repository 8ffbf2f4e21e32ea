package io.okxconnect.examples;

import io.okxconnect.Connection;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Credentials in a store of the app's own: the connector that made the connection ends, another one finds it again. */
final class CustomCredentialStore implements Example {
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
        try (KeyValueCredentialStore store = new KeyValueCredentialStore();
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

    private static ExchangeConnector connector(PastedKey key, KeyValueCredentialStore store) {
        return ExchangeConnector.okx()
                .site(key.site())
                .environment(key.environment())
                .sharedCredentialStore(store)
                .build();
    }
}
