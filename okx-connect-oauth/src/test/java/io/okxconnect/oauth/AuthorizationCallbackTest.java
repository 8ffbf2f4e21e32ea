package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.oauth.AuthorizationCallback.Code;
import io.okxconnect.oauth.AuthorizationCallback.Malformed;
import io.okxconnect.oauth.AuthorizationCallback.Refusal;
import io.okxconnect.oauth.internal.SecretText;
import java.net.URI;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationCallbackTest {

    @Test
    void parse_code_givesItsPartsDecodedOnce() {
        Code code = (Code) AuthorizationCallback.parse(URI.create(
                "https://app.example.com/cb?code=a%2Bb+c%2526&state=s-1&domain=https%3a%2F%2Fwww.okx.com&iss=i&x=%FF"));
        assertThat(SecretText.of(code.code())).isEqualTo("a+b c%26");
        assertThat(SecretText.of(code.state().orElseThrow())).isEqualTo("s-1");
        assertThat(code.domain()).contains("https://www.okx.com");
        assertThat(code.issuer()).contains("i");
    }

    @Test
    void parse_codeAlone_hasNothingElse() {
        Code code = (Code) AuthorizationCallback.parseQuery("code=c");
        assertThat(code.state()).isEmpty();
        assertThat(code.domain()).isEmpty();
        assertThat(code.issuer()).isEmpty();
    }

    @Test
    void parse_refusal_keepsTheCodeOnlyIfItIsOne() {
        assertThat(refusal("error=access_denied&error_description=nein%0danke&state=s".replace("%0d", "%20"))
                        .error())
                .isEqualTo("access_denied");
        assertThat(refusal("error=%3Cscript%3E&state=s").error()).isEqualTo("unspecified");
        assertThat(refusal("error_msg=%E4%B8%8D").error()).isEqualTo("unspecified");
        assertThat(refusal("error_description=").state()).isEmpty();
        assertThat(refusal("error=a&iss=i").issuer()).contains("i");
    }

    private static Refusal refusal(String query) {
        return (Refusal) AuthorizationCallback.parseQuery(query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "state=s",
                "code=",
                "code",
                "code=+",
                "code=a&code=a",
                "code=a&%63ode=a",
                "code=a&state=s&state=s",
                "code=a&domain=x&domain=x",
                "code=a&iss=x&iss=x",
                "error=a&error=a",
                "code=a&error=b",
                "code=a&error_msg=",
                "code=a&error_description=b",
                "code=a%00",
                "code=a%0a",
                "code=%c3%a9",
                "code=a&state=%7f",
                "code=a&state=",
                "code=a&domain=",
                "code=a&domain=%09https://www.okx.com",
                "code=%",
                "code=%4",
                "code=%4x",
                "code=%\uFF14\uFF11",
                "code=\u00e9",
                "code=%ff",
                "code=%c0%af",
                "%ff=1&code=a",
                "error=%00",
                "error_msg=%0a"
            })
    void parseQuery_somethingNoServerSends_isMalformed(String query) {
        assertThat(AuthorizationCallback.parseQuery(query)).isInstanceOf(Malformed.class);
    }

    @Test
    void parseQuery_atTheLimits_isRead() {
        assertThat(AuthorizationCallback.parseQuery("code=" + "a".repeat(4_096)))
                .isInstanceOf(Code.class);
        assertThat(AuthorizationCallback.parseQuery("code=" + "a".repeat(4_097)))
                .isInstanceOf(Malformed.class);
        assertThat(AuthorizationCallback.parseQuery("code=a&state=" + "a".repeat(512)))
                .isInstanceOf(Code.class);
        assertThat(AuthorizationCallback.parseQuery("code=a&state=" + "a".repeat(513)))
                .isInstanceOf(Malformed.class);
        assertThat(AuthorizationCallback.parseQuery("code=a&x=" + "a".repeat(8_183)))
                .isInstanceOf(Code.class);
        assertThat(AuthorizationCallback.parseQuery("code=a&x=" + "a".repeat(8_184)))
                .isInstanceOf(Malformed.class);
        assertThat(AuthorizationCallback.parseQuery("code=a" + "&".repeat(63))).isInstanceOf(Code.class);
        assertThat(AuthorizationCallback.parseQuery("code=a" + "&".repeat(64))).isInstanceOf(Malformed.class);
    }

    @Test
    void parse_fragment_isMalformed() {
        assertThat(AuthorizationCallback.parse(URI.create("https://a/cb?code=a&state=s#x")))
                .isInstanceOf(Malformed.class);
        assertThat(AuthorizationCallback.parse(URI.create("https://a/cb#code=a")))
                .isInstanceOf(Malformed.class);
        assertThat(AuthorizationCallback.parse(URI.create("https://a/cb"))).isInstanceOf(Malformed.class);
    }

    @Test
    void parseQuery_randomBytes_neverThrowsAndNeverEchoes() {
        Random random = new Random(4);
        String[] pieces = {
            "code=",
            "state=",
            "domain=",
            "error=",
            "error_msg=",
            "&",
            "&",
            "&",
            "a",
            "Z9",
            "%20",
            "%zz",
            "%ff",
            "%",
            "+",
            "\u0000",
            "\u00e9",
            "=",
            ";"
        };
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder query = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                query.append(pieces[random.nextInt(pieces.length)]);
            }
            seen.add(AuthorizationCallback.parseQuery(query.toString()).toString());
        }
        // A fixed few, whatever came in.
        assertThat(seen).hasSizeBetween(5, 30).allMatch(text -> text.startsWith("AuthorizationCallback."));
    }
}
