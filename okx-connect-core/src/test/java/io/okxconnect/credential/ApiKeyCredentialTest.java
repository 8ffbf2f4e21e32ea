package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.canary.Canary;
import io.okxconnect.canary.CanaryGraph;
import io.okxconnect.canary.CanaryRendering;
import io.okxconnect.error.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyCredentialTest {

    @Test
    void of_threeStrings_keepsThem() {
        try (ApiKeyCredential key = canary()) {
            assertHoldsCanaries(key);
            assertThat(key.kind()).isEqualTo(CredentialKind.API_KEY);
            assertThat(key.shapeWarnings()).isEmpty();
            assertThat(key.maskedApiKey()).isEqualTo("7c1e…13");
            assertThat(key).hasToString("ApiKeyCredential[7c1e…13]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\n",
                "\r\n",
                "\t",
                "\u00a0",
                "\u2007",
                "\u202f",
                "\u3000",
                "\ufeff",
                "\u200b",
                "\u200d",
                "\u2060",
                " \ufeff\u200b\n"
            })
    void of_pastedWithSurroundings_dropsThem(String around) {
        try (ApiKeyCredential key = ApiKeyCredential.of(
                around + Canary.API_KEY + around,
                around + Canary.SECRET_KEY + around,
                around + Canary.PASSPHRASE + around)) {
            assertHoldsCanaries(key);
            assertThat(key.shapeWarnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\ufeff", "\0"})
    void of_nothingLeft_isRefusedByName(String value) {
        assertEachPartRefused(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%s\r\nX-Injected: 1", "%s\n%s", "%s\0", "a%s\u007f", "%s é", "%s\u200b%s", "%s 密码", "%s🔑"})
    void of_whatNoHeaderCarries_isRefusedByNameWithoutValue(String form) {
        assertEachPartRefused(form.replace("%s", Canary.PASSPHRASE));
    }

    @Test
    void of_tooLong_isRefusedByName() {
        assertEachPartRefused("x".repeat(257));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s\"", "%s,", "apikey: %s", "<b>%s</b>", "(%s)"})
    void shapeHints_otherCharactersAroundAPart_areNoticed(String form) {
        try (ApiKeyCredential key = ApiKeyCredential.of(
                form.replace("%s", Canary.API_KEY), form.replace("%s", Canary.SECRET_KEY), Canary.PASSPHRASE)) {
            assertThat(key.shapeHints()).contains(ShapeHint.STRAY_IN_API_KEY, ShapeHint.STRAY_IN_SECRET_KEY);
            assertThat(CanaryGraph.find(key.shapeWarnings())).isEmpty();
        }
    }

    @Test
    void shapeHints_blanksWithinAPart_areNoticed() {
        try (ApiKeyCredential key = ApiKeyCredential.of(
                Canary.API_KEY.substring(0, 9) + " " + Canary.API_KEY.substring(9),
                Canary.SECRET_KEY.substring(0, 20) + "  " + Canary.SECRET_KEY.substring(20),
                Canary.PASSPHRASE)) {
            assertThat(key.shapeHints()).contains(ShapeHint.STRAY_IN_API_KEY, ShapeHint.STRAY_IN_SECRET_KEY);
        }
    }

    @Test
    void shapeHints_longerTextOfTheSameDigits_isNotTakenForAKeyWithSomethingAround() {
        try (ApiKeyCredential key =
                ApiKeyCredential.of(Canary.API_KEY + "0", Canary.SECRET_KEY + "0", Canary.PASSPHRASE)) {
            assertThat(key.shapeHints()).containsExactly(ShapeHint.API_KEY_FORM, ShapeHint.SECRET_KEY_FORM);
        }
    }

    @Test
    void hasSameApiKey_otherSecretAndPassphrase_countsTheKeyAlone() {
        try (ApiKeyCredential key = canary();
                ApiKeyCredential same = ApiKeyCredential.of(Canary.API_KEY, "other", "Other-phrase-1!");
                ApiKeyCredential other = ApiKeyCredential.of("other", Canary.SECRET_KEY, Canary.PASSPHRASE)) {
            assertThat(key.hasSameApiKey(same)).isTrue();
            assertThat(key.hasSameApiKey(other)).isFalse();
        }
    }

    @Test
    void shapeWarnings_oddShapes_areNamedWithoutValue() {
        assertWarnings(
                ApiKeyCredential.of("not-a-uuid", Canary.SECRET_KEY, Canary.PASSPHRASE), "API key does not look");
        assertWarnings(ApiKeyCredential.of(Canary.API_KEY, "short", Canary.PASSPHRASE), "secret key does not look");
        assertWarnings(ApiKeyCredential.of(Canary.API_KEY, Canary.SECRET_KEY, "short"), "passphrase does not look");
        assertWarnings(
                ApiKeyCredential.of(Canary.SECRET_KEY, Canary.API_KEY, Canary.PASSPHRASE),
                "API key does not look",
                "secret key does not look",
                "API key and the secret key look swapped");
        assertWarnings(
                ApiKeyCredential.of(Canary.API_KEY, Canary.PASSPHRASE, Canary.SECRET_KEY),
                "secret key does not look",
                "secret key and the passphrase look swapped");
        assertWarnings(
                ApiKeyCredential.of(Canary.PASSPHRASE, Canary.SECRET_KEY, Canary.API_KEY),
                "API key does not look",
                "passphrase does not look",
                "API key and the passphrase look swapped");
    }

    @Test
    void maskedApiKey_shortKey_showsNothing() {
        try (ApiKeyCredential key = ApiKeyCredential.of("123456789012345", Canary.SECRET_KEY, Canary.PASSPHRASE)) {
            assertThat(key.maskedApiKey()).isEqualTo("…");
        }
    }

    @Test
    void close_wipesAllThreeButNotCopies() {
        ApiKeyCredential key = canary();
        ApiKeyCredential copy = key.copy();
        key.close();
        key.close();
        assertThat(key.secretKey().isDestroyed()).isTrue();
        assertThat(key.passphrase().isDestroyed()).isTrue();
        assertThatThrownBy(() -> key.apiKey(SecretAccess.insecure())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(key::copy).isInstanceOf(IllegalStateException.class);
        assertHoldsCanaries(copy);
        copy.close();
    }

    @Test
    void of_characterArrays_leavesThemAlone() {
        char[] secret = Canary.SECRET_KEY.toCharArray();
        ApiKeyCredential.of(Canary.API_KEY.toCharArray(), secret, Canary.PASSPHRASE.toCharArray())
                .close();
        assertThat(secret.length == 32 && secret[0] == 'E').isTrue();
    }

    @Test
    void renderings_showNoSecret() {
        ApiKeyCredential key = canary();
        assertThat(CanaryRendering.find(key)).isEmpty();
        assertThat(key.equals(canary())).isFalse();
    }

    private static ApiKeyCredential canary() {
        return ApiKeyCredential.of(Canary.API_KEY, Canary.SECRET_KEY, Canary.PASSPHRASE);
    }

    private static void assertHoldsCanaries(ApiKeyCredential key) {
        assertThat(key.apiKey(SecretAccess.insecure()).equals(Canary.API_KEY)).isTrue();
        assertThat(text(key.secretKey()).equals(Canary.SECRET_KEY)).isTrue();
        assertThat(text(key.passphrase()).equals(Canary.PASSPHRASE)).isTrue();
    }

    private static String text(Secret secret) {
        return secret.use(SecretAccess.insecure(), bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static void assertEachPartRefused(String value) {
        assertRefused("apiKey", value, Canary.SECRET_KEY, Canary.PASSPHRASE);
        assertRefused("secretKey", Canary.API_KEY, value, Canary.PASSPHRASE);
        assertRefused("passphrase", Canary.API_KEY, Canary.SECRET_KEY, value);
    }

    private static void assertRefused(String part, String apiKey, String secretKey, String passphrase) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> ApiKeyCredential.of(apiKey, secretKey, passphrase))
                .satisfies(e -> assertThat(e.argument()).isEqualTo(part))
                .satisfies(e -> assertThat(CanaryGraph.find(e)).isEmpty());
    }

    private static void assertWarnings(ApiKeyCredential key, String... parts) {
        List<String> warnings = key.shapeWarnings();
        assertThat(warnings).hasSameSizeAs(parts);
        for (int i = 0; i < parts.length; i++) {
            assertThat(warnings.get(i)).contains(parts[i]);
        }
        assertThat(CanaryGraph.find(warnings)).isEmpty();
        key.close();
    }
}
