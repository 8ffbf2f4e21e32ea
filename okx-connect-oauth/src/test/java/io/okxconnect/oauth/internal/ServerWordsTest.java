package io.okxconnect.oauth.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.canary.Canary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Invalid redirect_uri, see code 53016. | Invalid redirect_uri, see code 53016.",
                "grant_type=authorization_code is fine | *** is fine",
                "authorization_code expired | authorization_code expired",
                "token eyJhbGciOiJIUzUxMiJ9.eyJjaWQiOiIxIn0.abcDEF123 bad | token *** bad",
                "key a1b2c3d4 bad | key *** bad",
                "look at https://evil.example/x?y | look at ***"
            })
    void shown_wordsStayAndKeysGo(String words, String shown) {
        assertThat(ServerWords.shown(words, List.of())).isEqualTo(shown);
    }

    @Test
    void shown_whatWasSent_isGoneInAnyCase() {
        assertThat(ServerWords.shown("no such client: MyClient! mYclient", List.of("myclient", "authorization_code")))
                .isEqualTo("no such client: ***! ***");
        for (String secret : Canary.all()) {
            assertThat(ServerWords.shown("bad (" + secret + ") or " + secret.toLowerCase(), List.of(secret)))
                    .isEqualTo("bad (***) or ***");
        }
    }

    @Test
    void shown_longOrInvisible_isShortAndPlain() {
        assertThat(ServerWords.shown("a b\u0000c\u200b\u001b[31m ".repeat(1_000), List.of()))
                .hasSize(200)
                .matches("[ -~]*");
    }
}
