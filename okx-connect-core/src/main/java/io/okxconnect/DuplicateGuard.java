package io.okxconnect;

import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.error.DuplicateAccountException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Asks the app's policy before an account is stored beside others of the same OKX customer. The policy is asked without
 * any lock; what it agreed to is compared with the store once more under the customer's lock, which is held until the
 * account is stored, so that of two connects at once the later one meets the earlier one.
 */
final class DuplicateGuard {
    private final DuplicatePolicy policy;
    private final AccountIndex index;
    private final AccountLocks customers = new AccountLocks();

    DuplicateGuard(DuplicatePolicy policy, AccountIndex index) {
        this.policy = policy;
        this.index = index;
    }

    /**
     * Runs the step that stores an account, if the policy agrees to what is stored already.
     *
     * @param store stores; it may take the account's lock, which nobody holds while waiting here
     * @throws DuplicateAccountException if the policy refuses; the step did not run
     */
    <T> T admit(AccountId accountId, OkxCustomer customer, Supplier<T> store) {
        Set<DuplicateAccount> agreed = new HashSet<>();
        while (true) {
            for (DuplicateAccount duplicate : duplicates(accountId, customer)) {
                if (agreed.add(duplicate)) {
                    ask(duplicate);
                }
            }
            Optional<T> done = customers.with(
                    customer.family(),
                    () -> agreed.containsAll(duplicates(accountId, customer))
                            ? Optional.of(store.get())
                            : Optional.empty());
            if (done.isPresent()) {
                return done.get();
            }
        }
    }

    private List<DuplicateAccount> duplicates(AccountId accountId, OkxCustomer customer) {
        return index.members(customer.family(), accountId).stream()
                .map(other -> duplicate(accountId, customer, other))
                .toList();
    }

    private static DuplicateAccount duplicate(AccountId accountId, OkxCustomer customer, CredentialMetadata other) {
        UidRelation relation = OkxCustomer.of(other).map(customer::relationTo).orElse(UidRelation.SAME_MAIN_ACCOUNT);
        return new DuplicateAccount(
                accountId, other.accountId(), relation, other.origin(), other.siteName(), other.environment());
    }

    private void ask(DuplicateAccount duplicate) {
        if (policy.decide(duplicate) != DuplicatePolicy.Decision.ALLOW) {
            String id = duplicate.accountId().value();
            throw switch (duplicate.relation()) {
                case SAME_ACCOUNT -> DuplicateAccountException.ofSameAccount(id);
                case SAME_MAIN_ACCOUNT -> DuplicateAccountException.ofSameMainAccount(id);
            };
        }
    }
}
