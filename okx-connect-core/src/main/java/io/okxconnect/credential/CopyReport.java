package io.okxconnect.credential;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a {@link CredentialStores#copy(CredentialStore, CredentialStore)} did, account by account. Immutable; holds no secret. */
public final class CopyReport {
    private final Map<AccountId, CopyOutcome> outcomes;
    private final List<String> damagedInSource;

    CopyReport(Map<AccountId, CopyOutcome> outcomes, List<String> damagedInSource) {
        this.outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        this.damagedInSource = List.copyOf(damagedInSource);
    }

    /**
     * Each account that the source listed.
     *
     * @return outcomes in the order of account ids, unmodifiable
     */
    public Map<AccountId, CopyOutcome> outcomes() {
        return outcomes;
    }

    /**
     * The accounts with one outcome.
     *
     * @param outcome the outcome
     * @return their ids in order, empty if there is none
     */
    public List<AccountId> accounts(CopyOutcome outcome) {
        return outcomes.entrySet().stream()
                .filter(each -> each.getValue() == outcome)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Records of the source that not even their account id can be read of, see {@link CredentialStore#damagedRecords()}.
     *
     * @return where they are, empty if there is none
     */
    public List<String> damagedInSource() {
        return damagedInSource;
    }

    /**
     * Whether the target now holds all that the source held, each record verified. Only then may the source be deleted.
     *
     * @return true if every outcome is complete and no record of the source is damaged
     */
    public boolean isComplete() {
        return damagedInSource.isEmpty() && outcomes.values().stream().allMatch(CopyOutcome::isComplete);
    }

    /** {@return how many accounts had which outcome} */
    @Override
    public String toString() {
        String counts = Arrays.stream(CopyOutcome.values())
                .filter(outcome -> !accounts(outcome).isEmpty())
                .map(outcome -> accounts(outcome).size() + " " + outcome)
                .collect(Collectors.joining(", "));
        return "CopyReport[" + (counts.isEmpty() ? "no account" : counts) + "; " + damagedInSource.size()
                + " damaged in the source]";
    }
}
