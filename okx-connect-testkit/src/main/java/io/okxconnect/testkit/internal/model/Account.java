package io.okxconnect.testkit.internal.model;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One account of a customer, live or demo. Everything inside is guarded by the account's lock: call
 * {@link #exclusively} around any use.
 */
public final class Account {
    private final ReentrantLock lock = new ReentrantLock();
    private final Trader owner;
    private final Environment environment;
    private final Wallet wallet = new Wallet();
    private final OrderBook orders = new OrderBook();
    private final Leverages leverages = new Leverages();
    private final PositionBook positions;
    private final Figures figures;
    private final ModeSwitch modeSwitch;
    private final OrderDesk orderDesk;
    private final LeverageDesk leverageDesk = new LeverageDesk(this);
    private final Set<String> openedModes = new HashSet<>(Set.of("1"));
    private String mode = "1";
    private String positionMode = "net_mode";
    private String contractIsolatedMode = "automatic";
    private String marginIsolatedMode = "automatic";
    private String feeLevel = "Lv1";
    private int bots;

    Account(Trader owner, Environment environment, Exchange exchange) {
        this.owner = owner;
        this.environment = environment;
        this.positions = new PositionBook(wallet, exchange.ids());
        this.figures = new Figures(wallet, positions, orders, exchange.prices());
        this.modeSwitch = new ModeSwitch(this, exchange.readings());
        this.orderDesk = new OrderDesk(this, exchange);
    }

    /** Runs {@code work} while nobody else can look at or change this account. */
    public <T> T exclusively(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Runs {@code work} while nobody else can look at or change this account. */
    public void exclusively(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    public Trader owner() {
        return owner;
    }

    public Environment environment() {
        return environment;
    }

    public Wallet wallet() {
        return wallet;
    }

    public PositionBook positions() {
        return positions;
    }

    public OrderBook orders() {
        return orders;
    }

    public Leverages leverages() {
        return leverages;
    }

    public Figures figures() {
        return figures;
    }

    /** The rules by which a customer changes the settings of this account. */
    public ModeSwitch modeSwitch() {
        return modeSwitch;
    }

    public OrderDesk orderDesk() {
        return orderDesk;
    }

    public LeverageDesk leverageDesk() {
        return leverageDesk;
    }

    /** OKX's {@code acctLv}: {@code 1} Spot, {@code 2} Futures, {@code 3} Multi-currency, {@code 4} Portfolio margin. */
    public String mode() {
        return mode;
    }

    /** Puts the account into a mode without asking any rule. */
    public void mode(String newMode) {
        mode = newMode;
        openedModes.add(newMode);
        if (newMode.equals("4")) {
            positionMode = "net_mode";
        }
    }

    /** Notes that the customer has been through the first set-up of a mode on the web site. */
    public void open(String newMode) {
        openedModes.add(newMode);
    }

    public boolean isOpen(String wanted) {
        return openedModes.contains(wanted);
    }

    public String positionMode() {
        return positionMode;
    }

    public void positionMode(String newMode) {
        positionMode = newMode;
    }

    public boolean isHedged() {
        return positionMode.equals("long_short_mode");
    }

    public String contractIsolatedMode() {
        return contractIsolatedMode;
    }

    public void contractIsolatedMode(String newMode) {
        contractIsolatedMode = newMode;
    }

    public String marginIsolatedMode() {
        return marginIsolatedMode;
    }

    public void marginIsolatedMode(String newMode) {
        marginIsolatedMode = newMode;
    }

    public String feeLevel() {
        return feeLevel;
    }

    public void feeLevel(String level) {
        feeLevel = level;
    }

    public int bots() {
        return bots;
    }

    public void bots(int running) {
        bots = running;
    }
}
