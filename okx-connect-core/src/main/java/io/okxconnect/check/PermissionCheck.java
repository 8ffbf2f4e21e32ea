package io.okxconnect.check;

import io.okxconnect.account.ApiPermission;
import io.okxconnect.account.ApiPermissions;
import io.okxconnect.account.PermissionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the key may do: enough for the app, and not more. */
final class PermissionCheck implements PlanningCheck {
    private final Set<ApiPermission> required;
    private final WithdrawPolicy withdraw;
    private final Set<ApiPermission> accepted;

    PermissionCheck(Set<ApiPermission> required, WithdrawPolicy withdraw, Set<ApiPermission> accepted) {
        this.required = required;
        this.withdraw = withdraw;
        this.accepted = accepted;
    }

    @Override
    public String id() {
        return AccountChecks.PERMISSIONS;
    }

    @Override
    public List<Finding> examine(CheckContext context) {
        ApiPermissions permissions = context.config().permissions();
        if (!permissions.isKnown()) {
            return List.of(unknown(context));
        }
        List<Finding> findings = new ArrayList<>();
        if (permissions.withdraw() == PermissionState.GRANTED) {
            findings.add(mayWithdraw(context));
        }
        required.stream()
                .filter(permission -> permissions.state(permission) != PermissionState.GRANTED)
                .forEach(permission -> findings.add(missing(permission, context)));
        if (!required.contains(ApiPermission.TRADE) && permissions.trade() == PermissionState.GRANTED) {
            findings.add(mayTradeNeedlessly(context));
        }
        permissions.unrecognised().forEach(permission -> findings.add(unrecognised(permission, context)));
        return findings;
    }

    @Override
    public List<WantedSetting> settings(CheckContext context) {
        ApiPermissions permissions = context.config().permissions();
        String current = permissions.isKnown() ? named(permissions.all()) : "not told by OKX";
        WantedSetting wanted =
                new WantedSetting(id(), "permissions of the key", current, wanted() + " and nothing else", null, null);
        String instructions = examine(context).stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .flatMap(finding -> finding.remedy().stream())
                .map(Remedy::instruction)
                .distinct()
                .collect(Collectors.joining(" "));
        return List.of(
                instructions.isEmpty()
                        ? wanted.asItIs()
                        : wanted.withRemedy(Remedy.onPage(instructions, OkxPages.apiKeys(context))));
    }

    private Finding unknown(CheckContext context) {
        return Finding.of(
                        Severity.REFUSE,
                        id() + ".unknown",
                        "OKX did not say what this key may do: the field perm of its answer is missing or empty.",
                        "A permission that is not known is not a permission that is missing: the key may be able to"
                                + " withdraw your money.")
                .withRemedy(OkxPages.onApiPage(
                        "Connect again in a few minutes. If this stays, create a new key with " + wanted()
                                + " and without Withdraw on OKX's API management page, and connect with that one.",
                        context));
    }

    private Finding mayWithdraw(CheckContext context) {
        Severity severity = switch (withdraw) {
            case REFUSE -> Severity.REFUSE;
            case WARN -> Severity.WARNING;
            case ALLOW -> Severity.INFO;
        };
        return Finding.of(
                        severity,
                        id() + ".withdraw",
                        "This key may withdraw money from the account.",
                        "Whoever gets hold of such a key can send your money to another address, and"
                                + " nobody can bring it"
                                + " back. Trading does not need this permission.")
                .withRemedy(OkxPages.onApiPage(
                        "Switch off Withdraw for this key on OKX's API management page, or create a new key with "
                                + wanted() + " only; then connect again.",
                        context));
    }

    private Finding missing(ApiPermission permission, CheckContext context) {
        boolean trade = permission.equals(ApiPermission.TRADE);
        String name = permission.displayName();
        return Finding.of(
                        Severity.ERROR,
                        id() + ".missing-" + codeWord(permission),
                        "This key does not have the permission " + name + ".",
                        trade
                                ? "Without it OKX refuses every order and every change of the"
                                        + " account's settings (50120),"
                                        + " also an order that would close a position."
                                : "Without it OKX refuses the calls that need it (50120)"
                                        + (permission.equals(ApiPermission.READ_ONLY)
                                                ? ": the app cannot see balances, positions and orders."
                                                : "."))
                .withRemedy(OkxPages.onApiPage(
                        "Switch on " + name
                                + " for this key on OKX's API management page, then check again; or create a"
                                + " new key with " + wanted() + " and connect with that one.",
                        context));
    }

    private Finding mayTradeNeedlessly(CheckContext context) {
        return Finding.of(
                        Severity.WARNING,
                        id() + ".trade-not-needed",
                        "This key may trade, although this app only reads.",
                        "Whoever gets hold of the key can place orders and move funds between your"
                                + " own OKX accounts. A key"
                                + " that may only read does no such harm.")
                .withRemedy(OkxPages.onApiPage(
                        "Switch off Trade for this key on OKX's API management page, or connect with a new key that may"
                                + " only read.",
                        context));
    }

    private Finding unrecognised(ApiPermission permission, CheckContext context) {
        boolean known = accepted.contains(permission) || required.contains(permission);
        return Finding.of(
                        known ? Severity.WARNING : Severity.REFUSE,
                        id() + ".unrecognised",
                        "This key has a permission that this version of okx-connect does not know: \"" + permission
                                + "\".",
                        "It cannot be said what the key may do with it: it may be able to move your money out of the"
                                + " account.")
                .withRemedy(OkxPages.onApiPage(
                        "Switch off every permission but " + wanted()
                                + " for this key on OKX's API management page, or create a new key with these only;"
                                + " then connect again. If the permission is needed, look for a newer version of"
                                + " okx-connect.",
                        context));
    }

    private String wanted() {
        return named(required);
    }

    private static String named(Set<ApiPermission> permissions) {
        return permissions.stream().map(ApiPermission::displayName).collect(Collectors.joining(" and "));
    }

    private static String codeWord(ApiPermission permission) {
        String word = permission.text().replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return word.isEmpty() ? "other" : word;
    }
}
