package io.okxconnect.examples.fastapi;

import io.okxconnect.error.OkxConnectException;
import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.oauth.error.OAuthErrorException;

/**
 * What a page says about what has just happened.
 *
 * @param tone how it is shown
 * @param title in a few words
 * @param text what happened, and what the user can do now
 */
record Notice(Tone tone, String title, String text) {
    /** How it went. */
    enum Tone {
        GOOD,
        BAD
    }

    static Notice good(String title, String text) {
        return new Notice(Tone.GOOD, title, text);
    }

    /** A failed connect, in the user's words. None of it comes from the callback: anyone can write one. */
    static Notice of(OkxConnectException failure) {
        if (failure instanceof OAuthErrorException refusal && refusal.isDeclined()) {
            return bad("You declined on OKX's page, so nothing was connected. You can connect whenever you like.");
        }
        if (failure instanceof CallbackRejectedException rejected) {
            // Whoever sends an answer again may be connected already.
            return new Notice(
                    Tone.BAD,
                    "Nothing was changed",
                    switch (rejected.reason()) {
                        case STATE_EXPIRED -> "That took longer than ten minutes. Please connect again.";
                        case SITE_NOT_ENABLED ->
                            "Your account belongs to an OKX site that this app does not work with.";
                        case STATE_NOT_PENDING ->
                            "That answer from OKX was used already, or is too old."
                                    + " If you are not connected, please connect again.";
                        default ->
                            "That answer does not belong to what you began in this browser, so it was ignored."
                                    + " If you did begin it here, please connect again.";
                    });
        }
        return bad(failure.problem() + " " + failure.nextStep());
    }

    /** The account is connected, but a page about it cannot be made now. */
    static Notice unanswered(OkxConnectException failure) {
        return new Notice(Tone.BAD, "OKX cannot be asked", failure.problem() + " " + failure.nextStep());
    }

    private static Notice bad(String text) {
        return new Notice(Tone.BAD, "Not connected", text);
    }
}
