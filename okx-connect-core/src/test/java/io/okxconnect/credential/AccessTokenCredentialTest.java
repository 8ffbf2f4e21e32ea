package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.contract.CredentialSamples;
import io.okxconnect.error.CredentialStoreException;
import io.okxconnect.error.InvalidArgumentException;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenCredentialTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456789Z");

    private static AccessTokenCredential bare() {
        try (Secret access = Secret.of(Canary.ACCESS_TOKEN)) {
            return AccessTokenCredential.builder(access).receivedAt(NOW).build();
        }
    }

    @Test
    void build_callersSecretIsClosed_keepsItsOwn() {
        try (AccessTokenCredential tokens = bare();
                Secret same = Secret.of(Canary.ACCESS_TOKEN)) {
            assertThat(tokens.accessToken().constantTimeEquals(same)).isTrue();
            assertThat(tokens.receivedAt()).isEqualTo(Instant.parse("2026-11-22T12:00:00.123Z"));
            assertThat(tokens.refreshToken()).isEmpty();
        }
    }

    @Test
    void build_withoutTime_namesIt() {
        try (Secret access = Secret.of(Canary.ACCESS_TOKEN)) {
            assertThatThrownBy(() -> AccessTokenCredential.builder(access).build())
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("receivedAt");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"has blank", "has\nbreak", "h\u00e4t", "\u0000"})
    void builder_notSendable_isRefusedWithoutAnEcho(String text) {
        try (Secret bad = Secret.of(text);
                Secret good = Secret.of(Canary.ACCESS_TOKEN)) {
            assertThatThrownBy(() -> AccessTokenCredential.builder(bad))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageNotContaining(text);
            assertThatThrownBy(() -> AccessTokenCredential.builder(good).deviceId(bad))
                    .hasMessageContaining("deviceId");
            assertThatThrownBy(() -> AccessTokenCredential.builder(good).refreshToken(bad))
                    .hasMessageContaining("refreshToken");
        }
    }

    @Test
    void builder_tooLong_isRefused() {
        char[] text = new char[16_385];
        Arrays.fill(text, 'x');
        try (Secret tooLong = Secret.of(text)) {
            assertThatThrownBy(() -> AccessTokenCredential.builder(tooLong))
                    .isInstanceOf(InvalidArgumentException.class);
        }
    }

    @Test
    void copy_originalIsClosed_livesOn() {
        AccessTokenCredential tokens = CredentialSamples.tokens();
        try (AccessTokenCredential copy = tokens.copy();
                AccessTokenCredential same = CredentialSamples.tokens()) {
            tokens.close();
            assertThat(copy.hasSameAccessToken(same)).isTrue();
            assertThat(copy.scopes()).isEqualTo(same.scopes());
            assertThat(copy.refreshExpiresAt()).isEqualTo(same.refreshExpiresAt());
        }
        assertThatThrownBy(tokens::copy).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void close_wipesAllThree() {
        AccessTokenCredential tokens = CredentialSamples.tokens();
        Secret refresh = tokens.refreshToken().orElseThrow();
        Secret device = tokens.deviceId().orElseThrow();

        tokens.close();

        assertThat(tokens.accessToken().isDestroyed()).isTrue();
        assertThat(refresh.isDestroyed()).isTrue();
        assertThat(device.isDestroyed()).isTrue();
    }

    @Test
    void toString_holdsNoToken() {
        try (AccessTokenCredential tokens = CredentialSamples.tokens()) {
            assertThat(tokens)
                    .hasToString("AccessTokenCredential[expires 2026-01-02T04:04:05.678Z, refresh token present]");
        }
    }

    @Test
    void stored_withoutWhatIsOptional_comesBackWithoutIt() {
        try (AccessTokenCredential tokens = bare();
                StoredCredential stored = StoredCredential.of(CredentialSamples.metadata("alice"), 1, tokens);
                StoredCredential back = StoredCredential.fromBytes(stored.toBytes())) {
            AccessTokenCredential read = (AccessTokenCredential) back.credential();
            assertThat(read.hasSameAccessToken(tokens)).isTrue();
            assertThat(read.refreshToken()).isEmpty();
            assertThat(read.deviceId()).isEmpty();
            assertThat(read.expiresAt()).isEmpty();
            assertThat(read.refreshExpiresAt()).isEmpty();
            assertThat(read.scopes()).isEmpty();
        }
    }

    @Test
    void decode_cutAnywhere_isDamage() {
        byte[] whole;
        try (AccessTokenCredential tokens = CredentialSamples.tokens()) {
            whole = CredentialCodec.encode(tokens);
        }
        for (int length = 1; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> CredentialCodec.decode(part)).isInstanceOf(CredentialStoreException.class);
        }
    }
}
