package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;
import static io.okxconnect.TestExchange.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.doctor.Cause;
import io.okxconnect.doctor.ConnectFailedException;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.CredentialStoreException.Reason;
import io.okxconnect.error.DifferentAccountException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxUser;
import org.junit.jupiter.api.Test;

/** A stored key stays with its account and its host, whatever store, network and other settings do. */
class StoredKeySafetyTest extends ConnectorScene {
    @Test
    void connection_connectorKnowsAnotherHostOfTheSite_keyGoesWhereItWasAccepted() {
        connect(exchange.tradingKey());

        try (OkxSandbox elsewhere = OkxSandbox.start();
                ExchangeConnector other = settings()
                        .site(Site.custom("sandbox", elsewhere.uri()))
                        .sharedCredentialStore(store)
                        .build()) {
            assertThat(other.connection(ALICE).check().isReady()).isTrue();

            assertThat(elsewhere.journal().find(request -> true)).isEmpty();
        }
    }

    @Test
    void check_answerAboutAnotherUser_isNeitherStoredNorConnected() {
        Connection alice = connect(exchange.tradingKey());
        exchange.okx
                .faults()
                .on("GET", "/api/v5/account/config")
                .body("{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"uid\":\"999\",\"mainUid\":\"999\",\"acctLv\":\"2\","
                        + "\"posMode\":\"net_mode\",\"perm\":\"read_only,trade\",\"ip\":\"\"}]}");

        assertThatThrownBy(alice::check).isInstanceOf(DifferentAccountException.class);

        assertThat(alice.status().isUsable()).isFalse();
        assertThat(okx.connections().get(0).metadata().uid()).contains(exchange.alice.uid());
        assertThat(alice.check().isReady()).isTrue();
    }

    @Test
    void replaceCredential_storeFailsAfterItHasStored_goesOnWithWhatIsStored() {
        connect(exchange.tradingKey());
        SandboxApiKey second = exchange.tradingKey();
        StoreProbe probe = new StoreProbe(store);
        try (ExchangeConnector other = exchange.connector(probe);
                ApiKeyCredential credential = credential(second)) {
            Connection alice = other.connection(ALICE);
            alice.check();
            probe.afterSave = () -> {
                throw new CredentialStoreException(Reason.IO, "The answer was lost.", "Try again.", null);
            };

            ReplacementReport report = alice.replaceCredential(credential);
            probe.afterSave = () -> {};

            assertThat(alice.maskedApiKey())
                    .isEqualTo(report.maskedApiKey())
                    .startsWith(second.apiKey().substring(0, 4));
            assertThat(alice.check().isReady()).isTrue();
        }
    }

    @Test
    void replaceCredential_storedWithoutUserId_learnsItFromTheStoredKeyFirst() {
        SandboxUser bob = exchange.okx.createUser("bob");
        SandboxApiKey bobs = bob.createApiKey(exchange.keyRequest().read().trade());
        CredentialMetadata nameless = CredentialMetadata.builder(ALICE)
                .site(Site.custom("sandbox", exchange.okx.uri()))
                .environment(TradingEnvironment.DEMO)
                .origin(CredentialOrigin.MANUAL)
                .build();
        try (ApiKeyCredential alices = credential(exchange.tradingKey());
                StoredCredential first = StoredCredential.of(nameless, 1, alices);
                ApiKeyCredential other = credential(bobs)) {
            store.save(first);

            assertThatThrownBy(() -> okx.connection(ALICE).replaceCredential(other))
                    .isInstanceOf(DifferentAccountException.class);
        }
        assertThat(okx.connections().get(0).metadata().uid()).contains(exchange.alice.uid());
    }

    @Test
    void disconnect_storeCannotDelete_nothingIsSignedUntilItCan() {
        connect(exchange.tradingKey());
        StoreProbe probe = new StoreProbe(store);
        try (ExchangeConnector other = exchange.connector(probe)) {
            Connection alice = other.connection(ALICE);
            probe.beforeDelete = () -> {
                throw new CredentialStoreException(Reason.IO, "The disk is gone.", "Try again.", null);
            };
            assertThatThrownBy(alice::disconnect).isInstanceOf(CredentialStoreException.class);
            exchange.okx.journal().clear();

            assertThatThrownBy(() -> other.connection(ALICE)).isInstanceOf(ConnectionClosedException.class);
            assertThat(other.checkAll().results().get(0).status().state()).isEqualTo(ConnectionState.DISCONNECTED);
            assertThat(exchange.signedRequests()).isZero();

            probe.beforeDelete = () -> {};
            alice.disconnect();
            assertThat(store.list()).isEmpty();
        }
    }

    @Test
    void connect_otherPartsForADeletedKeyOfSomebodyElse_tellsNothingOfItsHistory() {
        SandboxApiKey key = exchange.tradingKey();
        connect(key);
        key.delete();
        try (ApiKeyCredential guessed =
                ApiKeyCredential.of(key.apiKey(), "0123456789ABCDEF0123456789ABCDEF", "Guessed-phrase-1!")) {
            ConnectFailedException failed = catchThrowableOfType(
                    ConnectFailedException.class, () -> okx.connect(AccountId.of("mallory"), guessed));

            assertThat(failed.diagnosis().cause()).isEqualTo(Cause.KEY_UNKNOWN);
        }
    }
}
