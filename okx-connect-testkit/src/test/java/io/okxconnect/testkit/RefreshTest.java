package io.okxconnect.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.testkit.SigningClient.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New tokens for old ones. */
class RefreshTest {
    @Test
    void refresh_givesANewPairAndKillsTheOldAtOnce() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            SandboxTokens old = scene.alice.issueTokens(scene.app);

            Result result = scene.token(scene.refresh(refreshToken(old)));

            assertThat(result.status()).isEqualTo(200);
            String fresh = result.json().path("access_token").asText();
            assertThat(result.json().path("refresh_token").asText()).isNotEqualTo(refreshToken(old));
            assertThat(scene.get(OAuthScene.CONFIG, fresh).code()).isEqualTo("0");
            refused(scene.get(OAuthScene.CONFIG, old.accessToken()), 400, "53003");
            refused(scene.token(scene.refresh(refreshToken(old))), 400, "53005");
            assertThat(scene.get(OAuthScene.CONFIG, fresh).code()).isEqualTo("0");
        }
    }

    @Test
    void refresh_byManyAtOnce_isGoodForOne() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            Map<String, String> refresh = scene.refresh(refreshToken(scene.alice.issueTokens(scene.app)));

            List<Result> answers = OAuthScene.atOnce(8, () -> scene.token(refresh));

            assertThat(answers.stream().filter(it -> it.status() == 200)).hasSize(1);
            assertThat(answers.stream()
                            .filter(it -> it.status() == 400 && it.code().equals("53005")))
                    .hasSize(7);
        }
    }

    @Test
    void refresh_reusedWithTheSwitch_revokesTheWholeFamily() throws Exception {
        try (OAuthScene scene = new OAuthScene(SandboxSwitch.REFRESH_REUSE_REVOKES)) {
            SandboxTokens old = scene.alice.issueTokens(scene.app);
            Result fresh = scene.token(scene.refresh(refreshToken(old)));

            refused(scene.token(scene.refresh(refreshToken(old))), 400, "53005");

            refused(scene.get(OAuthScene.CONFIG, accessToken(fresh)), 400, "53003");
            refused(scene.token(scene.refresh(refreshToken(fresh))), 400, "53003");
        }
    }

    @ParameterizedTest
    @CsvSource({"REPLACED_TOKENS_ARE_INVALID, 53000", "REPLACED_TOKENS_ARE_EXPIRED, 53002"})
    void replacedToken_withASwitch_isToldOtherwise(SandboxSwitch reading, String code) throws Exception {
        try (OAuthScene scene = new OAuthScene(reading)) {
            SandboxTokens old = scene.alice.issueTokens(scene.app);
            scene.token(scene.refresh(refreshToken(old)));

            refused(scene.get(OAuthScene.CONFIG, old.accessToken()), 400, code);
        }
    }

    @Test
    void accessToken_afterAnHour_is53002UntilRefreshed() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            SandboxTokens tokens = scene.alice.issueTokens(scene.app);
            scene.okx.clock().advance(Duration.ofHours(1).minusMillis(1));
            assertThat(scene.get(OAuthScene.CONFIG, tokens.accessToken()).code())
                    .isEqualTo("0");

            scene.okx.clock().advance(Duration.ofMillis(1));
            refused(scene.get(OAuthScene.CONFIG, tokens.accessToken()), 400, "53002");
            assertThat(scene.get(OAuthScene.CONFIG, accessToken(scene.token(scene.refresh(refreshToken(tokens)))))
                            .code())
                    .isEqualTo("0");
        }
    }

    @Test
    void refreshToken_afterThreeDays_is53005_andEachHasThreeDaysOfItsOwn() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            SandboxTokens first = scene.alice.issueTokens(scene.app);
            scene.okx.clock().advance(Duration.ofDays(3).minusMillis(1));
            Result second = scene.token(scene.refresh(refreshToken(first)));
            assertThat(second.status()).isEqualTo(200);

            scene.okx.clock().advance(Duration.ofDays(3).minusMillis(1));
            Result third = scene.token(scene.refresh(refreshToken(second)));
            assertThat(third.status()).isEqualTo(200);

            scene.okx.clock().advance(Duration.ofDays(3));
            refused(scene.token(scene.refresh(refreshToken(third))), 400, "53005");
        }
    }

    @Test
    void refreshToken_withAFixedWindow_endsThreeDaysAfterTheConsent() throws Exception {
        try (OAuthScene scene = new OAuthScene(SandboxSwitch.REFRESH_WINDOW_FIXED)) {
            SandboxTokens first = scene.alice.issueTokens(scene.app);
            scene.okx.clock().advance(Duration.ofDays(2));
            Result second = scene.token(scene.refresh(refreshToken(first)));

            scene.okx.clock().advance(Duration.ofDays(1));
            refused(scene.token(scene.refresh(refreshToken(second))), 400, "53005");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "refresh_token, '', 53011, 400",
        "refresh_token, never-issued, 53005, 400",
        "client_secret, '', 53011, 400",
        "client_secret, wrong, 53010, 400",
        "client_id, nobody, 53010, 400",
    })
    void refresh_notInOrder_isRefusedAndLeavesThePairAlone(String name, String value, String code, int status)
            throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            SandboxTokens tokens = scene.alice.issueTokens(scene.app);
            Map<String, String> body = scene.refresh(refreshToken(tokens));
            body.put(name, value);

            refused(scene.token(body), status, code);

            assertThat(scene.token(scene.refresh(refreshToken(tokens))).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void refresh_byAnotherAppOrAtAnotherSite_is53005() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            SandboxTokens tokens = scene.alice.issueTokens(scene.app);

            refused(scene.token(scene.deviceRefresh(refreshToken(tokens))), 400, "53005");
            refused(scene.token(scene.okx.uri(SandboxSite.US), scene.refresh(refreshToken(tokens))), 400, "53005");
        }
    }

    @Test
    void deviceRefresh_namesTheDeviceAndNoSecret() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            SandboxTokens tokens = scene.alice.issueTokens(scene.deviceApp, OAuthScene.TERM_ID);
            Map<String, String> body = scene.deviceRefresh(refreshToken(tokens));

            body.put("term_id", "another-device");
            refused(scene.token(body), 401, "53006");
            body.remove("term_id");
            refused(scene.token(body), 400, "53011");
            body.put("term_id", OAuthScene.TERM_ID);
            Result fresh = scene.token(body);

            assertThat(scene.get(OAuthScene.CONFIG, accessToken(fresh), "TERMID", OAuthScene.TERM_ID)
                            .code())
                    .isEqualTo("0");
            refused(scene.get(OAuthScene.CONFIG, accessToken(fresh), "TERMID", "another-device"), 401, "53006");
        }
    }

    @Test
    void switches_forRefreshing_askForLess() throws Exception {
        try (OAuthScene scene =
                new OAuthScene(SandboxSwitch.REFRESH_WITHOUT_SECRET, SandboxSwitch.REFRESH_WITHOUT_TERM_ID)) {
            Map<String, String> body = scene.refresh(refreshToken(scene.alice.issueTokens(scene.app)));
            body.remove("client_secret");
            assertThat(scene.token(body).status()).isEqualTo(200);

            Map<String, String> device =
                    scene.deviceRefresh(refreshToken(scene.alice.issueTokens(scene.deviceApp, OAuthScene.TERM_ID)));
            device.remove("term_id");
            assertThat(scene.token(device).status()).isEqualTo(200);
        }
    }

    @Test
    void answer_lostAfterTheRotation_leavesTheOldPairDead() throws Exception {
        try (OAuthScene scene = new OAuthScene()) {
            SandboxTokens tokens = scene.alice.issueTokens(scene.app);
            scene.okx.faults().on("POST", OAuthScene.TOKEN).carriedOut().status(503);

            assertThat(scene.token(scene.refresh(refreshToken(tokens))).status())
                    .isEqualTo(503);

            refused(scene.token(scene.refresh(refreshToken(tokens))), 400, "53005");
        }
    }

    private static String refreshToken(SandboxTokens tokens) {
        return tokens.refreshToken().orElseThrow();
    }

    private static String refreshToken(Result result) {
        return result.json().path("refresh_token").asText();
    }

    private static String accessToken(Result result) {
        return result.json().path("access_token").asText();
    }

    private static void refused(Result result, int status, String code) {
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.status()).isEqualTo(status);
    }
}
