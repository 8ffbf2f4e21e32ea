package io.okxconnect.check;

import io.okxconnect.error.InvalidArgumentException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an {@link AccountCheck} has to say about a key or an account: what is wrong, why it matters, and how
 * to fix it. Immutable.
 */
public final class Finding {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*");

    private final Severity severity;
    private final String code;
    private final String message;
    private final String reason;
    private final @Nullable Remedy remedy;

    private Finding(Severity severity, String code, String message, String reason, @Nullable Remedy remedy) {
        this.severity = severity;
        this.code = code;
        this.message = message;
        this.reason = reason;
        this.remedy = remedy;
    }

    /**
     * A finding without a remedy.
     *
     * @param severity how much it matters
     * @param code stable name for programs: the check's id, a dot, what was found, for example {@code
     *     position-mode.wrong}
     * @param message what is the case, as sentences for the user; never a secret
     * @param reason why that matters to the user's money or trading, as sentences
     * @return the finding
     * @throws InvalidArgumentException if the code is not made of lower-case words joined by {@code -} and {@code .},
     *     or a text is blank
     */
    public static Finding of(Severity severity, String code, String message, String reason) {
        Objects.requireNonNull(severity, "severity");
        if (!CODE.matcher(Objects.requireNonNull(code, "code")).matches()) {
            throw new InvalidArgumentException(
                    "code",
                    "must be lower-case words joined by '-' and '.'",
                    "Pass something like \"my-check.too-old\".");
        }
        return new Finding(severity, code, notBlank("message", message), notBlank("reason", reason), null);
    }

    private static String notBlank(String name, String text) {
        if (Objects.requireNonNull(text, name).isBlank()) {
            throw new InvalidArgumentException(name, "must not be blank", "Say it in a sentence for the user.");
        }
        return text;
    }

    /**
     * The same finding with a way to fix it.
     *
     * @param remedy how to fix it
     * @return a changed copy
     */
    public Finding withRemedy(Remedy remedy) {
        return new Finding(severity, code, message, reason, Objects.requireNonNull(remedy, "remedy"));
    }

    /**
     * How much it matters.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    /**
     * The stable name for programs; texts may be reworded between versions, codes are not.
     *
     * @return for example {@code position-mode.wrong}
     */
    public String code() {
        return code;
    }

    /**
     * What is the case.
     *
     * @return one or more sentences for the user
     */
    public String message() {
        return message;
    }

    /**
     * Why it matters to the user's money or trading.
     *
     * @return one or more sentences for the user
     */
    public String reason() {
        return reason;
    }

    /**
     * How to fix it.
     *
     * @return the remedy; empty if there is nothing to do
     */
    public Optional<Remedy> remedy() {
        return Optional.ofNullable(remedy);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Finding that
                && severity == that.severity
                && code.equals(that.code)
                && message.equals(that.message)
                && reason.equals(that.reason)
                && Objects.equals(remedy, that.remedy);
    }

    @Override
    public int hashCode() {
        return Objects.hash(severity, code, message, reason, remedy);
    }

    /** {@return all parts in one line, in words} */
    @Override
    public String toString() {
        return severity + " " + code + ": " + message + " Why it matters: " + reason
                + (remedy == null ? "" : " How to fix it: " + remedy);
    }
}
