package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.AccountMode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes one {@link SetupPlan}: asks the checks what they want, and the switches whether OKX would do it now. */
final class PlanMaker {
    private final AccountRequirements requirements;
    private final RemedyContext context;
    private final AccountConfig config;
    private final List<WantedSetting> wanted;
    private final ChangeOrder order;

    private PlanMaker(AccountRequirements requirements, RemedyContext context, Instant now) {
        this.requirements = requirements;
        this.context = context;
        this.config = context.readConfig();
        CheckContext look = CheckContext.builder(config, context.site(), context.environment(), now)
                .positions(() -> context.open().positions())
                .build();
        this.wanted = requirements.checks().stream()
                .flatMap(check -> settings(check, look))
                .toList();
        this.order = new ChangeOrder(config.accountMode(), goal());
    }

    static SetupPlan make(AccountRequirements requirements, RemedyContext context, Instant now) {
        return new PlanMaker(requirements, context, now).make(now);
    }

    private SetupPlan make(Instant now) {
        Optional<PlanItem> accountMode = wanted.stream()
                .filter(setting -> setting.isOn(AccountSetting.ACCOUNT_MODE))
                .findFirst()
                .map(setting -> item(setting, AccountModeOutlook.NONE));
        AccountModeOutlook outlook = AccountModeOutlook.of(accountMode, order);
        List<PlanItem> items = new ArrayList<>();
        for (WantedSetting setting : wanted) {
            Optional<PlanItem> known = accountMode.filter(item -> item.wanted().equals(setting));
            if (known.isPresent()) {
                items.add(known.get());
            } else if (!isIsolatedMargin(setting) || AccountModeOutlook.hasIsolatedMargin(order.goal())) {
                items.add(item(setting, outlook));
            }
        }
        return new SetupPlan(requirements, AccountOwner.of(context, config), items, changes(items), now);
    }

    private List<PlanItem> changes(List<PlanItem> items) {
        return items.stream()
                .filter(item -> item.kind() == PlanItem.Kind.CAN_BE_CHANGED)
                .sorted(Comparator.comparing(
                        item -> item.wanted().target(),
                        Comparator.nullsLast(Comparator.comparing(SettingSwitch::on, order.settings()))))
                .toList();
    }

    private AccountMode goal() {
        return wanted.stream()
                .filter(setting -> setting.isOn(AccountSetting.ACCOUNT_MODE))
                .map(WantedSetting::target)
                .filter(AccountModeSwitch.class::isInstance)
                .map(target -> ((AccountModeSwitch) target).target())
                .findFirst()
                .orElse(config.accountMode());
    }

    private static boolean isIsolatedMargin(WantedSetting setting) {
        return setting.target() instanceof IsolatedMarginSwitch;
    }

    private PlanItem item(WantedSetting setting, AccountModeOutlook accountMode) {
        Remedy remedy = setting.remedy();
        if (remedy == null) {
            return PlanItem.fine(setting);
        }
        if (!remedy.isAutomatic()) {
            return PlanItem.onPage(setting, remedy.instruction(), remedy.page().orElseThrow());
        }
        RemedyAction action = remedy.action().orElseThrow();
        ChangeAttempt attempt = accountMode.amend(action, () -> action.lookAhead(context));
        return switch (attempt.kind()) {
            case ACCEPTED -> PlanItem.changeable(setting, instruction(setting, remedy, attempt));
            case BLOCKED -> PlanItem.blocked(setting, attempt);
            case ONLY_ON_PAGE -> PlanItem.onPage(setting, attempt.explanation(), page());
        };
    }

    private String instruction(WantedSetting setting, Remedy remedy, ChangeAttempt attempt) {
        SettingSwitch target = setting.target();
        boolean lost = target != null
                && UndoStep.to(target.on(), target.on().textIn(config)).isEmpty();
        String noWayBack = lost ? " OKX does not let an app set the present value again." : "";
        return remedy.instruction() + " " + attempt.explanation() + noWayBack;
    }

    /** Of checks that do not tell what they want, what their findings' remedies would set. */
    private Stream<WantedSetting> settings(AccountCheck check, CheckContext look) {
        if (check instanceof PlanningCheck planning) {
            return planning.settings(look).stream();
        }
        return check.examine(look).stream()
                .flatMap(finding -> finding.remedy().stream().map(remedy -> wanted(check, finding, remedy)))
                .flatMap(Optional::stream);
    }

    private Optional<WantedSetting> wanted(AccountCheck check, Finding finding, Remedy remedy) {
        Optional<RemedyAction> action = remedy.action();
        if (action.isEmpty() && (remedy.page().isEmpty() || finding.severity() == Severity.INFO)) {
            return Optional.empty();
        }
        String current = action.map(it -> it.currentValue(context)).orElse(finding.message());
        String target = action.map(RemedyAction::targetValue).orElse("as the app needs it");
        WantedSetting setting = new WantedSetting(
                finding.code(),
                action.map(RemedyAction::setting).orElse(check.id()),
                current,
                target,
                action.filter(SettingSwitch.class::isInstance)
                        .map(SettingSwitch.class::cast)
                        .orElse(null),
                remedy);
        return Optional.of(Objects.equals(current, target) ? setting.asItIs() : setting);
    }

    private URI page() {
        return OkxPages.home(context.site());
    }
}
