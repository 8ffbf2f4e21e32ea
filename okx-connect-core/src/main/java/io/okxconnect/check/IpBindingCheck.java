package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.BoundIp;
import io.okxconnect.account.PermissionState;
import io.okxconnect.credential.CredentialKind;
import io.okxconnect.site.TradingEnvironment;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the key works from everywhere, and whether it dies when it is not used. */
final class IpBindingCheck implements PlanningCheck {
    @Override
    public String id() {
        return AccountChecks.IP_BINDING;
    }

    @Override
    public List<Finding> examine(CheckContext context) {
        AccountConfig config = context.config();
        if (!config.boundIps().isEmpty() || context.credentialKind() == CredentialKind.ACCESS_TOKEN) {
            return List.of();
        }
        return List.of(
                KeyExpiry.of(config.permissions(), config.boundIps(), context.environment(), context.lastUsedAt())
                        .map(expiry -> expires(expiry, context))
                        .orElseGet(() -> stays(context)));
    }

    @Override
    public List<WantedSetting> settings(CheckContext context) {
        if (context.credentialKind() == CredentialKind.ACCESS_TOKEN) {
            return List.of();
        }
        List<BoundIp> bound = context.config().boundIps();
        String current = bound.isEmpty()
                ? "every address"
                : bound.stream().map(BoundIp::toString).collect(Collectors.joining(", "));
        WantedSetting wanted = new WantedSetting(
                id(), "addresses from which the key works", current, "the addresses of this app", null, null);
        boolean matters = examine(context).stream().anyMatch(finding -> finding.severity() != Severity.INFO);
        return List.of(matters ? wanted.withRemedy(bind(context)) : wanted.asItIs());
    }

    private Finding expires(KeyExpiry expiry, CheckContext context) {
        long days = expiry.daysLeft(context.now());
        String left = days == 1 ? "1 day is left" : days + " days are left";
        return Finding.of(
                        Severity.WARNING,
                        id() + ".none",
                        "This key is bound to no IP address. OKX deletes such a key when it has not"
                                + " been used for 14 days:"
                                + " by now that would be on "
                                + expiry.expiresAt().atOffset(ZoneOffset.UTC).toLocalDate()
                                + " (" + left
                                + "). Each private call, a check included, starts the 14 days anew; an open"
                                + " data stream does not.",
                        "Without a bound address a stolen key works from any computer. And after a"
                                + " pause of 14 days the app"
                                + " finds its key deleted and cannot manage what it has open.")
                .withRemedy(bind(context));
    }

    private Finding stays(CheckContext context) {
        boolean trades = context.config().permissions().trade() != PermissionState.NOT_GRANTED;
        String why = context.environment() == TradingEnvironment.DEMO
                ? "OKX does not delete unused demo keys, and demo money is not real; bind the key you"
                        + " use for live trading."
                : "OKX does not delete such a key for not being used. Whoever gets hold of it can "
                        + (trades ? "trade with it" : "read your balances and orders") + " from any computer.";
        return Finding.of(Severity.INFO, id() + ".none", "This key is bound to no IP address.", why)
                .withRemedy(bind(context));
    }

    private static Remedy bind(CheckContext context) {
        return OkxPages.onApiPage(
                "Enter the public IP address of the machine that runs this app for this key on OKX's"
                        + " API management page (up"
                        + " to 20 addresses).",
                context);
    }
}
