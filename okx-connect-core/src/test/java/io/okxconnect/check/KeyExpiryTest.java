package io.okxconnect.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.account.ApiPermissions;
import io.okxconnect.account.BoundIp;
import io.okxconnect.site.TradingEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyExpiryTest {
    private static final Instant USED = Instant.parse("2026-11-01T06:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "'read_only,trade', '', LIVE, true",
        "'withdraw', '', LIVE, true",
        "'', '', LIVE, true",
        "'read_only', '', LIVE, false",
        "'read_only,trade', 203.0.113.7, LIVE, false",
        "'read_only,trade', '', DEMO, false"
    })
    void of_keyOfEachKind_expiresOnlyIfLiveUnboundAndAbleToTradeOrWithdraw(
            String perm, String ip, TradingEnvironment environment, boolean expires) {
        List<BoundIp> bound = ip.isEmpty() ? List.of() : List.of(new BoundIp(ip));

        assertThat(KeyExpiry.of(ApiPermissions.parse(perm), bound, environment, USED)
                        .isPresent())
                .isEqualTo(expires);
    }

    @Test
    void daysLeft_asTimePasses_countsFullDaysDownToZero() {
        KeyExpiry expiry = KeyExpiry.of(ApiPermissions.parse("trade"), List.of(), TradingEnvironment.LIVE, USED)
                .orElseThrow();

        assertThat(expiry.expiresAt()).isEqualTo("2026-11-15T06:30:00Z");
        assertThat(expiry.daysLeft(USED)).isEqualTo(14);
        assertThat(expiry.daysLeft(USED.plusMillis(1))).isEqualTo(13);
        assertThat(expiry.daysLeft(USED.plus(Duration.ofDays(13)))).isEqualTo(1);
        assertThat(expiry.daysLeft(USED.plus(Duration.ofDays(14)))).isZero();
        assertThat(expiry.daysLeft(USED.plus(Duration.ofDays(40)))).isZero();
    }
}
