package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.okxconnect.credential.Secret;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.oauth.internal.SecretText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeVerifierTest {

    @Test
    void challenge_verifierOfRfc7636_isTheKnownAnswer() {
        try (CodeVerifier verifier = of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")) {
            assertThat(verifier.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
            assertThat(verifier).hasToString("CodeVerifier[redacted]");
        }
    }

    @Test
    void generate_tenThousand_areDistinctAndWellFormed() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            try (CodeVerifier verifier = CodeVerifier.generate()) {
                seen.add(SecretText.of(verifier.secret()));
            }
        }
        assertThat(seen).hasSize(10_000).allMatch(text -> text.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void of_textThatIsNoVerifier_isRefused() {
        String good = "a".repeat(43);
        of(good).close();
        of("-._~" + "A9".repeat(62)).close();
        for (String bad : List.of("a".repeat(42), "a".repeat(129), good + "+", good + "=", good + " ", good + "é")) {
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> of(bad))
                    .withMessageNotContaining(bad);
        }
    }

    @Test
    void close_wipesIt() {
        CodeVerifier verifier = CodeVerifier.generate();
        verifier.close();
        assertThatIllegalStateException().isThrownBy(verifier::challenge);
    }

    private static CodeVerifier of(String text) {
        try (Secret secret = Secret.of(text)) {
            return CodeVerifier.of(secret);
        }
    }
}
