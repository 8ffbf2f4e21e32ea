package io.okxconnect.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.okxconnect.account.AccountMode;
import io.okxconnect.account.ApiPermission;
import io.okxconnect.account.PositionMode;
import io.okxconnect.canary.Canary;
import io.okxconnect.error.AccountStateException;
import io.okxconnect.rest.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The plan's own rules: order, interplay of the modes, what it asks and what it leaves alone. */
class SetupPlannerTest {
    private static final String PRECHECK = "GET /api/v5/account/set-account-switch-precheck";
    private static final String SET_POSITION_MODE = "POST /api/v5/account/set-position-mode";
    private static final String SET_MODE = "POST /api/v5/account/set-account-level";

    private final FakeOkx okx = new FakeOkx();

    @Test
    void plan_everythingFine_costsOneCall() {
        SetupPlan plan = plan(AccountRequirements.futuresTrading());

        assertThat(plan.isFine()).isTrue();
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.items())
                .extracting(PlanItem::code)
                .containsExactly(
                        "permissions",
                        "ip-binding",
                        "account-mode",
                        "position-mode",
                        "isolated-margin.contracts",
                        "isolated-margin.margin");
        assertThat(okx.calls).containsExactly("GET /api/v5/account/config");
        assertThat(plan.uid()).isEqualTo("44705892343619584");
    }

    @Test
    void plan_nothingAsWanted_onlyReadsAndListsTheChangesInTheirOrder() {
        allWrong();

        SetupPlan plan = plan(AccountRequirements.futuresTrading());

        assertThat(okx.writes()).isEmpty();
        assertThat(plan.changes())
                .extracting(PlanItem::code)
                .containsExactly(
                        "account-mode", "position-mode", "isolated-margin.contracts", "isolated-margin.margin");
        assertThat(plan.changes().get(0).explanation()).contains("The first time an account uses a mode");
        assertThat(plan.changes().get(1).toString())
                .contains("Hedge mode, posMode=long_short_mode -> One-way mode, posMode=net_mode", "trading bot");
        assertThat(plan.changes().get(2).explanation()).contains("does not let an app set the present value again");
    }

    @Test
    void apply_nothingAsWanted_setsAllAndUndoGoesBackAsFarAsOkxLetsIt() {
        allWrong();

        PlanReport report = apply(plan(AccountRequirements.futuresTrading()));

        assertThat(report.status()).isEqualTo(PlanStatus.CARRIED_OUT);
        assertThat(okx.writes())
                .extracting(call -> call.split(" ")[1].replaceFirst(".*/", ""))
                .containsExactly("set-account-level", "set-position-mode", "set-isolated-mode", "set-isolated-mode");
        assertThat(report.changes()).hasSize(4);

        okx.calls.clear();
        PlanReport undone = undo(report.undoRecord().orElseThrow());

        assertThat(undone.status()).isEqualTo(PlanStatus.INCOMPLETE);
        assertThat(okx.writes())
                .as("to Spot mode the account mode goes last")
                .containsExactly(
                        SET_POSITION_MODE + " {\"posMode\":\"long_short_mode\"}", SET_MODE + " {\"acctLv\":\"1\"}");
        assertThat(undone.results())
                .extracting(RemedyResult::status)
                .containsExactly(
                        RemedyStatus.CHANGED,
                        RemedyStatus.LEFT_TO_USER,
                        RemedyStatus.LEFT_TO_USER,
                        RemedyStatus.CHANGED);
    }

    @Test
    void plan_toPortfolioMargin_setsThePositionModeFirst() {
        okx.config.put("posMode", "long_short_mode");

        assertThat(plan(modes(AccountMode.PORTFOLIO_MARGIN, PositionMode.NET)).changes())
                .extracting(PlanItem::code)
                .containsExactly("position-mode", "account-mode");
    }

    @Test
    void plan_checksInAnotherOrder_changesTheAccountModeFirst() {
        okx.config.put("acctLv", "1");
        okx.config.put("posMode", "long_short_mode");
        AccountRequirements requirements = AccountRequirements.builder()
                .addCheck(AccountChecks.positionMode(PositionMode.NET))
                .addCheck(AccountChecks.accountMode(AccountMode.FUTURES))
                .build();

        assertThat(plan(requirements).changes())
                .extracting(PlanItem::code)
                .containsExactly("account-mode", "position-mode");
    }

    @Test
    void plan_hedgeModeInPortfolioMargin_waitsForTheAccountMode() {
        okx.config.put("acctLv", "4");
        okx.config.put("posMode", "net_mode");

        PlanItem alone = item(
                plan(AccountRequirements.builder()
                        .addCheck(AccountChecks.positionMode(PositionMode.LONG_SHORT))
                        .build()),
                "position-mode");
        assertThat(alone.kind()).isEqualTo(PlanItem.Kind.BLOCKED);
        assertThat(alone.obstacles()).extracting(Obstacle::kind).containsExactly(Obstacle.Kind.ACCOUNT_MODE);

        SetupPlan both = plan(modes(AccountMode.FUTURES, PositionMode.LONG_SHORT));
        assertThat(both.changes()).extracting(PlanItem::code).containsExactly("account-mode", "position-mode");
    }

    @Test
    void plan_inSpotModeWithoutAnotherWanted_saysThatOkxMayRefuse() {
        okx.config.put("acctLv", "1");
        okx.config.put("posMode", "long_short_mode");

        PlanItem item = item(
                plan(AccountRequirements.builder()
                        .addCheck(AccountChecks.positionMode(PositionMode.NET))
                        .build()),
                "position-mode");

        assertThat(item.kind()).isEqualTo(PlanItem.Kind.CAN_BE_CHANGED);
        assertThat(item.explanation()).contains("51010");
    }

    @Test
    void plan_firstSetUpMissing_isOnlyOnThePageAndThePositionModeWaits() {
        okx.config.put("acctLv", "1");
        okx.config.put("posMode", "long_short_mode");
        okx.failures.put(PRECHECK, FakeOkx.refusal("51070"));

        SetupPlan plan = plan(AccountRequirements.futuresTrading());

        PlanItem mode = item(plan, "account-mode");
        assertThat(mode.kind()).isEqualTo(PlanItem.Kind.ON_WEB_PAGE);
        assertThat(mode.explanation()).contains("51070");
        assertThat(mode.page()).contains(URI.create("https://my.okx.com"));
        assertThat(item(plan, "position-mode").kind()).isEqualTo(PlanItem.Kind.BLOCKED);
        assertThat(plan.changes()).isEmpty();
    }

    @Test
    void plan_botOnlyThePrecheckTellsOf_blocksThePositionModeToo() {
        okx.config.put("acctLv", "3");
        okx.config.put("posMode", "long_short_mode");
        okx.prechecks.add(
                JsonValue.from(Map.of("sCode", "1", "unmatchedInfoCheck", List.of(Map.of("type", "pending_algos")))));

        SetupPlan plan = plan(AccountRequirements.futuresTrading());

        for (String code : List.of("account-mode", "position-mode")) {
            assertThat(item(plan, code).kind()).isEqualTo(PlanItem.Kind.BLOCKED);
            assertThat(item(plan, code).obstacles())
                    .extracting(Obstacle::kind)
                    .containsExactly(Obstacle.Kind.TRADING_BOT);
        }
    }

    @Test
    void plan_isolatedMarginInAModeWithoutIt_isNotPartOfIt() {
        okx.config.put("acctLv", "3");
        okx.config.put("ctIsoMode", "autonomy");
        AccountRequirements stays = AccountRequirements.builder()
                .addCheck(AccountChecks.isolatedMargin())
                .build();

        assertThat(plan(stays).items())
                .extracting(PlanItem::code)
                .doesNotContain("isolated-margin.contracts", "isolated-margin.margin");
        assertThat(plan(AccountRequirements.futuresTrading()).changes())
                .extracting(PlanItem::code)
                .containsExactly("account-mode", "isolated-margin.contracts");
    }

    @Test
    void plan_ordersCannotBeRead_saysSoInsteadOfPromising() {
        okx.config.put("posMode", "long_short_mode");
        okx.failures.put("GET /api/v5/trade/orders-pending", FakeOkx.refusal("50001"));

        PlanItem item = item(plan(AccountRequirements.futuresTrading()), "position-mode");

        assertThat(item.kind()).isEqualTo(PlanItem.Kind.CAN_BE_CHANGED);
        assertThat(item.explanation()).contains("orders could not be read");
    }

    @Test
    void plan_keyWithoutTradeAndUnbound_sendsTheUserToThePages() {
        allWrong();
        okx.config.put("perm", "read_only,withdraw");

        SetupPlan plan = plan(AccountRequirements.futuresTrading());

        assertThat(plan.changes()).isEmpty();
        PlanItem permissions = item(plan, "permissions");
        assertThat(permissions.kind()).isEqualTo(PlanItem.Kind.ON_WEB_PAGE);
        assertThat(permissions.currentValue()).isEqualTo("Read and Withdraw");
        assertThat(permissions.wantedValue()).isEqualTo("Read and Trade and nothing else");
        assertThat(permissions.page()).contains(URI.create("https://my.okx.com/account/my-api?go-demo-trading=1"));
        assertThat(item(plan, "account-mode").kind()).isEqualTo(PlanItem.Kind.ON_WEB_PAGE);
        assertThat(item(plan, "account-mode").page()).contains(URI.create("https://my.okx.com"));
        assertThat(plan.toString()).contains("Switch off Withdraw", "Page: https://my.okx.com");
    }

    @Test
    void plan_spotProfile_asksForNoModeButTellsOfASharedOne() {
        assertThat(item(plan(AccountRequirements.spot()), "account-mode").kind())
                .isEqualTo(PlanItem.Kind.ALREADY_FINE);
        okx.config.put("acctLv", "3");

        assertThat(item(plan(AccountRequirements.spot()), "account-mode").kind())
                .isEqualTo(PlanItem.Kind.ON_WEB_PAGE);
    }

    @Test
    void plan_configHoldsKeys_showsNone() {
        okx.config.put("posMode", Canary.API_KEY);
        okx.config.put("ctIsoMode", Canary.SECRET_KEY);
        okx.config.put("uid", Canary.API_KEY);

        SetupPlan plan = plan(AccountRequirements.futuresTrading());

        assertThat(plan.toString() + plan.uid()).doesNotContain(Canary.API_KEY).doesNotContain(Canary.SECRET_KEY);
        assertThat(apply(plan).status())
                .as("a uid that cannot be read tells no accounts apart")
                .isEqualTo(PlanStatus.OTHER_ACCOUNT);
    }

    @Test
    void plan_checkOfAnApp_isPartOfItWithItsOwnAction() {
        AccountRequirements requirements =
                AccountRequirements.builder().addCheck(new LabelCheck()).build();

        SetupPlan plan = plan(requirements);
        PlanItem item = item(plan, "label.wrong");
        assertThat(item.kind()).isEqualTo(PlanItem.Kind.CAN_BE_CHANGED);
        assertThat(item.setting()).isEqualTo("label");
        assertThat(item.wantedValue()).isEqualTo("new");
        PlanReport report = apply(plan);

        assertThat(report.status()).isEqualTo(PlanStatus.CARRIED_OUT);
        assertThat(report.undoRecord())
                .as("what it does not know, it does not undo")
                .isEmpty();
    }

    @Test
    void plan_twoChecksWantDifferentAccountModes_showsBothWishes() {
        okx.config.put("acctLv", "1");
        AccountRequirements requirements = modes(AccountMode.FUTURES, PositionMode.NET).toBuilder()
                .addCheck(new MarginCheck())
                .build();

        assertThat(plan(requirements).changes())
                .extracting(PlanItem::code, PlanItem::wantedValue)
                .containsExactly(
                        tuple("account-mode", "Futures mode (single-currency margin), acctLv=2"),
                        tuple("margin.wrong", "Multi-currency margin mode, acctLv=3"));
    }

    @Test
    void plan_accountCannotBeRead_throws() {
        okx.failures.put("GET /api/v5/account/config", FakeOkx.refusal("50001"));

        assertThatThrownBy(() -> plan(AccountRequirements.futuresTrading())).isInstanceOf(AccountStateException.class);
    }

    @Test
    void apply_accountChangedSince_changesNothingAndShowsTheFreshPlan() {
        okx.config.put("posMode", "long_short_mode");
        SetupPlan plan = plan(AccountRequirements.futuresTrading());
        okx.config.put("acctLv", "3");

        PlanReport report = apply(plan);

        assertThat(report.status()).isEqualTo(PlanStatus.STALE);
        assertThat(report.explanation()).contains("nothing was changed");
        assertThat(okx.writes()).isEmpty();
        assertThat(report.undoRecord()).isEmpty();
        assertThat(report.freshPlan().orElseThrow().changes())
                .extracting(PlanItem::code)
                .containsExactly("account-mode", "position-mode");
        assertThat(apply(report.freshPlan().orElseThrow()).status()).isEqualTo(PlanStatus.CARRIED_OUT);
    }

    @Test
    void apply_planOfAnotherAccount_changesNothing() {
        okx.config.put("posMode", "long_short_mode");
        SetupPlan plan = plan(AccountRequirements.futuresTrading());
        okx.config.put("uid", "2");

        assertThat(apply(plan).status()).isEqualTo(PlanStatus.OTHER_ACCOUNT);
        assertThat(okx.writes()).isEmpty();
    }

    @Test
    void apply_answerLost_recordsWhatMayHaveBeenSet() {
        okx.config.put("posMode", "long_short_mode");
        okx.config.put("ctIsoMode", "autonomy");
        SetupPlan plan = plan(AccountRequirements.futuresTrading());
        okx.failures.put(SET_POSITION_MODE, FakeOkx.lostAnswer());

        PlanReport report = apply(plan);

        assertThat(report.status()).isEqualTo(PlanStatus.INCOMPLETE);
        assertThat(report.results())
                .extracting(RemedyResult::status)
                .containsExactly(RemedyStatus.UNKNOWN, RemedyStatus.SKIPPED);
        UndoRecord record = report.undoRecord().orElseThrow();
        assertThat(record.changes())
                .containsExactly(new ConfigChange("posMode", "\"long_short_mode\"", "\"net_mode\""));
        okx.config.put("posMode", "net_mode");
        assertThat(undo(record).status()).isEqualTo(PlanStatus.CARRIED_OUT);
        assertThat(okx.config).containsEntry("posMode", "long_short_mode");
    }

    @Test
    void undo_settingChangedByAnotherHand_changesNothing() {
        allWrong();
        UndoRecord record =
                apply(plan(AccountRequirements.futuresTrading())).undoRecord().orElseThrow();
        okx.config.put("acctLv", "3");
        okx.calls.clear();

        PlanReport report = undo(record);

        assertThat(report.status()).isEqualTo(PlanStatus.STALE);
        assertThat(report.explanation()).contains("account mode is Multi-currency", "changed since");
        assertThat(report.freshPlan()).isEmpty();
        assertThat(okx.writes()).isEmpty();
    }

    @Test
    void undo_twice_theSecondFindsNothingToDo() {
        okx.config.put("posMode", "long_short_mode");
        UndoRecord record =
                apply(plan(AccountRequirements.futuresTrading())).undoRecord().orElseThrow();
        PlanReport first = undo(record);
        okx.calls.clear();

        PlanReport second = undo(record);

        assertThat(first.undoRecord().orElseThrow().changes())
                .as("an undo can be undone")
                .containsExactly(new ConfigChange("posMode", "\"net_mode\"", "\"long_short_mode\""));
        assertThat(second.status()).isEqualTo(PlanStatus.CARRIED_OUT);
        assertThat(second.results()).isEmpty();
        assertThat(okx.writes()).isEmpty();
    }

    private void allWrong() {
        okx.config.put("acctLv", "1");
        okx.config.put("posMode", "long_short_mode");
        okx.config.put("ctIsoMode", "autonomy");
        okx.config.put("mgnIsoMode", "quick_margin");
    }

    private static AccountRequirements modes(AccountMode account, PositionMode position) {
        return AccountRequirements.builder()
                .addCheck(AccountChecks.accountMode(account))
                .addCheck(AccountChecks.positionMode(position))
                .build();
    }

    private SetupPlan plan(AccountRequirements requirements) {
        AccountRequirements trading = requirements.permissions().size() > 1
                ? requirements
                : requirements.toBuilder()
                        .permissions(ApiPermission.READ_ONLY, ApiPermission.TRADE)
                        .build();
        return SetupPlanner.plan(trading, okx.context(), Accounts.NOW);
    }

    private PlanReport apply(SetupPlan plan) {
        return SetupPlanner.apply(plan, okx.context(), Accounts.NOW);
    }

    private PlanReport undo(UndoRecord record) {
        return SetupPlanner.undo(record, okx.context(), Accounts.NOW);
    }

    private static PlanItem item(SetupPlan plan, String code) {
        List<PlanItem> found =
                plan.items().stream().filter(item -> item.code().equals(code)).toList();
        assertThat(found).as(code).hasSize(1);
        return found.get(0);
    }

    /** A check of an app, with a remedy of ours. */
    private static final class MarginCheck implements AccountCheck {
        @Override
        public String id() {
            return "margin";
        }

        @Override
        public List<Finding> examine(CheckContext context) {
            return List.of(Finding.of(Severity.ERROR, "margin.wrong", "It is another mode.", "It is.")
                    .withRemedy(Remedies.switchAccountMode(AccountMode.MULTI_CURRENCY_MARGIN)));
        }
    }

    /** A check of an app, with a remedy of its own. */
    private final class LabelCheck implements AccountCheck, RemedyAction {
        @Override
        public String id() {
            return "label";
        }

        @Override
        public List<Finding> examine(CheckContext context) {
            return List.of(Finding.of(Severity.WARNING, "label.wrong", "The label is old.", "It is.")
                    .withRemedy(Remedy.automatic("Set the label.", this)));
        }

        @Override
        public String setting() {
            return "label";
        }

        @Override
        public String currentValue(RemedyContext context) {
            return context.config().keyLabel().orElse("none");
        }

        @Override
        public String targetValue() {
            return "new";
        }

        @Override
        public ChangeAttempt change(RemedyContext context) {
            okx.config.put("label", "new");
            return ChangeAttempt.accepted();
        }
    }
}
