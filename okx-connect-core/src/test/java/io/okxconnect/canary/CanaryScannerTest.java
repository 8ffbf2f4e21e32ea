package io.okxconnect.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryScannerTest {

    @ParameterizedTest
    @ValueSource(strings = {Decoy.KEY, Decoy.PASSPHRASE})
    void find_eachForm_isFound(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        assertFound(secret);
        assertFound(secret.substring(0, 8));
        assertFound(secret.substring(secret.length() - 8));
        assertFound(new StringBuilder(secret).reverse().toString());
        assertFound(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        assertFound(HexFormat.of().formatHex(bytes));
        assertFound(HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT));
        assertFound(Arrays.toString(bytes));
        for (Charset utf16 : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            assertThat(Decoy.SCANNER.find(("~" + secret + "~").getBytes(utf16))).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xy", "xyz", "user:", "{\"passphrase\":\""})
    void find_base64AtAnyOffset_isFound(String before) {
        byte[] bytes = (before + Decoy.PASSPHRASE + "-after").getBytes(StandardCharsets.UTF_8);
        assertFound(Base64.getEncoder().encodeToString(bytes));
        assertFound(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Test
    void find_maskedKeyAndOrdinaryText_isNotFound() {
        assertThat(Decoy.SCANNER.find("f2b7…48 GET /api/v5/account/config 200 12 ms"))
                .isEmpty();
        assertThat(Decoy.SCANNER.find("")).isEmpty();
        assertThat(Decoy.SCANNER.find(Decoy.KEY.substring(9, 30))).isEmpty();
    }

    @Test
    void accept_secretInPieces_isFound() {
        CanaryScanner.Scan scan = Decoy.SCANNER.new Scan();
        "first pL5$w".chars().forEach(scan::accept);
        assertThat(scan.found()).isEmpty();
        "N9*h last".chars().forEach(scan::accept);
        assertThat(scan.found()).contains("DECOY_PASSPHRASE, first 8 characters");
        assertThat(scan.found()).isEmpty();
    }

    @Test
    void find_overlappingFalseStarts_isFound() {
        assertFound("pL5pL5$wNpL5$wN9*h");
    }

    private static void assertFound(String text) {
        assertThat(Decoy.SCANNER.find("before " + text + " after"))
                .as("a form of the decoy")
                .isPresent();
    }
}
