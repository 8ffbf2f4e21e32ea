package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.AccountMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sets an account up as {@link AccountRequirements} want it, in three steps: {@link #plan} looks ahead and changes
 * nothing, {@link #apply} carries a plan out, {@link #undo} takes it back. Apps call the methods of the same names on
 * {@code Connection}.
 */
public final class SetupPlanner {
    private SetupPlanner() {}

    /**
     * Looks ahead: reads the account and, where OKX lets itself be asked, whether it would make each change now. Only
     * reads; a plan costs some 3 to 12 of them. Trading bots are shown to no API key: only the account mode's precheck
     * tells of them, so that a position mode which is said to be changeable may still be refused because of one.
     *
     * @param requirements what is wanted
     * @param context the account
     * @param now the time
     * @return the plan
     * @throws io.okxconnect.error.OkxConnectException if the account cannot be read
     */
    public static SetupPlan plan(AccountRequirements requirements, RemedyContext context, Instant now) {
        Objects.requireNonNull(requirements, "requirements");
        Objects.requireNonNull(context, "context");
        return PlanMaker.make(requirements, context, Objects.requireNonNull(now, "now"));
    }

    /**
     * Carries out what can be changed now, as {@link Remedies#apply} does: what OKX blocks after all is reported and the
     * next change is tried; a failed or unknown call skips the rest. The plan is made anew first: if any of its items is
     * different now, by value or by what can be done about it, nothing is changed.
     *
     * @param plan as the user has confirmed it
     * @param context the account
     * @param now the time
     * @return what happened
     * @throws io.okxconnect.error.OkxConnectException if the account cannot be read before the first change; nothing was
     *     changed
     */
    public static PlanReport apply(SetupPlan plan, RemedyContext context, Instant now) {
        Objects.requireNonNull(plan, "plan");
        if (isElsewhere(plan.account(), context)) {
            return PlanReport.otherAccount("The plan");
        }
        SetupPlan fresh = plan(plan.requirements(), context, now);
        if (!plan.account().isSame(fresh.account())) {
            return PlanReport.otherAccount("The plan");
        }
        if (!plan.isLike(fresh)) {
            return PlanReport.stale(fresh);
        }
        List<Remedy> changes = fresh.changes().stream()
                .flatMap(item -> Optional.ofNullable(item.wanted().remedy()).stream())
                .toList();
        List<PlanItem> left = fresh.items().stream()
                .filter(item -> item.kind() == PlanItem.Kind.BLOCKED || item.kind() == PlanItem.Kind.ON_WEB_PAGE)
                .toList();
        RemedyReport done = Remedies.apply(changes, context);
        return PlanReport.done(done, left, UndoRecord.of(fresh.account(), done, now));
    }

    /**
     * Takes back what {@link #apply} changed. Nothing is changed if a setting has neither the value that was left nor
     * the one before: another hand has changed it since.
     *
     * @param record what was changed
     * @param context the account
     * @param now the time
     * @return what happened; its undo record makes the changes anew
     * @throws io.okxconnect.error.OkxConnectException if the account cannot be read before the first change; nothing was
     *     changed
     */
    public static PlanReport undo(UndoRecord record, RemedyContext context, Instant now) {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(now, "now");
        if (isElsewhere(record.account(), context)) {
            return PlanReport.otherAccount("The undo record");
        }
        AccountConfig config = context.readConfig();
        AccountOwner owner = AccountOwner.of(context, config);
        if (!record.account().isSame(owner)) {
            return PlanReport.otherAccount("The undo record");
        }
        List<UndoStep> foreign = record.steps().stream()
                .filter(step -> !isBefore(step, config) && !isLeft(step, config))
                .toList();
        if (!foreign.isEmpty()) {
            return PlanReport.stale(changedSince(foreign, config));
        }
        ChangeOrder order = new ChangeOrder(config.accountMode(), goal(record, config));
        List<Remedy> changes = record.steps().stream()
                .filter(step -> isLeft(step, config))
                .sorted(Comparator.comparing(UndoStep::setting, order.settings()))
                .map(UndoStep::remedy)
                .toList();
        RemedyReport done = Remedies.apply(changes, context);
        return PlanReport.done(done, List.of(), UndoRecord.of(owner, done, now));
    }

    /** What can be seen without a call. */
    private static boolean isElsewhere(AccountOwner account, RemedyContext context) {
        Objects.requireNonNull(context, "context");
        return !account.siteName().equals(context.site().name()) || account.environment() != context.environment();
    }

    private static boolean isBefore(UndoStep step, AccountConfig config) {
        return step.before().equals(step.setting().textIn(config));
    }

    private static boolean isLeft(UndoStep step, AccountConfig config) {
        return step.after().equals(step.setting().textIn(config));
    }

    private static AccountMode goal(UndoRecord record, AccountConfig config) {
        return record.steps().stream()
                .filter(step -> step.setting() == AccountSetting.ACCOUNT_MODE)
                .map(step -> AccountMode.of(step.before()))
                .findFirst()
                .orElse(config.accountMode());
    }

    private static String changedSince(List<UndoStep> foreign, AccountConfig config) {
        return foreign.stream()
                .map(step -> "The " + step.setting().words() + " is "
                        + step.setting().shown(step.setting().textIn(config))
                        + " now, neither as it was left nor as it was before: it has been changed since.")
                .collect(Collectors.joining(" ", "", " Nothing was changed."));
    }
}
