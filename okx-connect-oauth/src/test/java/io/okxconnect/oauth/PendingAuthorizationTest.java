package io.okxconnect.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.okxconnect.canary.Canary;
import io.okxconnect.error.InvalidArgumentException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PendingAuthorizationTest {

    @Test
    void toBytes_andBack_losesNothing() {
        try (PendingAuthorization pending = Records.pending(Canary.STATE, "eea");
                PendingAuthorization read = PendingAuthorization.fromBytes(pending.toBytes())) {
            assertThat(read.id()).isEqualTo(pending.id());
            assertThat(read.profile()).isEqualTo(OAuthProfile.FAST_API);
            assertThat(read.accountId()).isEqualTo(pending.accountId());
            assertThat(read.siteName()).isEqualTo("eea");
            assertThat(read.environment()).isEqualTo(pending.environment());
            assertThat(read.redirectUri()).isEqualTo(Desk.REDIRECT);
            assertThat(read.sessionDigest()).isEqualTo(Desk.SESSION.digest());
            assertThat(read.createdAt()).isEqualTo(SettableClock.START);
            assertThat(read.expiresAt()).isEqualTo(pending.expiresAt());
            assertThat(read.attributes()).isEqualTo(pending.attributes());
            assertThat(read.codeVerifier()
                            .orElseThrow()
                            .constantTimeEquals(pending.codeVerifier().orElseThrow()))
                    .isTrue();
            assertThat(read.toBytes()).isEqualTo(pending.toBytes());
        }
    }

    @Test
    void toBytes_holdNeitherStateNorSession() {
        try (PendingAuthorization pending = Records.pending(Canary.STATE, "eea")) {
            assertThat(new String(pending.toBytes(), UTF_8))
                    .doesNotContain(Canary.STATE)
                    .doesNotContain("session-of-the-victim");
            assertThat(pending.toString()).doesNotContain(pending.id()).doesNotContain(Canary.CODE_VERIFIER);
        }
    }

    @Test
    void fromBytes_damaged_isRefusedWithoutAnEcho() {
        Random random = new Random(7);
        Set<String> messages = new HashSet<>();
        byte[] good = Records.pending(Canary.STATE, "eea").toBytes();
        for (int i = 0; i < 2_000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(7));
            try {
                PendingAuthorization.fromBytes(bad).close();
            } catch (InvalidArgumentException e) {
                messages.add(e.getMessage() + e.getCause());
            }
        }
        assertThat(messages)
                .singleElement(STRING)
                .startsWith("bytes: must be what")
                .endsWith("null");
        String other = new String(good, UTF_8).replace("{\"v\":1", "{\"v\":2");
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> PendingAuthorization.fromBytes(other.getBytes(UTF_8)));
    }

    @Test
    void sessionBinding_shortOrLong_isRefused() {
        assertThat(SessionBinding.of("0123456789abcdef").digest())
                .isEqualTo(SessionBinding.of("0123456789abcdef").digest())
                .isNotEqualTo(SessionBinding.ofThisProcess().digest());
        for (String bad : new String[] {"", "0123456789abcde", "x".repeat(1_025)}) {
            assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> SessionBinding.of(bad));
        }
    }
}
