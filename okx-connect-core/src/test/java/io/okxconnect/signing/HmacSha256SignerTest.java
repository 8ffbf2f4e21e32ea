package io.okxconnect.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.Secret;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HmacSha256SignerTest {
    private static final byte[] NO_BODY = new byte[0];

    static List<SigningVector> vectors() {
        return SigningVector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void sign_publishedVector_isReproduced(SigningVector vector) {
        try (Secret secret = vector.secret();
                HmacSha256Signer signer = HmacSha256Signer.of(secret)) {
            assertThat(vector.signedBy(signer)).isEqualTo(vector.signature());
        }
    }

    @Test
    void vectors_all40_areThereAndWrongFormsDifferFromRightOnes() {
        Map<String, SigningVector> byId =
                vectors().stream().collect(Collectors.toMap(SigningVector::id, Function.identity()));
        assertThat(byId).hasSize(40);
        Map.of(
                        "S11", "S10", "S16", "S15", "S17x", "S17", "S21", "S20", "S22", "S1", "S23", "S1", "S30", "S1",
                        "S31x", "S31", "S32", "S1", "W5", "W3")
                .forEach((wrong, right) -> assertThat(byId.get(wrong).signature())
                        .as("%s against %s", wrong, right)
                        .isNotEqualTo(byId.get(right).signature()));
        assertThat(byId.values()).extracting(SigningVector::signature).doesNotHaveDuplicates();
    }

    @Test
    void sign_keysOfEveryLength_equalsTheJdksMac() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int length = 1; length <= 200; length++) {
            byte[] key = new byte[length];
            random.nextBytes(key);
            byte[] body = new byte[random.nextInt(400)];
            random.nextBytes(body);
            String path = "/api/v5/ключ?n=" + random.nextLong();
            try (Secret secret = Secret.of(key);
                    HmacSha256Signer signer = HmacSha256Signer.of(secret)) {
                assertThat(signer.sign("2024-01-01T00:00:00.000Z", "POST", path, body))
                        .as("seed %s, key of %s bytes", seed, length)
                        .isEqualTo(JdkMac.sign(key, "2024-01-01T00:00:00.000Z" + "POST" + path, body));
            }
        }
    }

    @Test
    void sign_secretClosedAfterwards_signsOn() {
        Secret secret = Secret.of(Canary.SECRET_KEY);
        HmacSha256Signer signer = HmacSha256Signer.of(secret);
        secret.close();
        assertThat(signer.sign("t", "GET", "/p", NO_BODY))
                .isEqualTo(JdkMac.sign(Canary.SECRET_KEY.getBytes(UTF_8), "tGET/p", NO_BODY));
    }

    @Test
    void of_destroyedSecret_isRefused() {
        Secret secret = Secret.of(Canary.SECRET_KEY);
        secret.close();
        assertThatThrownBy(() -> HmacSha256Signer.of(secret)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sign_closed_isRefusedAndStatesAreWiped() throws Exception {
        HmacSha256Signer signer = HmacSha256Signer.of(Secret.of(Canary.SECRET_KEY));
        signer.close();
        signer.close();
        assertThatThrownBy(() -> signer.sign("t", "GET", "/p", NO_BODY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> signer.signWebSocketLogin("1704876947")).isInstanceOf(IllegalStateException.class);
        byte[] hashOfNothing = MessageDigest.getInstance("SHA-256").digest();
        for (String name : List.of("inner", "outer")) {
            var field = HmacSha256Signer.class.getDeclaredField(name);
            field.setAccessible(true);
            assertThat(((MessageDigest) field.get(signer)).digest()).as(name).isEqualTo(hashOfNothing);
        }
    }

    @Test
    void toString_openSigner_showsNothingOfTheKey() {
        assertThat(HmacSha256Signer.of(Secret.of(Canary.SECRET_KEY))).hasToString("HmacSha256Signer[redacted]");
    }

    @Test
    void sign_warmedUp_allocatesAtMost800Bytes() throws Exception {
        HmacSha256Signer signer = HmacSha256Signer.of(Secret.of(Canary.SECRET_KEY));
        Instant now = Instant.parse("2020-12-08T09:08:57.715Z");
        AllocatedBytes allocated = new AllocatedBytes();
        int rounds = 20_000;
        long fewest = Long.MAX_VALUE;
        // Before the JIT has had its turn a signature takes more; how long that lasts is the machine's affair.
        for (int pass = 0; pass < 200 && fewest > 800; pass++) {
            long before = allocated.now();
            for (int i = 0; i < rounds; i++) {
                signer.sign(SigningTimestamp.iso(now), "GET", "/api/v5/account/balance?ccy=BTC", NO_BODY);
            }
            long used = allocated.now() - before;
            fewest = Math.min(fewest, used / rounds);
        }
        assertThat(fewest).isLessThanOrEqualTo(800);
    }
}
