package io.okxconnect.error;

import java.util.Objects;

/**
 * An argument that breaks a rule of the method it was given to; nothing was sent and nothing was changed. The value
 * itself is never part of the message, because it may be a secret.
 */
public final class InvalidArgumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The name of the argument. */
    private final String argument;
    /** The rule that was broken. */
    private final String rule;
    /** What to pass instead. */
    private final String fix;

    /**
     * Creates the failure.
     *
     * @param argument the name of the argument, as the method declares it
     * @param rule the rule it breaks, for example "must be 1 to 64 characters"
     * @param fix what to pass instead, one sentence
     */
    public InvalidArgumentException(String argument, String rule, String fix) {
        super(argument + ": " + rule + ". " + fix);
        this.argument = Objects.requireNonNull(argument, "argument");
        this.rule = Objects.requireNonNull(rule, "rule");
        this.fix = Objects.requireNonNull(fix, "fix");
    }

    /**
     * The name of the argument.
     *
     * @return the name as the method declares it
     */
    public String argument() {
        return argument;
    }

    /**
     * The rule that was broken.
     *
     * @return the rule
     */
    public String rule() {
        return rule;
    }

    /**
     * What to pass instead.
     *
     * @return one sentence
     */
    public String fix() {
        return fix;
    }
}
