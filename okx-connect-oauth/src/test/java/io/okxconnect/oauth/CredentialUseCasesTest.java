package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.Connection;
import io.okxconnect.canary.Canary;
import io.okxconnect.canary.CanaryRendering;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.oauth.error.FastApiException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxKeyRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cases U12 and U14 of the list of authorization cases. */
class CredentialUseCasesTest {
    private static final RestRequest ORDER = RestRequest.post("/api/v5/trade/order")
            .body(Map.of(
                    "instId",
                    "BTC-USDT",
                    "tdMode",
                    "cash",
                    "side",
                    "buy",
                    "ordType",
                    "limit",
                    "px",
                    "1",
                    "sz",
                    "0.001"))
            .build();

    private static String tagOf(Connection connection) {
        return connection.call(ORDER).row().requiredText("tag");
    }

    @Test
    void u12_twoKindsOfCredential_eachOrderCarriesTheCodeOfItsOwn() {
        try (FastApiScene scene = new FastApiScene(
                okx -> okx.brokerCode(CredentialOrigin.FAST_API, "OAuthBroker1")
                        .brokerCode(CredentialOrigin.MANUAL, "ApiBroker2"),
                fast -> {})) {
            scene.alice.demo().setBalance("USDT", "1000");
            Connection byConsent = scene.connect();
            SandboxApiKey pasted = scene.okx
                    .createUser("bob")
                    .createApiKey(SandboxKeyRequest.named("bob")
                            .environment(SandboxEnvironment.DEMO)
                            .passphrase(Canary.PASSPHRASE)
                            .read()
                            .trade());
            try (ApiKeyCredential key = ApiKeyCredential.of(pasted.apiKey(), pasted.secretKey(), pasted.passphrase())) {
                Connection byHand = scene.connector.connect(AccountId.of("bob"), key);

                assertThat(tagOf(byConsent)).isEqualTo("OAuthBroker1");
                assertThat(tag(scene, byHand)).isEqualTo("ApiBroker2");
            }
        }
    }

    /** Bob has no money: what he sent counts. */
    private static String tag(FastApiScene scene, Connection connection) {
        try {
            connection.call(ORDER);
        } catch (OkxConnectException refused) {
            // Looked at below.
        }
        return JsonValue.parse(scene.posts().get(scene.posts().size() - 1).revealBody())
                .requiredText("tag");
    }

    @Test
    void u14_fastApiConnect_nothingShowsMoreThanTheMaskedKey() {
        try (FastApiScene scene = new FastApiScene()) {
            scene.okx.nextAuthorizationCode(Canary.AUTHORIZATION_CODE);
            scene.okx.nextTokens(Canary.ACCESS_TOKEN, Canary.REFRESH_TOKEN);
            scene.okx.nextApiKey(Canary.API_KEY, Canary.SECRET_KEY);
            Connection connection = scene.connect();

            assertSilent(connection, scene.stored(FastApiScene.ALICE));
            assertThat(scene.stored(FastApiScene.ALICE).maskedApiKey()).contains("7c1e…13");

            scene.on(FastApiScene.CREATE)
                    .always()
                    .body("{\"code\":\"50117\",\"msg\":\"" + Canary.SECRET_KEY + "\",\"data\":[]}");
            FastApiException failure = scene.failed();
            assertSilent(failure, connection);
        }
    }

    @Test
    void u14_tokenConnect_nothingShowsATokenOrTheDeviceId() {
        try (OAuthScene scene = new OAuthScene(OAuthProfile.PKCE)) {
            Connection connection = scene.connect();

            assertSilent(connection, scene.metadata());
            assertThat(connection + " " + connection.status() + " " + scene.metadata())
                    .doesNotContain(OAuthScene.DEVICE);
        }
    }

    private static void assertSilent(Object... said) {
        for (Object each : List.of(said)) {
            assertThat(CanaryRendering.find(each)).isEmpty();
        }
        Connection connection = List.of(said).stream()
                .filter(Connection.class::isInstance)
                .map(Connection.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(CanaryRendering.find(connection.status())).isEmpty();
    }
}
