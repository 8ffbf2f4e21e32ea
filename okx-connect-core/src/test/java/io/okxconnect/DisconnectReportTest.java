package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialMetadataBuilder;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import org.junit.jupiter.api.Test;

/** What is left to end at OKX, and where, by how the credential came to the app. */
class DisconnectReportTest {
    private static DisconnectReport report(CredentialOrigin origin, Site site, String ips) {
        CredentialMetadataBuilder key = CredentialMetadata.builder(ALICE)
                .site(site)
                .environment(TradingEnvironment.LIVE)
                .origin(origin)
                .boundIps(ips);
        if (origin != CredentialOrigin.OAUTH) {
            key.maskedApiKey("37c5…18");
        }
        return new DisconnectReport(ALICE, RemainingKey.of(key.build(), site));
    }

    @Test
    void toString_pastedKey_namesKeyAndPage() {
        DisconnectReport report = report(CredentialOrigin.MANUAL, Site.EEA, "");

        assertThat(report.remaining().page()).hasToString("https://my.okx.com/account/my-api?go-live-trading=1");
        assertThat(report.toString())
                .contains("'alice'", "Delete the key 37c5…18 at https://my.okx.com/account/my-api", "main account")
                .contains("Open orders, positions and trading bots were not touched")
                .doesNotContain("IP list");
    }

    @Test
    void toString_boundKey_namesItsAddresses() {
        DisconnectReport report = report(CredentialOrigin.MANUAL, Site.GLOBAL, "203.0.113.7,2001:db8::/32");

        assertThat(report.remaining().boundIps()).containsExactly("203.0.113.7", "2001:db8::/32");
        assertThat(report.toString()).contains("IP list (203.0.113.7, 2001:db8::/32)");
    }

    @Test
    void toString_fastApiKey_asksToLogInAndDeleteIt() {
        DisconnectReport report = report(CredentialOrigin.FAST_API, Site.GLOBAL, "");

        assertThat(report.toString()).contains("37c5…18", "with your consent", "log in at OKX", "www.okx.com");
    }

    @Test
    void toString_oauthTokens_asksToWithdrawTheConsent() {
        DisconnectReport report = report(CredentialOrigin.OAUTH, Site.US, "");

        assertThat(report.remaining().page()).hasToString("https://app.okx.com");
        assertThat(report.remaining().maskedApiKey()).isEqualTo("…");
        assertThat(report.toString()).contains("withdraw your consent", "connected apps");
    }
}
