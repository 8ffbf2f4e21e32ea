package io.okxconnect.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.account.AccountMode;
import io.okxconnect.account.IsolatedMarginScope;
import io.okxconnect.account.PositionMode;
import io.okxconnect.canary.Canary;
import io.okxconnect.error.AccountStateException;
import io.okxconnect.error.InvalidArgumentException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RemediesTest {
    private static final String GET_CONFIG = "GET /api/v5/account/config";
    private static final String SET_POSITION_MODE = "POST /api/v5/account/set-position-mode";
    private static final Remedy ONE_WAY = Remedies.switchPositionMode(PositionMode.NET);
    private static final Remedy AUTOMATIC_CONTRACTS = Remedies.automaticIsolatedMargin(IsolatedMarginScope.CONTRACTS);

    private final FakeOkx okx = new FakeOkx();

    @Test
    void apply_hedgeMode_switchesToOneWayAndReportsExactlyThat() {
        okx.config.put("posMode", "long_short_mode");

        RemedyReport report = Remedies.apply(List.of(ONE_WAY), okx.context());

        assertThat(report.isComplete()).isTrue();
        assertThat(okx.calls)
                .containsExactly(GET_CONFIG, SET_POSITION_MODE + " {\"posMode\":\"net_mode\"}", GET_CONFIG);
        RemedyResult result = only(report);
        assertThat(result.status()).isEqualTo(RemedyStatus.CHANGED);
        assertThat(result.setting()).isEqualTo("position mode");
        assertThat(result.before()).contains("Hedge mode, posMode=long_short_mode");
        assertThat(result.after()).contains("One-way mode, posMode=net_mode");
        assertThat(report.changes())
                .containsExactly(new ConfigChange("posMode", "\"long_short_mode\"", "\"net_mode\""));
        assertThat(report.configBefore().positionMode()).isEqualTo(PositionMode.LONG_SHORT);
        assertThat(report.configAfter().positionMode()).isEqualTo(PositionMode.NET);
        assertThat(report.toString())
                .contains("CHANGED: position mode", "Different now: posMode: \"long_short_mode\" -> \"net_mode\".");
    }

    @Test
    void apply_alreadySet_sendsNothing() {
        RemedyReport report = Remedies.apply(List.of(ONE_WAY, AUTOMATIC_CONTRACTS), okx.context());

        assertThat(report.isComplete()).isTrue();
        assertThat(report.results()).extracting(RemedyResult::status).containsOnly(RemedyStatus.ALREADY_SET);
        assertThat(report.changes()).isEmpty();
        assertThat(okx.calls).containsExactly(GET_CONFIG);
        assertThat(report.toString()).contains("Nothing in the account configuration is different now.");
    }

    @Test
    void apply_remediesOfAReport_fixEverythingItFound() {
        okx.config.put("acctLv", "1");
        okx.config.put("posMode", "long_short_mode");
        okx.config.put("ctIsoMode", "autonomy");
        okx.config.put("mgnIsoMode", "quick_margin");
        CheckReport found = AccountRequirements.futuresTrading().check(checkContext());

        RemedyReport report = Remedies.apply(found.automaticRemedies(), okx.context());

        assertThat(report.isComplete()).isTrue();
        assertThat(report.changes())
                .extracting(ConfigChange::field)
                .containsExactly("acctLv", "ctIsoMode", "mgnIsoMode", "posMode");
        assertThat(okx.writes())
                .containsExactly(
                        "POST /api/v5/account/set-account-level {\"acctLv\":\"2\"}",
                        SET_POSITION_MODE + " {\"posMode\":\"net_mode\"}",
                        okx.writes().get(2),
                        okx.writes().get(3));
        assertThat(okx.writes().get(2))
                .startsWith("POST /api/v5/account/set-isolated-mode ")
                .contains("\"isoMode\":\"automatic\"", "\"type\":\"CONTRACTS\"");
        assertThat(okx.writes().get(3)).contains("\"isoMode\":\"automatic\"", "\"type\":\"MARGIN\"");
        assertThat(AccountRequirements.futuresTrading().check(checkContext()).isReady())
                .isTrue();
        assertThat(AccountRequirements.futuresTrading().check(checkContext()).automaticRemedies())
                .isEmpty();
    }

    @Test
    void apply_openThingsBlock_namesPositionsOrdersAndAlgoOrders() {
        okx.config.put("posMode", "long_short_mode");
        okx.failures.put(SET_POSITION_MODE, FakeOkx.refusal("59000"));
        okx.positions.add(Accounts.positionMembers("BTC-USDT-SWAP", "isolated", "-3"));
        okx.positions.add(Accounts.positionMembers("ETH-USDT-SWAP", "cross", "0"));
        okx.pending.put(
                "/api/v5/trade/orders-pending",
                List.of(Map.of(
                        "ordId",
                        "301835739059335168",
                        "side",
                        "buy",
                        "sz",
                        "1",
                        "instId",
                        "BTC-USDT",
                        "ordType",
                        "limit",
                        "px",
                        "59200")));
        okx.pending.put(
                "/api/v5/trade/orders-algo-pending?ordType=oco",
                List.of(Map.of("algoId", "77", "side", "sell", "instId", "SOL-USDT-SWAP", "ordType", "oco")));

        RemedyReport report = Remedies.apply(List.of(ONE_WAY), okx.context());

        RemedyResult result = only(report);
        assertThat(result.status()).isEqualTo(RemedyStatus.BLOCKED);
        assertThat(result.explanation()).contains("59000", "position mode", "bots");
        assertThat(result.obstacles())
                .extracting(Obstacle::description)
                .containsExactly(
                        "Position BTC-USDT-SWAP: short 3, isolated margin.",
                        "Order 301835739059335168: buy 1 BTC-USDT, limit at 59200.",
                        "Algo order 77: sell SOL-USDT-SWAP, oco.");
        assertThat(report.isComplete()).isFalse();
        assertThat(report.changes()).isEmpty();
        assertThat(okx.calls).endsWith(GET_CONFIG);
        assertThat(okx.writes()).hasSize(1);
    }

    @Test
    void apply_openThingsNamedByAKeyOrLineBreaks_areNotShown() {
        String echo = "1\nERROR " + Canary.API_KEY;
        okx.config.put("posMode", "long_short_mode");
        okx.failures.put(SET_POSITION_MODE, FakeOkx.refusal("59000"));
        okx.positions.add(Accounts.positionMembers(echo, Canary.API_KEY, "3"));
        okx.pending.put(
                "/api/v5/trade/orders-pending",
                List.of(Map.of("ordId", echo, "side", echo, "sz", echo, "instId", echo, "ordType", echo, "px", echo)));
        okx.pending.put(
                "/api/v5/trade/orders-algo-pending?ordType=oco",
                List.of(Map.of("algoId", Canary.SECRET_KEY, "side", echo, "instId", echo, "ordType", echo)));

        RemedyResult result = only(Remedies.apply(List.of(ONE_WAY), okx.context()));

        assertThat(result.obstacles())
                .hasSize(3)
                .extracting(Obstacle::toString)
                .noneMatch(text -> text.contains("\n") || text.contains(Canary.API_KEY))
                .noneMatch(text -> text.contains(Canary.SECRET_KEY))
                .allMatch(text -> text.contains("(unreadable)"));
    }

    @Test
    void toString_keyLikeMemberChanged_isNotShown() {
        okx.config.put("posMode", "long_short_mode");
        Remedy echo = Remedy.automatic(
                "Set the label.", new SetLabel(context -> okx.config.put("label", "new " + Canary.API_KEY)));

        RemedyReport report = Remedies.apply(List.of(echo), okx.context());

        assertThat(report.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).contains(Canary.API_KEY));
        assertThat(report.toString()).contains("label: absent -> (unreadable)").doesNotContain(Canary.API_KEY);
    }

    @Test
    void apply_blockedButNothingOpenIsSeen_pointsToABot() {
        okx.config.put("posMode", "long_short_mode");
        okx.failures.put(SET_POSITION_MODE, FakeOkx.refusal("59000"));

        RemedyResult result = only(Remedies.apply(List.of(ONE_WAY), okx.context()));

        assertThat(result.obstacles()).extracting(Obstacle::kind).containsExactly(Obstacle.Kind.TRADING_BOT);
    }

    @Test
    void apply_obstaclesCannotBeRead_stillReportsTheRefusal() {
        okx.config.put("posMode", "long_short_mode");
        okx.failures.put(SET_POSITION_MODE, FakeOkx.refusal("59000"));
        okx.failures.put("GET /api/v5/account/positions", FakeOkx.refusal("50001"));
        okx.failures.put("GET /api/v5/trade/orders-pending", FakeOkx.refusal("50001"));
        okx.failures.put("GET /api/v5/trade/orders-algo-pending", FakeOkx.refusal("50001"));

        RemedyResult result = only(Remedies.apply(List.of(ONE_WAY), okx.context()));

        assertThat(result.status()).isEqualTo(RemedyStatus.BLOCKED);
        assertThat(result.obstacles()).extracting(Obstacle::kind).containsOnly(Obstacle.Kind.NOT_READABLE);
    }

    @Test
    void apply_manyOpenOrders_namesTwentyAndCountsTheRest() {
        okx.config.put("posMode", "long_short_mode");
        okx.failures.put(SET_POSITION_MODE, FakeOkx.refusal("59000"));
        okx.pending.put(
                "/api/v5/trade/orders-pending", Collections.nCopies(25, Map.of("ordId", "1", "instId", "BTC-USDT")));

        RemedyResult result = only(Remedies.apply(List.of(ONE_WAY), okx.context()));

        assertThat(result.obstacles())
                .hasSize(21)
                .last()
                .hasToString("At least 5 more orders are open. Look at OKX's trading page.");
    }

    @Test
    void apply_answerLostButChangeInForce_isConfirmedByASecondLook() {
        okx.config.put("posMode", "long_short_mode");
        okx.failures.put("after " + SET_POSITION_MODE, FakeOkx.lostAnswer());

        RemedyReport report = Remedies.apply(List.of(ONE_WAY), okx.context());

        assertThat(only(report).status()).isEqualTo(RemedyStatus.CHANGED);
        assertThat(okx.writes()).hasSize(1);
    }

    @Test
    void apply_answerLostAndChangeNotSeen_isUnknownNeverRepeatedAndStopsTheRest() {
        okx.config.put("posMode", "long_short_mode");
        okx.config.put("ctIsoMode", "autonomy");
        okx.failures.put(SET_POSITION_MODE, FakeOkx.lostAnswer());

        RemedyReport report = Remedies.apply(List.of(ONE_WAY, AUTOMATIC_CONTRACTS), okx.context());

        assertThat(report.results())
                .extracting(RemedyResult::status)
                .containsExactly(RemedyStatus.UNKNOWN, RemedyStatus.SKIPPED);
        assertThat(report.results().get(0).failure()).isPresent();
        assertThat(report.results().get(0).explanation()).contains("may still take effect");
        assertThat(okx.writes()).hasSize(1);
    }

    @Test
    void apply_acceptedButNotInForce_isNotReportedAsChanged() {
        okx.config.put("posMode", "long_short_mode");
        okx.ignoresWrites = true;

        RemedyResult result = only(Remedies.apply(List.of(ONE_WAY), okx.context()));

        assertThat(result.status()).isEqualTo(RemedyStatus.UNKNOWN);
        assertThat(result.explanation()).contains("still shows the old value");
    }

    @Test
    void apply_secondLookFails_isUnknown() {
        okx.config.put("posMode", "long_short_mode");
        okx.unreadableAfterWrites = true;

        RemedyResult result = only(Remedies.apply(List.of(ONE_WAY), okx.context()));

        assertThat(result.status()).isEqualTo(RemedyStatus.UNKNOWN);
        assertThat(result.after()).isEmpty();
        assertThat(result.toString()).contains("-> not known");
    }

    @Test
    void apply_callRefusedForAnotherReason_failsAndSkipsTheRest() {
        okx.config.put("posMode", "long_short_mode");
        okx.failures.put(SET_POSITION_MODE, FakeOkx.refusal("50120"));

        RemedyReport report = Remedies.apply(List.of(ONE_WAY, AUTOMATIC_CONTRACTS), okx.context());

        assertThat(report.results())
                .extracting(RemedyResult::status)
                .containsExactly(RemedyStatus.FAILED, RemedyStatus.SKIPPED);
        RemedyResult failed = report.results().get(0);
        assertThat(failed.failure()).containsInstanceOf(AccountStateException.class);
        assertThat(failed.explanation()).startsWith("It was refused.").doesNotContain("Do something.");
        assertThat(failed.nextStep()).contains("Do something.");
        assertThat(failed.toString()).contains("Next step: Do something.");
    }

    @Test
    void apply_readBeforeTheChangeGetsLost_failsAndIsNotReportedAsPerhapsChanged() {
        okx.config.put("acctLv", "1");
        okx.failures.put("GET /api/v5/account/set-account-switch-precheck", FakeOkx.lostAnswer());

        RemedyResult result =
                only(Remedies.apply(List.of(Remedies.switchAccountMode(AccountMode.FUTURES)), okx.context()));

        assertThat(result.status()).isEqualTo(RemedyStatus.FAILED);
        assertThat(okx.writes()).isEmpty();
    }

    @Test
    void apply_faultInAForeignAction_losesNothingOfWhatWasDoneBefore() {
        okx.config.put("posMode", "long_short_mode");
        Remedy faulty = Remedy.automatic("Set the label.", new SetLabel(context -> {
            throw new IllegalStateException("third-party text");
        }));

        RemedyReport report = Remedies.apply(List.of(ONE_WAY, faulty, AUTOMATIC_CONTRACTS), okx.context());

        assertThat(report.results())
                .extracting(RemedyResult::status)
                .containsExactly(RemedyStatus.CHANGED, RemedyStatus.FAILED, RemedyStatus.SKIPPED);
        assertThat(report.results().get(1).failure()).isEmpty();
        assertThat(report.results().get(1).nextStep()).isEmpty();
        assertThat(report.toString()).contains("IllegalStateException").doesNotContain("third-party text");
        assertThat(report.changes()).hasSize(1);
    }

    @Test
    void apply_foreignActionFailsAfterItMayHaveWritten_isUnknown() {
        Remedy faulty = Remedy.automatic("Set the label.", new SetLabel(context -> {
            context.account();
            throw new IllegalStateException();
        }));

        RemedyReport report = Remedies.apply(List.of(faulty), okx.context());

        assertThat(only(report).status()).isEqualTo(RemedyStatus.UNKNOWN);
    }

    @Test
    void apply_foreignAction_isConfirmedByASecondLookToo() {
        Remedy working = Remedy.automatic("Set the label.", new SetLabel(context -> okx.config.put("label", "new")));

        assertThat(only(Remedies.apply(List.of(working), okx.context())).status())
                .isEqualTo(RemedyStatus.CHANGED);
    }

    /** An action of a user's own check. */
    private record SetLabel(Consumer<RemedyContext> how) implements RemedyAction {
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
            how.accept(context);
            return ChangeAttempt.accepted();
        }
    }

    @Test
    void apply_blockedRemedy_stillTriesTheNext() {
        okx.config.put("posMode", "long_short_mode");
        okx.config.put("ctIsoMode", "autonomy");
        okx.failures.put(SET_POSITION_MODE, FakeOkx.refusal("59000"));

        RemedyReport report = Remedies.apply(List.of(ONE_WAY, AUTOMATIC_CONTRACTS), okx.context());

        assertThat(report.results())
                .extracting(RemedyResult::status)
                .containsExactly(RemedyStatus.BLOCKED, RemedyStatus.CHANGED);
        assertThat(report.changes()).extracting(ConfigChange::field).containsExactly("ctIsoMode");
    }

    @Test
    void apply_remedyByHand_isLeftToTheUserAndTheOthersAreApplied() {
        okx.config.put("posMode", "long_short_mode");

        RemedyReport report = Remedies.apply(List.of(Remedy.byHand("Do it yourself."), ONE_WAY), okx.context());

        assertThat(report.results())
                .extracting(RemedyResult::status)
                .containsExactly(RemedyStatus.LEFT_TO_USER, RemedyStatus.CHANGED);
        assertThat(report.results().get(0)).hasToString("LEFT_TO_USER: Do it yourself.");
        assertThat(report.isComplete()).isFalse();
    }

    @Test
    void apply_configCannotBeRead_throwsAndChangesNothing() {
        okx.failures.put(GET_CONFIG, FakeOkx.refusal("50001"));

        assertThatThrownBy(() -> Remedies.apply(List.of(ONE_WAY), okx.context()))
                .isInstanceOf(AccountStateException.class);
        assertThat(okx.writes()).isEmpty();
    }

    @Test
    void factories_unknownTarget_areRefused() {
        assertThatThrownBy(() -> Remedies.switchAccountMode(AccountMode.of("9")))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Remedies.switchPositionMode(PositionMode.of("x")))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Remedies.switchAccountMode(AccountMode.FUTURES, BigDecimal.ZERO))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("leverage");
        assertThatThrownBy(() -> Remedies.switchAccountMode(AccountMode.PORTFOLIO_MARGIN, BigDecimal.TEN))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("target");
    }

    private CheckContext checkContext() {
        return Accounts.live(okx.context().config()).build();
    }

    private static RemedyResult only(RemedyReport report) {
        assertThat(report.results()).hasSize(1);
        return report.results().get(0);
    }
}
