package io.okxconnect.check;

import io.okxconnect.error.InvalidArgumentException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to fix a {@link Finding}: an instruction for the user, and where possible an action that makes the change by one
 * call. A remedy changes nothing by itself; {@link Remedies#apply} does, when called. Immutable.
 */
public final class Remedy {
    private final String instruction;
    private final @Nullable URI page;
    private final @Nullable RemedyAction action;

    private Remedy(String instruction, @Nullable URI page, @Nullable RemedyAction action) {
        Objects.requireNonNull(instruction, "instruction");
        if (instruction.isBlank()) {
            throw new InvalidArgumentException(
                    "instruction", "must not be blank", "Say in a sentence what the user has to do.");
        }
        this.instruction = instruction;
        this.page = page;
        this.action = action;
    }

    /**
     * A remedy that {@link Remedies#apply} can carry out.
     *
     * @param instruction what will be changed, as sentences for the user
     * @param action makes the change
     * @return the remedy
     * @throws InvalidArgumentException if the instruction is blank
     */
    public static Remedy automatic(String instruction, RemedyAction action) {
        return new Remedy(instruction, null, Objects.requireNonNull(action, "action"));
    }

    /**
     * A remedy that only the user can carry out, on a page of OKX.
     *
     * @param instruction what to do there, as sentences
     * @param page the address of the page
     * @return the remedy
     * @throws InvalidArgumentException if the instruction is blank
     */
    public static Remedy onPage(String instruction, URI page) {
        return new Remedy(instruction, Objects.requireNonNull(page, "page"), null);
    }

    /**
     * A remedy that only the user can carry out, not bound to a page.
     *
     * @param instruction what to do, as sentences
     * @return the remedy
     * @throws InvalidArgumentException if the instruction is blank
     */
    public static Remedy byHand(String instruction) {
        return new Remedy(instruction, null, null);
    }

    /**
     * What to do.
     *
     * @return one or more sentences for the user
     */
    public String instruction() {
        return instruction;
    }

    /**
     * Where to do it.
     *
     * @return the address of the page at the user's own OKX site; empty if the remedy needs none
     */
    public Optional<URI> page() {
        return Optional.ofNullable(page);
    }

    /**
     * What {@link Remedies#apply} would carry out.
     *
     * @return the action; empty if only the user can apply this remedy
     */
    public Optional<RemedyAction> action() {
        return Optional.ofNullable(action);
    }

    /**
     * Whether {@link Remedies#apply} can carry it out.
     *
     * @return true if and only if there is an {@link #action()}
     */
    public boolean isAutomatic() {
        return action != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Remedy that
                && instruction.equals(that.instruction)
                && Objects.equals(page, that.page)
                && Objects.equals(action, that.action);
    }

    @Override
    public int hashCode() {
        return Objects.hash(instruction, page, action);
    }

    /** {@return the instruction, with the page's address or a note that it can be applied} */
    @Override
    public String toString() {
        if (action != null) {
            return instruction + " (Apply this remedy to ask OKX for it.)";
        }
        return page == null ? instruction : instruction + " Page: " + page;
    }
}
