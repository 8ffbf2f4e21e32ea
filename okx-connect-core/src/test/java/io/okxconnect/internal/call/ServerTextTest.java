package io.okxconnect.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.canary.Canary;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTextTest {

    @Test
    void masked_everyKindOfKey_isGone() {
        for (String secret : Canary.all()) {
            if (secret.equals(Canary.PASSPHRASE) || secret.equals(Canary.STORE_PASSWORD)) {
                continue; // no form of their own: the pipeline passes what it sent
            }
            assertThat(ServerText.masked("key " + secret + ", ip 203.0.113.7", List.of()))
                    .doesNotContain(secret)
                    .contains("203.0.113.7");
        }
        assertThat(ServerText.masked("pass " + Canary.PASSPHRASE + "!", List.of(Canary.PASSPHRASE)))
                .isEqualTo("pass ***!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZQ8!VR2#KT6@MW4X",
                "zq8!vr2#kt6@mw4x",
                "zQ8!\u200BvR2#kT6@mW4x",
                "zQ8!\u00ADvR2#\uFE0FkT6@\u034FmW4x",
                "zQ8!\nvR2#\r\nkT6@\u0000mW4x",
                "zQ8!\u2028vR2#kT6@mW4x",
                "elE4IXZSMiNrVDZAbVc0eA==",
                "elE4IXZSMiNrVDZAbVc0eA",
                "elE4IXZS\u200BMiNrVDZAbVc0eA"
            })
    void masked_ownValueInAnotherForm_isGone(String echo) {
        assertThat(ServerText.masked("pass <" + echo + ">.", List.of(Canary.PASSPHRASE)))
                .isEqualTo("pass <***>.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "abc"})
    void masked_shortValueInsideABase64Text_isGone(String before) {
        String secret = Canary.PASSPHRASE.substring(0, 9);
        String echo = Base64.getEncoder().encodeToString((before + secret).getBytes(StandardCharsets.UTF_8));
        String own = echo.substring(4, 14);

        assertThat(ServerText.masked("got " + echo, List.of(secret)))
                .contains("***")
                .doesNotContain(own);
        assertThat(ServerText.masked("got " + echo.replace('+', '-').replace('/', '_'), List.of(secret)))
                .contains("***")
                .doesNotContain(own);
    }

    @Test
    void masked_keySplitByInvisibleCharacters_isGone() {
        assertThat(ServerText.masked("key E81D5B0A93F74C26\u200BB7A0D9E4136F58C2", List.of()))
                .isEqualTo("key ***");
    }

    @Test
    void masked_hostileTextAndSecret_endsSoon() {
        String text = "z" + "\u200B".repeat(1_998) + "!";
        assertThat(ServerText.masked(text.repeat(50), List.of("zzzzzzzz", "z\u200Bz", "\\E.*+?[", "    ", "")))
                .hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void masked_ordinaryTexts_stayReadable() {
        for (String text : List.of(
                "Parameter posSide  error",
                "Order 590909308792049444 of BTC-USDT-SWAP-240628 does not exist.",
                "account-level-switch-preset first",
                "资金不足")) {
            assertThat(ServerText.masked(text, List.of())).isEqualTo(text);
        }
    }

    @Test
    void masked_controlCharactersAndLength_areBounded() {
        assertThat(ServerText.masked("a\r\nb\u001b[31m\u202ec\uD800", List.of()))
                .isEqualTo("ab[31mc");
        assertThat(ServerText.masked("x ".repeat(10_000_000), List.of())).hasSizeLessThanOrEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource({
        "Your IP 203.0.113.7 is not included,203.0.113.7",
        "Your IP 2001:db8::7 is not included,2001:db8::7",
        "IP: 2001:db8:0:0:0:0:0:7.,2001:db8:0:0:0:0:0:7",
        "ip 999.1.1.1 then 10.0.0.1,10.0.0.1",
        "no address 1.2.3 at 12:30:15,''",
        "version 1.2.3.4.5,''",
        "a::b::c,''",
        "'',''"
    })
    void ipAddress_textOf50110_isFoundOrNot(String text, String expected) {
        assertThat(ServerText.ipAddress(text)).isEqualTo(expected);
    }
}
