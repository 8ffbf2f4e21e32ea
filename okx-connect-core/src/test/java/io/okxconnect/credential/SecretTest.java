package io.okxconnect.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.canary.Canary;
import io.okxconnect.canary.CanaryGraph;
import io.okxconnect.canary.CanaryRendering;
import io.okxconnect.error.InvalidArgumentException;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final byte[] BYTES = Canary.SECRET_KEY.getBytes(StandardCharsets.UTF_8);

    @Test
    void of_eachForm_holdsUtf8() {
        String text = "пароль-🔑";
        byte[] expected = text.getBytes(StandardCharsets.UTF_8);
        for (Secret secret : new Secret[] {Secret.of(text), Secret.of(text.toCharArray()), Secret.of(expected)}) {
            assertThat(bytes(secret)).isEqualTo(expected);
        }
    }

    @Test
    void of_arrayChangedAfterwards_isUnaffected() {
        byte[] mine = BYTES.clone();
        Secret secret = Secret.of(mine);
        Arrays.fill(mine, (byte) 0);
        assertThat(Arrays.equals(bytes(secret), BYTES)).isTrue();
    }

    @Test
    void of_emptyOrHalfACharacter_isRefused() {
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> Secret.of(new byte[0]));
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> Secret.of(""));
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> Secret.of(new char[0]));
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> Secret.of("half a pair \uD83D"))
                .satisfies(e -> assertThat(e.argument()).isEqualTo("characters"));
        assertThatThrownBy(() -> Secret.of((char[]) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("characters");
    }

    @Test
    void use_lentArray_isACopyAndWipedAfterwards() {
        Secret secret = Secret.of(BYTES);
        AtomicReference<byte[]> kept = new AtomicReference<>();
        secret.use(SecretAccess.insecure(), lent -> {
            kept.set(lent);
            lent[0] ^= 1;
            return null;
        });
        assertThat(kept.get()).containsOnly(0);
        assertThat(Arrays.equals(bytes(secret), BYTES)).isTrue();
    }

    @Test
    void use_functionThrows_lentArrayIsWiped() {
        AtomicReference<byte[]> kept = new AtomicReference<>();
        assertThatThrownBy(() -> Secret.of(BYTES).use(SecretAccess.insecure(), lent -> {
                    kept.set(lent);
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        assertThat(kept.get()).containsOnly(0);
    }

    @Test
    void use_withoutToken_isRefused() {
        assertThatThrownBy(() -> Secret.of(BYTES).use(null, lent -> lent.length))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("access");
    }

    @Test
    void close_wipesAndEndsEveryUse() throws Exception {
        Secret secret = Secret.of(BYTES);
        Secret copy = secret.copy();
        var field = Secret.class.getDeclaredField("bytes");
        field.setAccessible(true);
        secret.close();
        secret.destroy();
        assertThat((byte[]) field.get(secret)).containsOnly(0);
        assertThat(secret.isDestroyed()).isTrue();
        assertThatThrownBy(() -> bytes(secret)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(secret::copy).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> copy.constantTimeEquals(secret)).isInstanceOf(IllegalStateException.class);
        assertThat(copy.isDestroyed()).isFalse();
        assertThat(Arrays.equals(bytes(copy), BYTES)).isTrue();
    }

    @Test
    void equals_sameBytes_isIdentityOnly() {
        Secret one = Secret.of(BYTES);
        Secret two = Secret.of(BYTES);
        assertThat(one.equals(two)).isFalse();
        assertThat(one.constantTimeEquals(two)).isTrue();
        assertThat(one.constantTimeEquals(Secret.of("another"))).isFalse();
    }

    @Test
    void renderings_showNothing() {
        Secret secret = Secret.of(BYTES);
        assertThat(secret).hasToString("Secret[redacted]");
        assertThat(CanaryRendering.find(secret)).isEmpty();
        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(secret))
                .isInstanceOf(NotSerializableException.class);
        // The walker that is run over exceptions does see it: none may hold a secret.
        assertThat(CanaryGraph.find(secret)).isPresent();
    }

    private static byte[] bytes(Secret secret) {
        return secret.use(SecretAccess.insecure(), byte[]::clone);
    }
}
