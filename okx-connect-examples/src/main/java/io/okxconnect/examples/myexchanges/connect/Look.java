package io.okxconnect.examples.myexchanges.connect;

import io.okxconnect.account.Balance;
import io.okxconnect.check.SetupPlan;
import io.okxconnect.doctor.Diagnosis;
import java.util.Optional;

/**
 * What a look at an account brought. Kept in memory, so that showing a page asks OKX nothing.
 *
 * @param balance the balances
 * @param plan the set-up: what is fine, what can be changed, what stands in the way
 * @param trouble why OKX could not be asked, or refused
 */
public record Look(Optional<Balance> balance, Optional<SetupPlan> plan, Optional<Diagnosis> trouble) {
    static final Look NONE = new Look(Optional.empty(), Optional.empty(), Optional.empty());
}
