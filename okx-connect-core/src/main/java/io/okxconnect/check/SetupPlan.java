package io.okxconnect.check;

import io.okxconnect.site.TradingEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What would have to be done to an account to set it up as wanted; show it to the user before {@link
 * SetupPlanner#apply}. Making one changes nothing. Immutable; holds no secret.
 */
public final class SetupPlan {
    private final AccountRequirements requirements;
    private final AccountOwner account;
    private final List<PlanItem> items;
    private final List<PlanItem> changes;
    private final Instant plannedAt;

    SetupPlan(
            AccountRequirements requirements,
            AccountOwner account,
            List<PlanItem> items,
            List<PlanItem> changes,
            Instant plannedAt) {
        this.requirements = requirements;
        this.account = account;
        this.items = List.copyOf(items);
        this.changes = List.copyOf(changes);
        this.plannedAt = plannedAt;
    }

    AccountRequirements requirements() {
        return requirements;
    }

    AccountOwner account() {
        return account;
    }

    /**
     * Every setting that the requirements are about, those of the key included.
     *
     * @return in the order of the requirements' checks
     */
    public List<PlanItem> items() {
        return items;
    }

    /**
     * The settings of one kind.
     *
     * @param kind the kind to look for
     * @return in the order of {@link #items()}
     */
    public List<PlanItem> items(PlanItem.Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    /**
     * What {@link SetupPlanner#apply} would change.
     *
     * @return the items that {@linkplain PlanItem.Kind#CAN_BE_CHANGED can be changed}, in the order in which that is
     *     done; empty if there is nothing to do now
     */
    public List<PlanItem> changes() {
        return changes;
    }

    /**
     * Whether nothing is left to do at all.
     *
     * @return true if every item is {@link PlanItem.Kind#ALREADY_FINE}
     */
    public boolean isFine() {
        return items(PlanItem.Kind.ALREADY_FINE).size() == items.size();
    }

    /**
     * The OKX user id of the account that was looked at.
     *
     * @return the uid
     */
    public String uid() {
        return account.uid();
    }

    /**
     * The name of the account's OKX site.
     *
     * @return for example {@code global}
     */
    public String siteName() {
        return account.siteName();
    }

    /**
     * Live or demo.
     *
     * @return the environment
     */
    public TradingEnvironment environment() {
        return account.environment();
    }

    /**
     * When the account was looked at.
     *
     * @return the time
     */
    public Instant plannedAt() {
        return plannedAt;
    }

    /** Whether the account still is as it was when that plan was made. */
    boolean isLike(SetupPlan that) {
        boolean same = items.size() == that.items.size();
        for (int i = 0; same && i < items.size(); i++) {
            same = items.get(i).isLike(that.items.get(i));
        }
        return same;
    }

    /** {@return the items as text for a console, several lines} */
    @Override
    public String toString() {
        return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
    }
}
