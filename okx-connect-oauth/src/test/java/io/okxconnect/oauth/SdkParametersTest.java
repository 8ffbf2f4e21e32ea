package io.okxconnect.oauth;

import static io.okxconnect.oauth.OAuthScene.ALICE;
import static io.okxconnect.oauth.OAuthScene.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.canary.Canary;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What a page with OKX's script is given, for the two profiles that have a client secret. */
class SdkParametersTest {
    private static final URI REDIRECT = URI.create("https://app.example.com/okx/callback?x=1&y=a%20b");

    @Test
    void codeProfile_hasTheMembersAndTheRedirectEncodedOnce() {
        try (OAuthScene scene = new OAuthScene(OAuthProfile.AUTHORIZATION_CODE);
                OAuthConnector oauth =
                        scene.builder(scene.connector).redirectUri(REDIRECT).build()) {
            AuthorizationRequest request = oauth.begin(ALICE, SESSION);
            SdkParameters sdk = request.sdkParameters();

            assertThat(sdk.requestUrl()).isEqualTo(scene.okx.uri());
            assertThat(sdk.authorize())
                    .containsOnlyKeys(
                            "response_type", "access_type", "client_id", "redirect_uri", "scope", "state")
                    .containsEntry("response_type", "code")
                    .containsEntry("access_type", "offline")
                    .containsEntry("client_id", scene.clientId)
                    .containsEntry("scope", "read_only,trade")
                    .containsEntry("state", Queries.of(request.uri()).get("state"))
                    .containsEntry(
                            "redirect_uri",
                            "https%3A%2F%2Fapp.example.com%2Fokx%2Fcallback%3Fx%3D1%26y%3Da%2520b");
            assertThat(sdk.toString()).doesNotContain(sdk.authorize().get("state"));
        }
    }

    @Test
    void fastApi_asksForItsScope() {
        try (FastApiScene scene = new FastApiScene()) {
            SdkParameters sdk = scene.fast.begin(ALICE, SESSION).sdkParameters();

            assertThat(sdk.authorize())
                    .containsEntry("scope", "fast_api")
                    .containsEntry("redirect_uri", "https%3A%2F%2Fapp.example.com%2Fokx%2Fcallback")
                    .doesNotContainKey("code_challenge");
            assertThat(sdk.authorize().values()).doesNotContain(Canary.CLIENT_SECRET);
        }
    }
}
