package io.okxconnect.check;

import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.Outcome;
import org.jspecify.annotations.Nullable;

/** Applies one remedy: read, change if it differs, read again, and believe the second look only. */
final class RemedyRun {
    private RemedyRun() {}

    static RemedyResult apply(Remedy remedy, RemedyContext context) {
        if (!remedy.isAutomatic()) {
            return RemedyResult.leftToUser(remedy);
        }
        RemedyAction action = remedy.action().orElseThrow();
        String before;
        try {
            before = action.currentValue(context);
        } catch (RuntimeException failure) {
            return RemedyResult.failed(remedy, null, null, failure);
        }
        if (before.equals(action.targetValue())) {
            return RemedyResult.alreadySet(remedy, before);
        }
        ChangeAttempt attempt;
        try {
            context.beginChange();
            attempt = action.change(context);
        } catch (RuntimeException failure) {
            // Even a fault of the action's program must not lose what the remedies before it have changed.
            return outcome(remedy, before, failure, context);
        }
        return outcome(remedy, before, attempt, context);
    }

    private static RemedyResult outcome(Remedy remedy, String before, ChangeAttempt attempt, RemedyContext context) {
        String after = readAgain(remedy, context);
        if (after != null && after.equals(target(remedy))) {
            return RemedyResult.changed(remedy, before, after);
        }
        if (attempt.kind() != ChangeAttempt.Kind.ACCEPTED) {
            return RemedyResult.refused(remedy, before, after, attempt);
        }
        String seen = after == null ? "the account could not be read again" : "a fresh look still shows the old value";
        return RemedyResult.unknown(
                remedy, before, after, "OKX accepted the change, but " + seen + ". Check again in a moment.", null);
    }

    private static RemedyResult outcome(Remedy remedy, String before, RuntimeException failure, RemedyContext context) {
        if (!context.mayHaveWritten()) {
            return RemedyResult.failed(remedy, before, before, failure);
        }
        String after = readAgain(remedy, context);
        if (after != null && after.equals(target(remedy))) {
            return RemedyResult.changed(remedy, before, after);
        }
        if (failure instanceof OkxConnectException known && known.outcome() == Outcome.NOT_DONE) {
            return RemedyResult.failed(remedy, before, after, failure);
        }
        return RemedyResult.unknown(
                remedy,
                before,
                after,
                "The request may have been sent, but no answer was read, so the change may still"
                        + " take effect. Check again in a"
                        + " moment; it was not repeated.",
                failure);
    }

    private static String target(Remedy remedy) {
        return remedy.action().orElseThrow().targetValue();
    }

    private static @Nullable String readAgain(Remedy remedy, RemedyContext context) {
        try {
            context.readConfig();
            return remedy.action().orElseThrow().currentValue(context);
        } catch (RuntimeException unreadable) {
            // The first failure, if any, is the one to report; the missing value says that this one happened.
            return null;
        }
    }
}
