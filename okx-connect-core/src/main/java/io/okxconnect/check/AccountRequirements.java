package io.okxconnect.check;

import io.okxconnect.account.AccountMode;
import io.okxconnect.account.ApiPermission;
import io.okxconnect.account.ApiPermissions;
import io.okxconnect.account.PositionMode;
import io.okxconnect.account.ShownText;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.OkxConnectException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an app needs of a key and an account. Take a profile ({@link #futuresTrading()}, {@link #spot()}, {@link
 * #readOnly()}), change one with {@link #toBuilder()}, or start with {@link #builder()}. Immutable; serves many
 * accounts and threads.
 *
 * <p>Whatever the profile, a key whose permissions OKX does not tell is refused, and so is a key that may withdraw,
 * unless {@link Builder#withdraw} says otherwise, and a key with a permission that this version does not know, unless
 * {@link Builder#acceptUnrecognised} names it.
 */
public final class AccountRequirements {
    private final Set<ApiPermission> permissions;
    private final WithdrawPolicy withdraw;
    private final Set<ApiPermission> accepted;
    private final Map<String, AccountCheck> checks;

    private AccountRequirements(Builder builder) {
        this.permissions = Collections.unmodifiableSet(new LinkedHashSet<>(builder.permissions));
        this.withdraw = builder.withdraw;
        this.accepted = Collections.unmodifiableSet(new LinkedHashSet<>(builder.accepted));
        this.checks = Collections.unmodifiableMap(new LinkedHashMap<>(builder.checks));
    }

    /**
     * For apps that trade futures and perpetual swaps: Read and Trade, Futures mode (single-currency margin), one-way
     * mode, isolated margin recommended.
     *
     * @return the profile
     */
    public static AccountRequirements futuresTrading() {
        return builder()
                .permissions(ApiPermission.READ_ONLY, ApiPermission.TRADE)
                .addCheck(AccountChecks.accountMode(AccountMode.FUTURES))
                .addCheck(AccountChecks.positionMode(PositionMode.NET))
                .addCheck(AccountChecks.isolatedMargin())
                .build();
    }

    /**
     * For apps that trade spot: Read and Trade; any account mode, with a warning where spot shares its collateral.
     *
     * @return the profile
     */
    public static AccountRequirements spot() {
        return builder()
                .permissions(ApiPermission.READ_ONLY, ApiPermission.TRADE)
                .addCheck(AccountChecks.spotAccountMode())
                .build();
    }

    /**
     * For apps that only look: Read; a key that may do more than that is warned about.
     *
     * @return the profile
     */
    public static AccountRequirements readOnly() {
        return builder().build();
    }

    /**
     * Starts requirements of your own: Read, no withdrawals, and the checks of the IP binding, the account's owner and
     * the clock, which concern every app.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder()
                .addCheck(AccountChecks.ipBinding())
                .addCheck(AccountChecks.accountOwner())
                .addCheck(AccountChecks.clockSkew());
    }

    /**
     * A builder that holds these requirements.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.permissions = permissions;
        builder.withdraw = withdraw;
        builder.accepted = accepted;
        builder.checks.putAll(checks);
        return builder;
    }

    /**
     * The permissions a key must have.
     *
     * @return in the order given
     */
    public Set<ApiPermission> permissions() {
        return permissions;
    }

    /**
     * What is done with a key that may withdraw.
     *
     * @return the policy
     */
    public WithdrawPolicy withdraw() {
        return withdraw;
    }

    /**
     * The permissions a key may have although this version does not know them.
     *
     * @return in the order given; empty by default
     */
    public Set<ApiPermission> acceptedUnrecognised() {
        return accepted;
    }

    /**
     * All checks, the one of the permissions first.
     *
     * @return in the order in which they are made
     */
    public List<AccountCheck> checks() {
        List<AccountCheck> all = new ArrayList<>();
        all.add(new PermissionCheck(permissions, withdraw, accepted));
        all.addAll(checks.values());
        return List.copyOf(all);
    }

    /**
     * Makes all checks. Changes nothing. A check that cannot be done because a call failed becomes an {@link
     * Severity#ERROR} with the code {@code <id>.not-done}; what a check throws otherwise is a fault of its program and
     * is thrown on.
     *
     * @param context the account
     * @return what was found
     */
    public CheckReport check(CheckContext context) {
        Objects.requireNonNull(context, "context");
        List<Finding> findings = new ArrayList<>();
        for (AccountCheck check : checks()) {
            try {
                findings.addAll(check.examine(context));
            } catch (OkxConnectException failure) {
                findings.add(notDone(check, failure));
            }
        }
        return CheckReport.of(findings, context.now());
    }

    private static Finding notDone(AccountCheck check, OkxConnectException failure) {
        return Finding.of(
                        Severity.ERROR,
                        check.id() + ".not-done",
                        "The check \"" + check.id() + "\" could not be done, because a call failed. "
                                + failure.getMessage(),
                        "A check that was not done is not a check that was passed.")
                .withRemedy(Remedy.byHand("Check again. If it fails again: " + failure.nextStep()));
    }

    /** Builds {@link AccountRequirements}. Not for several threads at once. */
    public static final class Builder {
        private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

        private Set<ApiPermission> permissions = Set.of(ApiPermission.READ_ONLY);
        private WithdrawPolicy withdraw = WithdrawPolicy.REFUSE;
        private Set<ApiPermission> accepted = Set.of();
        private final Map<String, AccountCheck> checks = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Replaces the permissions a key must have; Read by default.
         *
         * @param permissions at least one, and not {@link ApiPermission#WITHDRAW}: see {@link #withdraw}
         * @return this builder
         * @throws InvalidArgumentException if there is none, or Withdraw among them
         */
        public Builder permissions(ApiPermission... permissions) {
            Set<ApiPermission> wanted = new LinkedHashSet<>(List.of(permissions));
            if (wanted.isEmpty() || wanted.contains(ApiPermission.WITHDRAW)) {
                throw new InvalidArgumentException(
                        "permissions",
                        "must be at least one, and not WITHDRAW",
                        "Pass READ_ONLY, or READ_ONLY and TRADE; okx-connect never withdraws.");
            }
            this.permissions = wanted;
            return this;
        }

        /**
         * What to do with a key that may withdraw; it is refused by default.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder withdraw(WithdrawPolicy policy) {
            this.withdraw = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Replaces the permissions that this version does not know and a key may have all the same: they are warned
         * about instead of refused. None by default. A permission that is required is accepted anyway.
         *
         * @param permissions for example {@code ApiPermission.of("earn")}, after you found out what OKX lets a key with
         *     it do
         * @return this builder
         * @throws InvalidArgumentException if one is known to this version, {@link ApiPermission#WITHDRAW} included, or
         *     is no word of 1 to 32 letters a to z, digits and {@code _}
         */
        public Builder acceptUnrecognised(ApiPermission... permissions) {
            Set<ApiPermission> wanted = new LinkedHashSet<>(List.of(permissions));
            if (!wanted.stream()
                    .allMatch(permission -> ApiPermissions.parse(permission.text())
                                    .unrecognised()
                                    .equals(List.of(permission))
                            && !permission.text().equals(ShownText.UNREADABLE))) {
                throw new InvalidArgumentException(
                        "permissions",
                        "must be words of 1 to 32 letters a to z, digits and '_' that this version does not know",
                        "Pass a word that OKX documents; for WITHDRAW there is withdraw().");
            }
            this.accepted = wanted;
            return this;
        }

        /**
         * Appends a check.
         *
         * @param check with an id that is not taken yet
         * @return this builder
         * @throws InvalidArgumentException if its id is taken, or not lower-case words joined by {@code -}
         */
        public Builder addCheck(AccountCheck check) {
            String id = validId(check);
            if (checks.containsKey(id)) {
                throw new InvalidArgumentException(
                        "check",
                        "must have an id that is not taken",
                        "Use replaceCheck, or give the check another id.");
            }
            checks.put(id, check);
            return this;
        }

        /**
         * Puts a check in the place of the one with the same id.
         *
         * @param check the new one
         * @return this builder
         * @throws InvalidArgumentException if there is none with its id
         */
        public Builder replaceCheck(AccountCheck check) {
            String id = validId(check);
            if (!checks.containsKey(id)) {
                throw new InvalidArgumentException(
                        "check",
                        "must have the id of a check that is there",
                        "Use addCheck, or one of these: " + checks.keySet());
            }
            checks.put(id, check);
            return this;
        }

        /**
         * Takes a check out. The check of the permissions stays.
         *
         * @param id the check's id, for example {@link AccountChecks#CLOCK_SKEW}
         * @return this builder
         * @throws InvalidArgumentException if there is none with that id
         */
        public Builder removeCheck(String id) {
            if (checks.remove(Objects.requireNonNull(id, "id")) == null) {
                throw new InvalidArgumentException(
                        "id", "must be the id of a check that can be removed", "Pass one of these: " + checks.keySet());
            }
            return this;
        }

        /**
         * The requirements; later use of this builder does not change them.
         *
         * @return new requirements
         */
        public AccountRequirements build() {
            return new AccountRequirements(this);
        }

        private static String validId(AccountCheck check) {
            String id = Objects.requireNonNull(
                    Objects.requireNonNull(check, "check").id(), "check.id()");
            if (id.equals(AccountChecks.PERMISSIONS) || !ID.matcher(id).matches()) {
                throw new InvalidArgumentException(
                        "check",
                        "must have an id of lower-case words joined by '-', other than \"permissions\"",
                        "Give it an id such as \"max-leverage\".");
            }
            return id;
        }
    }
}
