package io.okxconnect.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every text of every built-in finding has to keep to, over all combinations of settings. */
class FindingTextsTest {
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S*[^\\s.]");

    @Test
    void check_allCombinations_textsAreWholeSentencesWithBothNamesAndTheUsersOwnSite() {
        Set<String> codes = new TreeSet<>();
        for (Site site : Site.all()) {
            Set<Finding> found = new LinkedHashSet<>();
            for (CheckContext context : contexts(site)) {
                for (AccountRequirements requirements : profiles()) {
                    found.addAll(requirements.check(context).findings());
                }
            }
            found.forEach(finding -> assertReadable(finding, site));
            found.forEach(finding -> codes.add(finding.code()));
        }

        assertThat(codes)
                .containsExactly(
                        "account-mode.shared-collateral",
                        "account-mode.unknown",
                        "account-mode.wrong",
                        "account-owner.main",
                        "account-owner.sub",
                        "clock-skew.large",
                        "ip-binding.none",
                        "isolated-margin.contracts-not-automatic",
                        "isolated-margin.cross-positions",
                        "isolated-margin.margin-not-automatic",
                        "isolated-margin.not-available",
                        "isolated-margin.per-order",
                        "permissions.missing-read-only",
                        "permissions.missing-trade",
                        "permissions.trade-not-needed",
                        "permissions.unknown",
                        "permissions.unrecognised",
                        "permissions.withdraw",
                        "position-mode.unknown",
                        "position-mode.wrong");
    }

    private static void assertReadable(Finding finding, Site site) {
        String remedy = finding.remedy().map(Remedy::instruction).orElse("Nothing.");
        assertThat(List.of(finding.message(), finding.reason(), remedy))
                .allMatch(text -> text.matches("(?s)[A-Z].*\\."), "a whole sentence")
                .noneMatch(text -> text.contains("  ") || text.contains("null") || text.contains("Optional"));
        String all = finding.toString();
        assertThat(all.replace("Futures mode (single-currency margin)", "")).doesNotContain("Futures mode");
        Matcher addresses = ADDRESS.matcher(all);
        while (addresses.find()) {
            assertThat(addresses.group()).startsWith(site.webOrigin().toString());
        }
        if (finding.severity().compareTo(Severity.ERROR) <= 0) {
            assertThat(finding.remedy()).as(finding.code()).isPresent();
        }
    }

    private static List<AccountRequirements> profiles() {
        return List.of(
                AccountRequirements.futuresTrading(), AccountRequirements.spot(), AccountRequirements.readOnly());
    }

    private static List<CheckContext> contexts(Site site) {
        List<CheckContext> contexts = new ArrayList<>();
        for (String perm : List.of("", "trade", "read_only", "read_only,trade,withdraw,earn")) {
            for (String acctLv : List.of("1", "2", "3", "4", "5")) {
                for (String posMode : List.of("net_mode", "long_short_mode", "new_mode")) {
                    for (String isolated : List.of("automatic", "autonomy", "quick_margin", "new_mode")) {
                        for (TradingEnvironment environment : TradingEnvironment.values()) {
                            contexts.add(context(
                                    site,
                                    environment,
                                    Accounts.config(
                                            "perm",
                                            perm,
                                            "acctLv",
                                            acctLv,
                                            "posMode",
                                            posMode,
                                            "ctIsoMode",
                                            isolated,
                                            "mgnIsoMode",
                                            isolated,
                                            "ip",
                                            "",
                                            "mainUid",
                                            posMode.equals("net_mode") ? "44705892343619584" : "1",
                                            "type",
                                            "77")));
                        }
                    }
                }
            }
        }
        return contexts;
    }

    private static CheckContext context(Site site, TradingEnvironment environment, AccountConfig config) {
        return CheckContext.builder(config, site, environment, Accounts.NOW)
                .clockOffset(Duration.ofMillis(-12_345), Duration.ofMillis(40))
                .positions(() -> List.of(Accounts.position("BTC-USDT-SWAP", "cross", "3")))
                .build();
    }
}
