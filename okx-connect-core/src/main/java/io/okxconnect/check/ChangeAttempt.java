package io.okxconnect.check;

import java.util.List;
import java.util.Objects;

/**
 * What OKX made of one wish to change a setting, or would make of it ({@link RemedyAction#lookAhead}).
 *
 * @param kind accepted, blocked, or only possible on a page
 * @param explanation why it was not accepted, as sentences for the user; for an accepted one what is left uncertain,
 *     else {@code ""}
 * @param obstacles what stands in the way, for example an open order; may be empty
 */
public record ChangeAttempt(Kind kind, String explanation, List<Obstacle> obstacles) {
    /** The three ways an attempt can end without a failure of the call. */
    public enum Kind {
        /** OKX said yes; looking ahead: nothing is seen that stands in the way. */
        ACCEPTED,
        /** OKX said no, because of something the user has to clear first. */
        BLOCKED,
        /** OKX offers this change on its web page or app only. */
        ONLY_ON_PAGE
    }

    /**
     * Copies the list.
     *
     * @param kind accepted, blocked, or only possible on a page
     * @param explanation why it was not accepted, or what is left uncertain
     * @param obstacles what stands in the way
     */
    public ChangeAttempt {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(explanation, "explanation");
        obstacles = List.copyOf(obstacles);
    }

    /**
     * OKX said yes.
     *
     * @return the attempt
     */
    public static ChangeAttempt accepted() {
        return new ChangeAttempt(Kind.ACCEPTED, "", List.of());
    }

    /**
     * Nothing is seen that stands in the way, but something could not be looked at.
     *
     * @param uncertain what is left uncertain, as sentences
     * @return the attempt
     */
    static ChangeAttempt acceptedBut(String uncertain) {
        return new ChangeAttempt(Kind.ACCEPTED, uncertain, List.of());
    }

    /**
     * Something has to be cleared first.
     *
     * @param explanation why, and what to do, as sentences
     * @param obstacles what stands in the way
     * @return the attempt
     */
    public static ChangeAttempt blocked(String explanation, List<Obstacle> obstacles) {
        return new ChangeAttempt(Kind.BLOCKED, explanation, obstacles);
    }

    /**
     * Only the user can do it, on a page.
     *
     * @param explanation what to do where, as sentences
     * @return the attempt
     */
    public static ChangeAttempt onlyOnPage(String explanation) {
        return new ChangeAttempt(Kind.ONLY_ON_PAGE, explanation, List.of());
    }
}
