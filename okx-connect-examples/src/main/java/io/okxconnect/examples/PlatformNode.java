package io.okxconnect.examples;

import io.okxconnect.ExchangeConnector;
import io.okxconnect.credential.JdbcCredentialStore;
import io.okxconnect.oauth.FastApiConnector;
import io.okxconnect.oauth.JdbcPendingAuthorizationStore;

/**
 * One node of a platform: what each of its processes opens when it starts. It keeps nothing itself, so there may be any number.
 *
 * @param credentials the accounts of all nodes
 * @param pending what users began on any node
 * @param okx reads and checks the accounts
 * @param fastApi connects them
 */
record PlatformNode(
        JdbcCredentialStore credentials,
        JdbcPendingAuthorizationStore pending,
        ExchangeConnector okx,
        FastApiConnector fastApi)
        implements AutoCloseable {

    static PlatformNode start(PlatformDatabase database, AppRegistration registration, KeyPlace place) {
        JdbcCredentialStore credentials = JdbcCredentialStore.builder(database.dataSource())
                .keyProvider(database.key())
                .open();
        JdbcPendingAuthorizationStore pending = JdbcPendingAuthorizationStore.builder(database.dataSource())
                .keyProvider(database.key())
                .open();
        ExchangeConnector okx = ExchangeConnector.okx()
                .site(place.site())
                .environment(place.environment())
                .sharedCredentialStore(credentials)
                .build();
        FastApiConnector fastApi = FastApiConnector.builder(okx)
                .client(registration.clientId(), registration.clientSecret())
                .redirectUri(registration.redirectUri())
                .label("exampleapp")
                .pendingAuthorizations(pending)
                .build();
        return new PlatformNode(credentials, pending, okx, fastApi);
    }

    @Override
    public void close() {
        fastApi.close();
        okx.close();
        pending.close();
        credentials.close();
    }
}
