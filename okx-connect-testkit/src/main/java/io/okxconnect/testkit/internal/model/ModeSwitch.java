package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** OKX's rules for changing the settings of an account. Guarded by the account's lock. */
public final class ModeSwitch {
    private final Account account;
    private final Set<Reading> readings;
    private @Nullable Preset preset;

    ModeSwitch(Account account, Set<Reading> readings) {
        this.account = account;
        this.readings = readings;
    }

    /** What stands in the way of a switch, in the words of OKX's pre-check. */
    public record Obstacle(String type, List<String> positionIds) {}

    /** The answer of the pre-check: {@code sCode} 0 go on, 1 clear the obstacles first, 3 preset the leverage first. */
    public record Precheck(String sCode, List<Obstacle> obstacles) {}

    /** A leverage that waits for a switch. */
    public record Preset(String from, String to, String leverage) {}

    public void positionMode(String wanted) {
        if (account.mode().equals("4") && wanted.equals("long_short_mode")) {
            throw ErrorCode.NET_ONLY_IN_PORTFOLIO.refusal();
        }
        if (account.mode().equals("1") && !readings.contains(Reading.POSITION_MODE_IN_SPOT)) {
            throw ErrorCode.NOT_IN_THIS_MODE.refusal();
        }
        boolean same = account.positionMode().equals(wanted);
        if (same && readings.contains(Reading.SAME_POSITION_MODE_IS_FINE)) {
            return;
        }
        requireIdle();
        account.positionMode(wanted);
    }

    public void isolatedMode(String type, String wanted) {
        if (wanted.equals("auto_transfers_ccy") && !type.equals("MARGIN")) {
            throw ErrorCode.PARAMETER_ERROR.refusal("isoMode");
        }
        if (!account.positions().isEmpty() || account.orders().hasPending()) {
            throw ErrorCode.POSITIONS_OR_ORDERS_EXIST.refusal();
        }
        if (type.equals("MARGIN")) {
            account.marginIsolatedMode(wanted);
        } else {
            account.contractIsolatedMode(wanted);
        }
    }

    public Precheck precheck(String target) {
        requireOpen(target);
        List<Obstacle> obstacles = obstacles(target);
        if (!obstacles.isEmpty()) {
            return new Precheck("1", obstacles);
        }
        return new Precheck(presetMissing(target) ? "3" : "0", List.of());
    }

    public Preset preset(String target, @Nullable String leverage) {
        if (needsLeverage(target)) {
            if (leverage == null || leverage.isEmpty()) {
                throw ErrorCode.PARAMETER_MISSING.refusal("lever");
            }
            if (!leverage.matches("\\d{1,3}") || leverageIsAbove(leverage)) {
                throw ErrorCode.PARAMETER_ERROR.refusal("lever");
            }
        }
        Preset made = new Preset(account.mode(), target, leverage == null ? "" : leverage);
        preset = made;
        return made;
    }

    public void switchTo(String target) {
        requireOpen(target);
        if (account.mode().equals(target)) {
            return;
        }
        if (account.orders().hasPending() || runsAlgos()) {
            throw ErrorCode.ORDERS_OR_BOTS_EXIST.refusal();
        }
        if (blockedByBorrowing(target)) {
            throw ErrorCode.BORROWINGS_EXIST.refusal();
        }
        if (!obstacles(target).isEmpty()) {
            throw ErrorCode.POSITIONS_INCOMPATIBLE.refusal();
        }
        if (presetMissing(target)) {
            throw ErrorCode.LEVERAGE_PRESET_MISSING.refusal();
        }
        applyPreset(target);
        account.mode(target);
        preset = null;
    }

    private void requireIdle() {
        if (!account.positions().isEmpty() || account.orders().hasPending() || runsAlgos()) {
            throw ErrorCode.POSITIONS_OR_ORDERS_EXIST.refusal();
        }
    }

    private void requireOpen(String target) {
        if (!account.isOpen(target)) {
            throw ErrorCode.FINISH_ON_THE_WEB.refusal();
        }
    }

    private List<Obstacle> obstacles(String target) {
        List<Obstacle> found = new ArrayList<>();
        if (account.mode().equals(target)) {
            return found;
        }
        if (account.orders().hasPending()) {
            found.add(new Obstacle("pending_orders", List.of()));
        }
        if (runsAlgos()) {
            found.add(new Obstacle("pending_algos", List.of()));
        }
        if (blockedByBorrowing(target)) {
            found.add(new Obstacle("repay_borrowings", List.of()));
        }
        List<Position> open = account.positions().open();
        if (target.equals("1")) {
            add(found, "all_positions", open);
        } else {
            if (target.equals("3") || target.equals("4")) {
                add(
                        found,
                        "isolated_contract",
                        open.stream().filter(Position::isIsolated).toList());
            }
            if (target.equals("4")) {
                add(
                        found,
                        "contract_long_short",
                        open.stream().filter(it -> !it.side().equals("net")).toList());
            }
        }
        return found;
    }

    private static void add(List<Obstacle> found, String type, List<Position> positions) {
        if (!positions.isEmpty()) {
            found.add(new Obstacle(type, positions.stream().map(Position::id).toList()));
        }
    }

    /** OKX counts algo orders and trading bots as one. */
    private boolean runsAlgos() {
        return account.bots() > 0 || !account.orders().pendingAlgos().isEmpty();
    }

    private boolean blockedByBorrowing(String target) {
        return account.wallet().hasBorrowings() && (target.equals("1") || target.equals("2"));
    }

    private boolean needsLeverage(String target) {
        return account.mode().equals("4")
                && (target.equals("2") || target.equals("3"))
                && account.positions().open().stream().anyMatch(it -> !it.isIsolated());
    }

    private boolean presetMissing(String target) {
        Preset made = preset;
        return needsLeverage(target) && (made == null || !made.to().equals(target));
    }

    private boolean leverageIsAbove(String leverage) {
        return account.positions().open().stream()
                .anyMatch(it -> Integer.parseInt(leverage) > it.instrument().maxLeverage());
    }

    private void applyPreset(String target) {
        Preset made = preset;
        if (made != null && made.to().equals(target) && !made.leverage().isEmpty()) {
            BigDecimal leverage = new BigDecimal(made.leverage());
            account.positions().open().stream().filter(it -> !it.isIsolated()).forEach(it -> it.leverage(leverage));
        }
    }
}
