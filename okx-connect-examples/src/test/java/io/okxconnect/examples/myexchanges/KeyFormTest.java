package io.okxconnect.examples.myexchanges;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.ShapeHint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page hints at while somebody types is what the library would hint at. */
class KeyFormTest {
    private static final String API_KEY = "0a1b2c3d-0a1b-2c3d-4e5f-0123456789ab";
    private static final String SECRET_KEY = "0123456789ABCDEF0123456789abcdef";

    @ParameterizedTest
    @ValueSource(
            strings = {
                API_KEY,
                SECRET_KEY,
                "0A1B2C3D-0a1b-2c3d-4e5f-0123456789ab",
                "0a1b2c3d-0a1b-2c3d-4e5f-0123456789a",
                "0a1b2c3d-0a1b-2c3d-4e5f-0123456789ag",
                "0123456789ABCDEF0123456789abcde",
                "short",
                "eight ch",
                "exactly-32-characters-long-text!",
                "more-than-32-characters-long-text!"
            })
    void patterns_agreeWithTheLibrary(String text) {
        assertThat(text.matches(KeyForm.API_KEY.pattern()))
                .isEqualTo(fits(ApiKeyCredential.of(text, SECRET_KEY, "Passphrase1!"), ShapeHint.API_KEY_FORM));
        assertThat(text.matches(KeyForm.SECRET_KEY.pattern()))
                .isEqualTo(fits(ApiKeyCredential.of(API_KEY, text, "Passphrase1!"), ShapeHint.SECRET_KEY_FORM));
        assertThat(text.matches(KeyForm.PASSPHRASE.pattern()))
                .isEqualTo(fits(ApiKeyCredential.of(API_KEY, SECRET_KEY, text), ShapeHint.PASSPHRASE_LENGTH));
    }

    private static boolean fits(ApiKeyCredential key, ShapeHint odd) {
        try (key) {
            return !key.shapeHints().contains(odd);
        }
    }
}
