package io.okxconnect.testkit.internal.model;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A customer of one site: a master account or one of its sub-accounts. */
public final class Trader {
    private final String name;
    private final String site;
    private final String uid;
    private final @Nullable Trader master;
    private final long createdAtMillis;
    private final Account live;
    private final Account demo;
    private final List<ApiKey> keys = new CopyOnWriteArrayList<>();
    private final List<Trader> subAccounts = new CopyOnWriteArrayList<>();
    private volatile String kycLevel = "2";
    private volatile boolean frozen;

    Trader(String name, String site, @Nullable Trader master, String uid, long createdAtMillis, Exchange exchange) {
        this.name = name;
        this.site = site;
        this.master = master;
        this.uid = uid;
        this.createdAtMillis = createdAtMillis;
        this.live = new Account(this, Environment.LIVE, exchange);
        this.demo = new Account(this, Environment.DEMO, exchange);
    }

    public String name() {
        return name;
    }

    public String site() {
        return site;
    }

    public String uid() {
        return uid;
    }

    public String mainUid() {
        return master == null ? uid : master.uid;
    }

    public boolean isSubAccount() {
        return master != null;
    }

    /** OKX's account type: {@code 0} master, {@code 1} standard sub-account. */
    public String type() {
        return isSubAccount() ? "1" : "0";
    }

    public long createdAtMillis() {
        return createdAtMillis;
    }

    public String kycLevel() {
        return master == null ? kycLevel : master.kycLevel;
    }

    public void kycLevel(String level) {
        kycLevel = level;
    }

    public boolean isFrozen() {
        return frozen;
    }

    public void freeze() {
        frozen = true;
    }

    public void unfreeze() {
        frozen = false;
    }

    public Account account(Environment environment) {
        return environment == Environment.LIVE ? live : demo;
    }

    public List<ApiKey> keys() {
        return List.copyOf(keys);
    }

    public List<Trader> subAccounts() {
        return List.copyOf(subAccounts);
    }

    void add(ApiKey key) {
        keys.add(key);
    }

    void add(Trader subAccount) {
        subAccounts.add(subAccount);
    }

    Set<String> requireGrantable(Collection<String> permissions) {
        if (permissions.isEmpty()) {
            throw new IllegalArgumentException("a key needs at least one permission");
        }
        if (isSubAccount() && permissions.contains("withdraw")) {
            throw ErrorCode.SUB_CANNOT_WITHDRAW.refusal();
        }
        return Set.copyOf(permissions);
    }

    @Override
    public String toString() {
        return "Trader[" + name + "]";
    }
}
