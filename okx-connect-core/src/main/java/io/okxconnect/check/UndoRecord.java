package io.okxconnect.check;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.ShownText;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.rest.JsonValue;
import io.okxconnect.site.TradingEnvironment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an account's settings were before a {@link SetupPlan} changed them, and what it left, so that {@link
 * SetupPlanner#undo} can take the changes back, a week later too: keep {@link #toText()}. Immutable; holds no secret.
 */
public final class UndoRecord {
    private final AccountOwner account;
    private final Instant appliedAt;
    private final List<UndoStep> steps;

    UndoRecord(AccountOwner account, Instant appliedAt, List<UndoStep> steps) {
        this.account = account;
        this.appliedAt = appliedAt;
        this.steps = List.copyOf(steps);
    }

    /** What was changed, or may have been; empty if nothing was. */
    static Optional<UndoRecord> of(AccountOwner account, RemedyReport done, Instant appliedAt) {
        List<UndoStep> steps = new ArrayList<>();
        for (AccountSetting setting : AccountSetting.values()) {
            String before = shown(setting, done.configBefore());
            String after = perhapsSet(setting, done).orElseGet(() -> shown(setting, done.configAfter()));
            if (!before.equals(after) && isReadable(before) && isReadable(after)) {
                steps.add(new UndoStep(setting, before, after));
            }
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(new UndoRecord(account, appliedAt, steps));
    }

    private static String shown(AccountSetting setting, AccountConfig config) {
        String text = setting.textIn(config);
        return text.isEmpty() ? "" : ShownText.id(text);
    }

    /** A change without an answer may still come into force: its value is not somebody else's. */
    private static Optional<String> perhapsSet(AccountSetting setting, RemedyReport done) {
        return done.results().stream()
                .filter(result -> result.status() == RemedyStatus.UNKNOWN)
                .flatMap(result -> result.remedy().action().stream())
                .filter(SettingSwitch.class::isInstance)
                .map(SettingSwitch.class::cast)
                .filter(action -> action.on() == setting)
                .map(action -> action.target().text())
                .findFirst();
    }

    private static boolean isReadable(String text) {
        return !text.isEmpty() && !text.equals(ShownText.UNREADABLE);
    }

    /**
     * Reads what {@link #toText()} wrote.
     *
     * @param text the text, unchanged
     * @return the record
     * @throws InvalidArgumentException if it is not such a text, or one of a later version of the form
     */
    public static UndoRecord parse(String text) {
        return UndoText.read(text);
    }

    /**
     * The record as one line of JSON, to be kept. The form is stable: it carries a version, and later versions of
     * okx-connect read it. It holds the account's uid and mode settings, no key and no secret.
     *
     * @return the text
     */
    public String toText() {
        return UndoText.write(this);
    }

    AccountOwner account() {
        return account;
    }

    List<UndoStep> steps() {
        return steps;
    }

    /**
     * The OKX user id of the account.
     *
     * @return the uid
     */
    public String uid() {
        return account.uid();
    }

    /**
     * The name of the account's OKX site.
     *
     * @return for example {@code global}
     */
    public String siteName() {
        return account.siteName();
    }

    /**
     * Live or demo.
     *
     * @return the environment
     */
    public TradingEnvironment environment() {
        return account.environment();
    }

    /**
     * When the changes were made.
     *
     * @return the time
     */
    public Instant appliedAt() {
        return appliedAt;
    }

    /**
     * The changes that an undo takes back.
     *
     * @return one for each setting, with the values before and after the plan was applied
     */
    public List<ConfigChange> changes() {
        return steps.stream()
                .map(step -> new ConfigChange(step.setting().field(), json(step.before()), json(step.after())))
                .toList();
    }

    private static String json(String text) {
        return JsonValue.of(text).toJson();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UndoRecord that
                && account.equals(that.account)
                && appliedAt.equals(that.appliedAt)
                && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return account.hashCode() + 31 * steps.hashCode();
    }

    /** {@return what was changed and when, in words} */
    @Override
    public String toString() {
        return changes().stream()
                .map(ConfigChange::toString)
                .collect(Collectors.joining("; ", "Changed at " + appliedAt + ": ", ""));
    }
}
