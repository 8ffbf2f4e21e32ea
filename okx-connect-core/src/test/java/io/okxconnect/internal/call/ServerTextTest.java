package io.okxconnect.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.canary.Canary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .isEqualTo("a  b [31m c");
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
