package io.okxconnect.readme;

import io.okxconnect.Connection;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.check.AccountRequirements;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.EncryptedFileCredentialStore;
import io.okxconnect.site.TradingEnvironment;
import java.nio.file.Path;

/** The README's first snippet, compiled as an app outside our packages would write it. */
final class FiveLineConnect {
    private FiveLineConnect() {}

    static void connect(char[] masterPassword, String apiKey, String secretKey, String passphrase) {
        // snippet
        try (ExchangeConnector okx = ExchangeConnector.okx()
                .environment(TradingEnvironment.DEMO)
                .credentialStore(EncryptedFileCredentialStore.open(Path.of("okx.vault"), masterPassword))
                .requirements(AccountRequirements.futuresTrading())
                .build()) {

            Connection alice = okx.connect(AccountId.of("alice"), ApiKeyCredential.of(apiKey, secretKey, passphrase));

            System.out.println(alice.status()); // CONNECTED, or what is missing and how to fix it
            System.out.println(alice.balance().totalEquity());
        }
        // end of snippet
    }
}
