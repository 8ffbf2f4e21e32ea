package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.okxconnect.oauth.error.CallbackRejectedException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ten thousand domains that differ from a site's by as little as they can: none is taken for the site. */
class NearMissHostsTest {
    private static final long SEED = 20_261_122L;

    private final Desk desk = new Desk();

    @Test
    void confirm_nearMiss_isRejected() {
        NearMissHosts misses = new NearMissHosts(new Random(SEED));
        Set<String> tried = new HashSet<>();
        Set<String> messages = new HashSet<>();
        while (tried.size() < 10_000) {
            String domain = misses.next();
            boolean same = List.of("https://www.okx.com", "https://www.okx.com/")
                    .contains(domain.replaceAll("^ +| +$", "").toLowerCase(Locale.ENGLISH));
            if (same || !tried.add(domain)) {
                continue;
            }
            try {
                CallbackOrigins.confirm(domain, desk.global, List.of(desk.global, desk.eea));
                throw new AssertionError("seed " + SEED + ": accepted " + domain);
            } catch (CallbackRejectedException e) {
                messages.add(e.getMessage());
            }
        }
        // Fixed words: nothing of a domain is repeated.
        assertThat(messages).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void confirm_kelvinSign_isNoLetterK() {
        assertThat("OKX".replace('K', '\u212A').toLowerCase(Locale.ROOT)).isEqualTo("okx");
        assertThatExceptionOfType(CallbackRejectedException.class)
                .isThrownBy(
                        () -> CallbackOrigins.confirm("https://www.O\u212AX.com", desk.global, List.of(desk.global)));
    }

    @Test
    void confirm_exactOrigin_isTheTablesOwnEntry() {
        assertThat(CallbackOrigins.confirm(" https://www.okx.com/ ", desk.global, List.of(desk.global)))
                .isSameAs(desk.global.callbackOrigins().iterator().next());
    }
}
