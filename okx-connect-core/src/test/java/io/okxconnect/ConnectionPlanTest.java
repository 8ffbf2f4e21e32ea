package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;
import static io.okxconnect.TestExchange.credential;
import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.account.AccountMode;
import io.okxconnect.check.AccountChecks;
import io.okxconnect.check.AccountRequirements;
import io.okxconnect.check.Obstacle;
import io.okxconnect.check.PlanItem;
import io.okxconnect.check.PlanReport;
import io.okxconnect.check.PlanStatus;
import io.okxconnect.check.RemedyResult;
import io.okxconnect.check.RemedyStatus;
import io.okxconnect.check.SetupPlan;
import io.okxconnect.check.UndoRecord;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.error.PermissionDeniedException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.SandboxAccount;
import io.okxconnect.testkit.SandboxAccountMode;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxKeyRequest;
import io.okxconnect.testkit.SandboxPermission;
import io.okxconnect.testkit.SandboxPositionMode;
import io.okxconnect.testkit.SandboxUser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plan, apply and undo against the sandbox's own rules of what OKX lets be changed when. */
class ConnectionPlanTest {
    private static final AccountId BOB = AccountId.of("bob");
    private static final String SWAP = "BTC-USDT-SWAP";

    private TestExchange exchange;
    private InMemoryCredentialStore store;
    private ExchangeConnector okx;
    private SandboxApiKey key;
    private SandboxAccount demo;

    @BeforeEach
    void start() {
        exchange = new TestExchange();
        store = new InMemoryCredentialStore();
        okx = exchange.connector(store);
        key = exchange.tradingKey();
        demo = exchange.alice.demo();
    }

    @AfterEach
    void stop() {
        okx.close();
        store.close();
        exchange.close();
    }

    private Connection connected() {
        return connected(ALICE, key);
    }

    private Connection connected(AccountId id, SandboxApiKey pasted) {
        try (ApiKeyCredential credential = credential(pasted)) {
            return okx.connect(id, credential);
        }
    }

    @Test
    void plan_accountAsWanted_hasNothingToDo() {
        SetupPlan plan = connected().plan();

        assertThat(plan.isFine()).isTrue();
        assertThat(plan.uid()).isEqualTo(exchange.alice.uid());
        assertThat(plan.plannedAt()).isEqualTo(TestExchange.NOW);
    }

    @Test
    void plan_anything_writesNothing() {
        allWrong();
        Connection alice = connected();

        SetupPlan plan = alice.plan();

        assertThat(plan.changes())
                .extracting(PlanItem::code)
                .containsExactly(
                        "account-mode", "position-mode", "isolated-margin.contracts", "isolated-margin.margin");
        assertThat(exchange.okx.journal().find(request -> request.method().equals("POST")))
                .isEmpty();
    }

    @Test
    void applyAndUndo_acrossARestart_goThereAndBack() {
        demo.setAccountMode(SandboxAccountMode.MULTI_CURRENCY).setPositionMode(SandboxPositionMode.LONG_SHORT);
        Connection alice = connected();
        assertThat(alice.status().state()).isEqualTo(ConnectionState.SETUP_REQUIRED);

        PlanReport report = alice.apply(alice.plan());

        assertThat(report.status()).as(report.toString()).isEqualTo(PlanStatus.CARRIED_OUT);
        assertThat(demo.accountMode()).isEqualTo(SandboxAccountMode.FUTURES);
        assertThat(demo.positionMode()).isEqualTo(SandboxPositionMode.NET);
        assertThat(alice.status().state()).isEqualTo(ConnectionState.CONNECTED);
        String kept = report.undoRecord().orElseThrow().toText();
        assertThat(kept).doesNotContain(key.apiKey()).doesNotContain(key.secretKey());
        okx.close();

        try (ExchangeConnector restarted = exchange.connector(store)) {
            Connection again = restarted.connection(ALICE);
            PlanReport undone = again.undo(UndoRecord.parse(kept));

            assertThat(undone.status()).as(undone.toString()).isEqualTo(PlanStatus.CARRIED_OUT);
            assertThat(demo.accountMode()).isEqualTo(SandboxAccountMode.MULTI_CURRENCY);
            assertThat(demo.positionMode()).isEqualTo(SandboxPositionMode.LONG_SHORT);
            assertThat(again.status().state()).isEqualTo(ConnectionState.SETUP_REQUIRED);
            assertThat(again.undo(undone.undoRecord().orElseThrow()).status()).isEqualTo(PlanStatus.CARRIED_OUT);
            assertThat(again.status().state()).isEqualTo(ConnectionState.CONNECTED);
        }
    }

    @Test
    void applyAndUndo_fromSpotModeInHedgeMode_keepTheOrderThatOkxWants() {
        demo.setAccountMode(SandboxAccountMode.SPOT).setPositionMode(SandboxPositionMode.LONG_SHORT);
        Connection alice = connected();

        PlanReport report = alice.apply(alice.plan());
        assertThat(report.status()).as(report.toString()).isEqualTo(PlanStatus.CARRIED_OUT);

        PlanReport undone = alice.undo(report.undoRecord().orElseThrow());
        assertThat(undone.status()).as(undone.toString()).isEqualTo(PlanStatus.CARRIED_OUT);
        assertThat(demo.accountMode()).isEqualTo(SandboxAccountMode.SPOT);
        assertThat(demo.positionMode()).isEqualTo(SandboxPositionMode.LONG_SHORT);
    }

    /** What a test opens, and what the plan has to call it. */
    enum Opened {
        ORDER(Obstacle.Kind.ORDER) {
            @Override
            Optional<String> open(SandboxAccount account) {
                return Optional.of(account.placePendingOrder(SWAP));
            }
        },
        ALGO_ORDER(Obstacle.Kind.ALGO_ORDER) {
            @Override
            Optional<String> open(SandboxAccount account) {
                return Optional.of(account.placeAlgoOrder(SWAP));
            }
        },
        POSITION(Obstacle.Kind.POSITION) {
            @Override
            Optional<String> open(SandboxAccount account) {
                account.openPosition(SWAP, "isolated", "1");
                return Optional.empty();
            }
        };

        private final Obstacle.Kind kind;

        Opened(Obstacle.Kind kind) {
            this.kind = kind;
        }

        abstract Optional<String> open(SandboxAccount account);
    }

    @ParameterizedTest
    @EnumSource(Opened.class)
    void plan_somethingIsOpen_isBlockedByItUntilItIsCleared(Opened opened) {
        demo.setPositionMode(SandboxPositionMode.LONG_SHORT);
        Optional<String> id = opened.open(demo);
        Connection alice = connected();

        SetupPlan blocked = alice.plan();

        PlanItem item = item(blocked, "position-mode");
        assertThat(item.kind()).isEqualTo(PlanItem.Kind.BLOCKED);
        assertThat(item.obstacles()).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.kind()).isEqualTo(opened.kind);
            assertThat(obstacle.instrumentId()).contains(SWAP);
            assertThat(obstacle.id()).isPresent();
            id.ifPresent(known -> assertThat(obstacle.id()).contains(known));
            assertThat(obstacle.howToClear()).isNotBlank();
        });
        PlanReport report = alice.apply(blocked);
        assertThat(report.results()).isEmpty();
        assertThat(report.left()).extracting(PlanItem::code).containsExactly("position-mode");
        assertThat(demo.positionMode()).isEqualTo(SandboxPositionMode.LONG_SHORT);

        demo.cancelOrders().closePositions();
        assertThat(alice.apply(alice.plan()).status()).isEqualTo(PlanStatus.CARRIED_OUT);
        assertThat(demo.positionMode()).isEqualTo(SandboxPositionMode.NET);
    }

    @Test
    void plan_botThatThePrecheckTellsOf_blocksBothModes() {
        demo.setAccountMode(SandboxAccountMode.MULTI_CURRENCY)
                .setPositionMode(SandboxPositionMode.LONG_SHORT)
                .setBots(1);

        SetupPlan plan = connected().plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(item(plan, "account-mode").obstacles())
                .extracting(Obstacle::kind)
                .containsExactly(Obstacle.Kind.TRADING_BOT);
        assertThat(item(plan, "position-mode").obstacles())
                .extracting(Obstacle::kind)
                .containsExactly(Obstacle.Kind.TRADING_BOT);
    }

    @Test
    void apply_botThatNobodyTellsOf_isNamedWhenOkxRefusesAndTheRestIsDone() {
        demo.setPositionMode(SandboxPositionMode.LONG_SHORT)
                .setContractIsolatedMode("autonomy")
                .setBots(1);
        Connection alice = connected();
        SetupPlan plan = alice.plan();
        assertThat(item(plan, "position-mode").explanation())
                .as("what cannot be seen is said")
                .contains("trading bot");

        PlanReport report = alice.apply(plan);

        assertThat(report.status()).isEqualTo(PlanStatus.INCOMPLETE);
        assertThat(report.results())
                .extracting(RemedyResult::status)
                .containsExactly(RemedyStatus.BLOCKED, RemedyStatus.CHANGED);
        assertThat(report.results().get(0).obstacles())
                .extracting(Obstacle::kind)
                .containsExactly(Obstacle.Kind.TRADING_BOT);
        assertThat(report.undoRecord().orElseThrow().changes())
                .extracting(change -> change.field())
                .containsExactly("ctIsoMode");
    }

    @Test
    void plan_positionsInTheWayOfTheAccountMode_areNamedByThePrecheck() {
        demo.setAccountMode(SandboxAccountMode.MULTI_CURRENCY).setBorrowed("USDT", "5");
        demo.placePendingOrder(SWAP);

        PlanItem item = item(connected().plan(), "account-mode");

        assertThat(item.kind()).isEqualTo(PlanItem.Kind.BLOCKED);
        assertThat(item.obstacles())
                .extracting(Obstacle::kind)
                .containsExactly(Obstacle.Kind.ORDER, Obstacle.Kind.LOAN, Obstacle.Kind.ORDER);
        assertThat(item.obstacles().get(2).instrumentId()).contains(SWAP);
    }

    @Test
    void plan_modeNeverSetUp_isOnThePageOnlyUntilTheUserHasBeenThere() {
        SandboxUser bob = exchange.okx.createUser("bob");
        SandboxApiKey bobsKey = bob.createApiKey(exchange.keyRequest().read().trade());
        try (ExchangeConnector portfolio = exchange.builder()
                        .sharedCredentialStore(store)
                        .requirements(AccountRequirements.futuresTrading().toBuilder()
                                .replaceCheck(AccountChecks.accountMode(AccountMode.PORTFOLIO_MARGIN))
                                .build())
                        .build();
                ApiKeyCredential credential = credential(bobsKey)) {
            Connection connection = portfolio.connect(BOB, credential);

            PlanItem item = item(connection.plan(), "account-mode");
            assertThat(item.kind()).isEqualTo(PlanItem.Kind.ON_WEB_PAGE);
            assertThat(item.explanation()).contains("51070");
            assertThat(item.page()).contains(exchange.okx.uri());

            bob.demo().completeWebSetup(SandboxAccountMode.PORTFOLIO);
            assertThat(connection.apply(connection.plan()).status()).isEqualTo(PlanStatus.CARRIED_OUT);
            assertThat(bob.demo().accountMode()).isEqualTo(SandboxAccountMode.PORTFOLIO);
        }
    }

    @Test
    void plan_keyMayOnlyRead_leadsToThePages() {
        allWrong();
        Connection alice = connected();
        key.setPermissions(SandboxPermission.READ);

        SetupPlan plan = alice.plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(item(plan, "permissions").page()).contains(alice.site().apiManagementPage(TradingEnvironment.DEMO));
        assertThat(item(plan, "position-mode").page()).contains(alice.site().webOrigin());
    }

    @Test
    void apply_stalePlan_changesNothing() {
        demo.setPositionMode(SandboxPositionMode.LONG_SHORT);
        Connection alice = connected();
        SetupPlan plan = alice.plan();
        demo.placePendingOrder(SWAP);

        PlanReport report = alice.apply(plan);

        assertThat(report.status()).isEqualTo(PlanStatus.STALE);
        assertThat(item(report.freshPlan().orElseThrow(), "position-mode").kind())
                .isEqualTo(PlanItem.Kind.BLOCKED);
        assertThat(exchange.okx.journal().find(request -> request.method().equals("POST")))
                .isEmpty();
    }

    @Test
    void apply_secondChangeFails_reportsBothAndUndoesTheFirst() {
        demo.setAccountMode(SandboxAccountMode.MULTI_CURRENCY).setPositionMode(SandboxPositionMode.LONG_SHORT);
        demo.setContractIsolatedMode("autonomy");
        Connection alice = connected();
        SetupPlan plan = alice.plan();
        exchange.okx.faults().on("POST", "/api/v5/account/set-position-mode").code("50120");

        PlanReport report = alice.apply(plan);

        assertThat(report.status()).isEqualTo(PlanStatus.INCOMPLETE);
        assertThat(report.results())
                .extracting(RemedyResult::status)
                .containsExactly(RemedyStatus.CHANGED, RemedyStatus.FAILED, RemedyStatus.SKIPPED);
        RemedyResult failed = report.results().get(1);
        assertThat(failed.failure()).containsInstanceOf(PermissionDeniedException.class);
        assertThat(failed.nextStep()).isPresent();
        assertThat(alice.status().state()).isEqualTo(ConnectionState.SETUP_REQUIRED);

        assertThat(alice.undo(report.undoRecord().orElseThrow()).status()).isEqualTo(PlanStatus.CARRIED_OUT);
        assertThat(demo.accountMode()).isEqualTo(SandboxAccountMode.MULTI_CURRENCY);
        assertThat(demo.positionMode()).isEqualTo(SandboxPositionMode.LONG_SHORT);
    }

    @Test
    void apply_answerIsLost_isConfirmedByALookAndSentOnce() {
        demo.setPositionMode(SandboxPositionMode.LONG_SHORT);
        Connection alice = connected();
        SetupPlan plan = alice.plan();
        String path = "/api/v5/account/set-position-mode";
        exchange.okx.faults().on("POST", path).carriedOut().resetBeforeResponse();

        PlanReport report = alice.apply(plan);

        assertThat(report.status()).isEqualTo(PlanStatus.CARRIED_OUT);
        assertThat(exchange.okx.journal().count("POST", path)).isEqualTo(1);
        assertThat(report.undoRecord()).isPresent();
    }

    @Test
    void undo_blockedByAPosition_saysWhichAndCanBeTriedAgain() {
        demo.setPositionMode(SandboxPositionMode.LONG_SHORT);
        Connection alice = connected();
        UndoRecord record = alice.apply(alice.plan()).undoRecord().orElseThrow();
        demo.openPosition(SWAP, "isolated", "1");

        PlanReport report = alice.undo(record);

        assertThat(report.status()).isEqualTo(PlanStatus.INCOMPLETE);
        assertThat(report.results().get(0).obstacles())
                .extracting(Obstacle::kind)
                .containsExactly(Obstacle.Kind.POSITION);
        assertThat(report.undoRecord()).isEmpty();
        demo.closePositions();
        assertThat(alice.undo(record).status()).isEqualTo(PlanStatus.CARRIED_OUT);
    }

    @Test
    void undo_recordOfAnotherAccount_isRefused() {
        demo.setPositionMode(SandboxPositionMode.LONG_SHORT);
        Connection alice = connected();
        SetupPlan plan = alice.plan();
        UndoRecord record = alice.apply(plan).undoRecord().orElseThrow();
        SandboxUser bob = exchange.okx.createUser("bob");
        bob.demo().setPositionMode(SandboxPositionMode.NET);
        Connection other =
                connected(BOB, bob.createApiKey(exchange.keyRequest().read().trade()));

        assertThat(other.undo(record).status()).isEqualTo(PlanStatus.OTHER_ACCOUNT);
        assertThat(other.apply(plan).status()).isEqualTo(PlanStatus.OTHER_ACCOUNT);
        assertThat(bob.demo().positionMode()).isEqualTo(SandboxPositionMode.NET);
    }

    @Test
    void undo_recordOfTheDemoAccount_isRefusedByTheLiveOneWithoutACall() {
        demo.setPositionMode(SandboxPositionMode.LONG_SHORT);
        Connection alice = connected();
        UndoRecord record = alice.apply(alice.plan()).undoRecord().orElseThrow();
        SandboxApiKey liveKey = exchange.alice.createApiKey(SandboxKeyRequest.named("live")
                .environment(SandboxEnvironment.LIVE)
                .read()
                .trade());
        try (ExchangeConnector live = ExchangeConnector.okx()
                        .site(Site.custom("sandbox", exchange.okx.uri()))
                        .environment(TradingEnvironment.LIVE)
                        .clock(exchange.okx.clock())
                        .build();
                ApiKeyCredential credential = credential(liveKey)) {
            Connection connection = live.connect(ALICE, credential);
            long before = exchange.signedRequests();

            PlanReport report = connection.undo(record);

            assertThat(report.status()).isEqualTo(PlanStatus.OTHER_ACCOUNT);
            assertThat(report.explanation()).contains("nothing was changed");
            assertThat(exchange.signedRequests()).isEqualTo(before);
        }
    }

    private void allWrong() {
        demo.setAccountMode(SandboxAccountMode.MULTI_CURRENCY)
                .setPositionMode(SandboxPositionMode.LONG_SHORT)
                .setContractIsolatedMode("autonomy")
                .setMarginIsolatedMode("quick_margin");
    }

    private static PlanItem item(SetupPlan plan, String code) {
        List<PlanItem> found =
                plan.items().stream().filter(item -> item.code().equals(code)).toList();
        assertThat(found).as(code).hasSize(1);
        return found.get(0);
    }
}
