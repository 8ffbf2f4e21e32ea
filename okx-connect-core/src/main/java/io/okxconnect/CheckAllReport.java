package io.okxconnect;

import io.okxconnect.credential.AccountId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How all accounts are doing after {@link ExchangeConnector#checkAll()}. Immutable. */
public final class CheckAllReport {
    private final List<CheckAllResult> results;

    CheckAllReport(List<CheckAllResult> results) {
        this.results = List.copyOf(results);
    }

    /**
     * The result of each account.
     *
     * @return unmodifiable; in the order of the accounts
     */
    public List<CheckAllResult> results() {
        return results;
    }

    /**
     * The result of one account.
     *
     * @param accountId which one
     * @return empty if it was not looked at
     */
    public Optional<CheckAllResult> of(AccountId accountId) {
        return results.stream()
                .filter(result -> result.accountId().equals(accountId))
                .findFirst();
    }

    /**
     * The accounts that the app cannot work with now.
     *
     * @return those whose status is not {@link ConnectionStatus#isUsable() usable}, in the order of the accounts
     */
    public List<CheckAllResult> unusable() {
        return results.stream().filter(result -> !result.status().isUsable()).toList();
    }

    /**
     * How many accounts there are of each state.
     *
     * @return unmodifiable; states without an account are left out
     */
    public Map<ConnectionState, Integer> countByState() {
        Map<ConnectionState, Integer> counts = new EnumMap<>(ConnectionState.class);
        results.forEach(result -> counts.merge(result.status().state(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** {@return how many accounts there are of each state} */
    @Override
    public String toString() {
        return "CheckAllReport" + countByState();
    }
}
