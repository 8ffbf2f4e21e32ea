package io.okxconnect.examples;

import io.okxconnect.Connection;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.check.AccountRequirements;
import io.okxconnect.check.CheckReport;
import io.okxconnect.check.Finding;
import io.okxconnect.check.Remedy;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * The main job: a pasted key becomes a checked, stored, CONNECTED account. Without keys in the environment it runs against the
 * sandbox; with them against the real OKX, where it changes nothing unless {@code --apply} is given.
 */
final class FirstConnection implements Example {
    private static final String APPLY = "--apply";

    @Override
    public String name() {
        return "first-connection";
    }

    @Override
    public String summary() {
        return "connect a pasted key, see what is missing, fix it, show the balances (the main job)";
    }

    @Override
    public int run(List<String> options, Map<String, String> environment, PrintStream out) {
        for (String option : options) {
            if (!option.equals(APPLY)) {
                out.println("Unknown option '" + option + "'. The only one is " + APPLY
                        + ": also change the account's settings at the real OKX.");
                return 2;
            }
        }
        if (PastedKey.isIn(environment)) {
            try (PastedKey key = PastedKey.from(environment)) {
                out.println("Connecting at " + key.site() + ", " + key.environment() + ".");
                key.credential().shapeWarnings().forEach(warning -> out.println("Note: " + warning));
                return connect(key, options.contains(APPLY), out);
            }
        }
        if (PastedKey.isForgottenIn(environment)) {
            out.println(
                    "A site or an environment is set but no key (OKX_API_KEY, OKX_SECRET_KEY, OKX_PASSPHRASE): this is the"
                            + " sandbox.");
        }
        try (SandboxStory sandbox = SandboxStory.begin(out);
                PastedKey key = sandbox.key()) {
            return connect(key, true, out);
        }
    }

    private static int connect(PastedKey key, boolean mayApply, PrintStream out) {
        try (ExchangeConnector okx = ExchangeConnector.okx()
                        .site(key.site())
                        .environment(key.environment())
                        .requirements(AccountRequirements.futuresTrading())
                        .build();
                ApiKeyCredential credential = key.credential()) {

            Connection alice = okx.connect(AccountId.of("alice"), credential);
            out.println();
            out.println("Connected as '" + alice.accountId() + "' with key " + alice.maskedApiKey() + ".");
            printFindings(alice.status().findings(), out);
            out.println("Status: " + alice.status().state());

            CheckReport report = alice.check();
            List<Remedy> remedies = report.automaticRemedies();
            if (!remedies.isEmpty() && mayApply) {
                out.println();
                out.println("Applying what one call can fix:");
                alice.apply(remedies).results().forEach(result -> out.println("  " + result));
                out.println("Status: " + alice.status().state());
            } else if (!remedies.isEmpty()) {
                out.println(
                        "Read-only: nothing was changed. Run again with " + APPLY + " to fix what one call can fix.");
            }

            out.println();
            BalanceTable.print(alice.balance(), out);
            out.println();
            out.println("My exchanges:");
            okx.connections().forEach(summary -> out.println("  " + summary));
            boolean usable = alice.status().isUsable();
            out.println();
            out.println(alice.disconnect());
            return usable ? 0 : 3;
        }
    }

    private static void printFindings(List<Finding> findings, PrintStream out) {
        for (Finding finding : findings) {
            out.println();
            out.println("  [" + finding.severity() + "] " + finding.message());
            out.println("      Why: " + finding.reason());
            finding.remedy().ifPresent(remedy -> out.println("      Fix: " + remedy));
        }
        out.println();
    }
}
