package io.okxconnect.testkit;

import io.okxconnect.testkit.internal.model.Account;
import io.okxconnect.testkit.internal.model.Decimals;
import io.okxconnect.testkit.internal.model.Instrument;
import io.okxconnect.testkit.internal.model.Order;
import io.okxconnect.testkit.internal.model.OrderTicket;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/**
 * One account of a user, live or demo. The {@code set} methods put it into a state without asking OKX's rules, as a
 * test's own hand; orders and positions go by the rules. Thread-safe.
 */
public final class SandboxAccount {
    private final Account account;

    SandboxAccount(Account account) {
        this.account = account;
    }

    /**
     * Puts the account into a mode, and counts as its first set-up on the web.
     *
     * @param mode the mode
     * @return this account
     */
    public SandboxAccount setAccountMode(SandboxAccountMode mode) {
        return change(it -> it.mode(mode.code()));
    }

    /**
     * The account's mode.
     *
     * @return the mode
     */
    public SandboxAccountMode accountMode() {
        return SandboxAccountMode.of(account.exclusively(() -> account.mode()));
    }

    /**
     * Notes that the user has been through the first set-up of a mode on the web site, without which OKX refuses to
     * switch to it by API (51070).
     *
     * @param mode the mode
     * @return this account
     */
    public SandboxAccount completeWebSetup(SandboxAccountMode mode) {
        return change(it -> it.open(mode.code()));
    }

    /**
     * Puts the account into a position mode.
     *
     * @param mode the mode
     * @return this account
     */
    public SandboxAccount setPositionMode(SandboxPositionMode mode) {
        return change(it -> it.positionMode(mode.code()));
    }

    /**
     * The account's position mode.
     *
     * @return the mode
     */
    public SandboxPositionMode positionMode() {
        return SandboxPositionMode.of(account.exclusively(() -> account.positionMode()));
    }

    /**
     * How margin gets into and out of isolated contract positions, OKX's {@code ctIsoMode}. OKX still reports
     * {@code autonomy} for some accounts although it can no longer be chosen.
     *
     * @param mode {@code automatic} or {@code autonomy}
     * @return this account
     */
    public SandboxAccount setContractIsolatedMode(String mode) {
        return change(it -> it.contractIsolatedMode(mode));
    }

    /**
     * How margin gets into and out of isolated margin positions, OKX's {@code mgnIsoMode}.
     *
     * @param mode {@code automatic}, {@code auto_transfers_ccy}, or the retired {@code quick_margin}
     * @return this account
     */
    public SandboxAccount setMarginIsolatedMode(String mode) {
        return change(it -> it.marginIsolatedMode(mode));
    }

    /**
     * Sets the cash in the trading account.
     *
     * @param ccy the currency
     * @param amount a plain decimal number
     * @return this account
     * @throws IllegalArgumentException if the amount is not a number
     */
    public SandboxAccount setBalance(String ccy, String amount) {
        BigDecimal number = Decimals.parse("amount", amount);
        return change(it -> it.wallet().cash(ccy, number));
    }

    /**
     * Sets the money in the funding account, which {@code account/balance} does not show.
     *
     * @param ccy the currency
     * @param amount a plain decimal number
     * @return this account
     * @throws IllegalArgumentException if the amount is not a number
     */
    public SandboxAccount setFundingBalance(String ccy, String amount) {
        BigDecimal number = Decimals.parse("amount", amount);
        return change(it -> it.wallet().funding(ccy, number));
    }

    /**
     * Sets what the account owes, which blocks a switch to Spot or Futures mode.
     *
     * @param ccy the currency
     * @param amount a plain decimal number, 0 for no debt
     * @return this account
     * @throws IllegalArgumentException if the amount is not a number
     */
    public SandboxAccount setBorrowed(String ccy, String amount) {
        BigDecimal number = Decimals.parse("amount", amount);
        return change(it -> it.wallet().borrowed(ccy, number));
    }

    /**
     * Sets the leverage of a contract; 3 until it is set.
     *
     * @param instId the contract
     * @param marginMode {@code cross} or {@code isolated}
     * @param leverage a plain decimal number, at least 1
     * @return this account
     * @throws IllegalArgumentException if there is no such contract, or the leverage is not a number or below 1
     */
    public SandboxAccount setLeverage(String instId, String marginMode, String leverage) {
        Instrument instrument = instrument(instId);
        BigDecimal number = Decimals.parse("leverage", leverage);
        if (number.compareTo(BigDecimal.ONE) < 0) {
            throw new IllegalArgumentException("leverage must be at least 1, not " + leverage);
        }
        return change(it -> List.of("net", "long", "short")
                .forEach(side -> it.leverages().set(instrument.instId(), marginMode, side, number)));
    }

    /**
     * Sets the fee tier that the account shows; it does not change what orders cost.
     *
     * @param level such as {@code Lv1} or {@code VIP1}
     * @return this account
     */
    public SandboxAccount setFeeLevel(String level) {
        return change(it -> it.feeLevel(level));
    }

    /**
     * Sets how many trading bots run; any blocks a change of modes. No endpoint lists them.
     *
     * @param running 0 or more
     * @return this account
     */
    public SandboxAccount setBots(int running) {
        return change(it -> it.bots(running));
    }

    /**
     * Opens a contract position at the current price, or adds to it, without an order and without a fee.
     *
     * @param instId the contract
     * @param marginMode {@code cross} or {@code isolated}
     * @param contracts how many contracts, below zero for a short position
     * @return this account
     * @throws IllegalArgumentException if there is no such contract, or the size is not a number or zero
     */
    public SandboxAccount openPosition(String instId, String marginMode, String contracts) {
        Instrument instrument = instrument(instId);
        BigDecimal change = Decimals.parse("contracts", contracts);
        if (!instrument.isDerivative() || change.signum() == 0) {
            throw new IllegalArgumentException("a position is a number of contracts other than 0 of a contract");
        }
        return change(it -> {
            String side = it.isHedged() ? (change.signum() > 0 ? "long" : "short") : "net";
            it.orderDesk().trade(instrument, marginMode, side, change);
        });
    }

    /**
     * Closes all positions at the current price.
     *
     * @return this account
     */
    public SandboxAccount closePositions() {
        return change(it -> it.orderDesk().closeAll());
    }

    /**
     * Places a limit buy order far enough below the current price to stay pending: one lot more than the smallest
     * order, at half the price.
     *
     * @param instId the instrument
     * @return the order's id
     * @throws IllegalArgumentException if there is no such instrument, or OKX would refuse the order
     */
    public String placePendingOrder(String instId) {
        Instrument instrument = instrument(instId);
        return Wording.refusing(() -> account.exclusively(() -> place(instrument)));
    }

    /**
     * Places a stop-loss order of the smallest size, which never triggers. Like a trading bot it blocks a change of
     * modes; unlike one it is listed by the API.
     *
     * @param instId the instrument
     * @return the algo order's id
     * @throws IllegalArgumentException if there is no such instrument
     */
    public String placeAlgoOrder(String instId) {
        Instrument instrument = instrument(instId);
        return account.exclusively(
                () -> account.orderDesk().placeAlgo(instrument).algoId());
    }

    /**
     * Cancels all pending orders and algo orders.
     *
     * @return this account
     */
    public SandboxAccount cancelOrders() {
        return change(it -> it.orderDesk().cancelAll());
    }

    /**
     * The ids of the pending orders.
     *
     * @return newest first
     */
    public List<String> pendingOrders() {
        return account.exclusively(
                () -> account.orders().pending().stream().map(Order::id).toList());
    }

    /**
     * How many positions are open.
     *
     * @return 0 or more
     */
    public int openPositions() {
        return account.exclusively(() -> account.positions().open().size());
    }

    static Instrument instrument(String instId) {
        return Instrument.find(instId)
                .orElseThrow(() -> new IllegalArgumentException("the sandbox does not list the instrument " + instId
                        + "; it lists "
                        + Instrument.listed().stream().map(Instrument::instId).toList()));
    }

    private String place(Instrument instrument) {
        boolean contract = instrument.isDerivative();
        boolean simple = account.mode().equals("1") || account.mode().equals("2");
        String tradeMode = contract || !simple ? "cross" : "cash";
        String side = contract && account.isHedged() ? "long" : "";
        BigDecimal half = account.orderDesk()
                .price(instrument)
                .divideToIntegralValue(instrument.tickSize().multiply(BigDecimal.valueOf(2)))
                .multiply(instrument.tickSize());
        BigDecimal size = instrument.minSize().add(instrument.lotSize());
        OrderTicket ticket = new OrderTicket(
                instrument, tradeMode, "buy", side, "limit", size, size, half, "", "", OrderTicket.ReduceOnly.NO, "");
        return account.orderDesk().place(ticket).id();
    }

    private SandboxAccount change(Consumer<Account> work) {
        account.exclusively(() -> work.accept(account));
        return this;
    }
}
