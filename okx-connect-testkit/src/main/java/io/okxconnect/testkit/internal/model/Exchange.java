package io.okxconnect.testkit.internal.model;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The whole exchange: its customers at all sites, their keys, the prices and the announcements. */
public final class Exchange {
    private final Clock clock;
    private final Ids ids;
    private final Set<Reading> readings;
    private final Prices prices = new Prices();
    private final KeyDesk keyDesk;
    private final Map<String, Trader> traders = new ConcurrentHashMap<>();
    private final List<Maintenance> maintenance = new CopyOnWriteArrayList<>();

    public Exchange(Clock clock, Ids ids, Set<Reading> readings) {
        this.clock = clock;
        this.ids = ids;
        this.readings = Set.copyOf(readings);
        this.keyDesk = new KeyDesk(clock, ids);
    }

    public Clock clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    public boolean follows(Reading reading) {
        return readings.contains(reading);
    }

    Set<Reading> readings() {
        return readings;
    }

    public Prices prices() {
        return prices;
    }

    public KeyDesk keyDesk() {
        return keyDesk;
    }

    public List<Maintenance> maintenance() {
        return maintenance;
    }

    /** Opens an account; names are unique in the whole sandbox. */
    public Trader open(String name, String site, @Nullable Trader master) {
        Trader trader = new Trader(name, site, master, ids.number(18), clock.millis(), this);
        if (name.isBlank() || traders.putIfAbsent(name, trader) != null) {
            throw new IllegalArgumentException("a user needs a name that no other user has: '" + name + "'");
        }
        if (master != null) {
            master.add(trader);
        }
        return trader;
    }

    public Optional<Trader> find(String name) {
        return Optional.ofNullable(traders.get(name));
    }

    /** The customers of one site, by name. */
    public List<Trader> traders(String site) {
        return traders.values().stream()
                .filter(it -> it.site().equals(site))
                .sorted(Comparator.comparing(Trader::name))
                .toList();
    }

    /** Moves a price and fills every pending order that it reaches. */
    public void price(Instrument instrument, BigDecimal price) {
        prices.set(instrument, price);
        for (Trader trader : traders.values()) {
            for (Environment environment : Environment.values()) {
                Account account = trader.account(environment);
                account.exclusively(() -> account.orderDesk().priceMoved(instrument));
            }
        }
    }
}
