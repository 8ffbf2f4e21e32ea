package io.okxconnect;

import io.okxconnect.check.AccountChecks;
import io.okxconnect.check.CheckReport;
import io.okxconnect.check.Finding;
import io.okxconnect.check.Severity;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.error.AccountStateException;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.ExchangeException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.PermissionDeniedException;
import io.okxconnect.error.ReauthorizationRequiredException;
import io.okxconnect.error.RetryAdvice;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** How findings and failures become one word. Of several, the one that the user must deal with first wins. */
final class StatusRules {
    /** The key is not known: mistyped, deleted or expired; one that worked before was not mistyped. */
    private static final Set<String> KEY_UNKNOWN = Set.of("50111", "50119");

    /** A key that the app got by the user's consent is replaced by a new consent, whatever is wrong with it. */
    private static final Set<String> KEY_USELESS = Set.of("50105", "50111", "50113", "50114", "50119");

    /** The codes of a token after which only the user's consent helps; a frozen account (53004) stays frozen. */
    private static final Set<String> CONSENT_ENDED =
            Set.of("53000", "53001", "53002", "53003", "53005", "53006", "53009", "53012");

    /** The account is blocked, unknown, or frozen: that does not pass by itself. */
    private static final Set<String> ACCOUNT_BLOCKED = Set.of("50007", "50008", "53004");

    private static final String CLOCK_EXPIRED = "50102";

    private static final Set<ConnectionState> DEAD =
            EnumSet.of(ConnectionState.EXPIRED, ConnectionState.INVALID, ConnectionState.REAUTHORIZATION_REQUIRED);

    /** What a key's coming end is more urgent than: nothing here says that the key itself is in trouble. */
    private static final Set<ConnectionState> YIELD_TO_EXPIRY = EnumSet.of(
            ConnectionState.CONNECTED,
            ConnectionState.SETUP_REQUIRED,
            ConnectionState.TEMPORARY_ISSUE,
            ConnectionState.UNCHECKED);

    /** What must not look better because the app was started again: until a new look, the refusal stands. */
    private static final Set<ConnectionState> OUTLIVE_A_RESTART = EnumSet.of(
            ConnectionState.EXPIRED,
            ConnectionState.INVALID,
            ConnectionState.REAUTHORIZATION_REQUIRED,
            ConnectionState.WITHDRAWAL_ENABLED,
            ConnectionState.INCORRECT_PERMISSIONS);

    private StatusRules() {}

    static ConnectionState stateOf(CheckReport report) {
        boolean withdraw = false;
        boolean permission = false;
        boolean setUp = false;
        for (Finding finding : report.findings()) {
            boolean serious = isSerious(finding);
            boolean aboutPermissions = checkOf(finding).equals(AccountChecks.PERMISSIONS);
            withdraw |= serious && finding.code().equals(AccountChecks.PERMISSIONS + ".withdraw");
            permission |= serious && aboutPermissions;
            setUp |= serious && !aboutPermissions;
        }
        if (withdraw) {
            return ConnectionState.WITHDRAWAL_ENABLED;
        }
        if (permission) {
            return ConnectionState.INCORRECT_PERMISSIONS;
        }
        return setUp ? ConnectionState.SETUP_REQUIRED : ConnectionState.CONNECTED;
    }

    /**
     * What a failed look means.
     *
     * @param failure why it failed
     * @param origin how the credential came to the app
     * @param idleTooLong whether the key was not used for so long that OKX deletes it
     */
    static ConnectionState stateOf(OkxConnectException failure, CredentialOrigin origin, boolean idleTooLong) {
        if (failure instanceof ReauthorizationRequiredException) {
            return ConnectionState.REAUTHORIZATION_REQUIRED;
        }
        String code = failure instanceof ExchangeException refusal ? refusal.code() : "";
        if (failure instanceof AuthenticationRejectedException
                && failure.retryAdvice() != RetryAdvice.WAIT
                && !code.equals(CLOCK_EXPIRED)) {
            boolean granted = origin != CredentialOrigin.MANUAL;
            if (CONSENT_ENDED.contains(code) || (granted && KEY_USELESS.contains(code))) {
                return ConnectionState.REAUTHORIZATION_REQUIRED;
            }
            return idleTooLong && KEY_UNKNOWN.contains(code) ? ConnectionState.EXPIRED : ConnectionState.INVALID;
        }
        if (failure instanceof PermissionDeniedException) {
            return ConnectionState.INCORRECT_PERMISSIONS;
        }
        if (failure instanceof AccountStateException && ACCOUNT_BLOCKED.contains(code)) {
            return ConnectionState.INVALID;
        }
        return ConnectionState.TEMPORARY_ISSUE;
    }

    /** Of all refusals, the one that no later call disproves: a key that was deleted or expired does not come back. */
    static boolean saysThatKeyIsGone(AuthenticationRejectedException refused) {
        return KEY_UNKNOWN.contains(refused.code());
    }

    /** The word at the last look that was stored; a word of a newer version reads as none. */
    static ConnectionState storedState(CredentialMetadata metadata) {
        String stored = metadata.status().orElse("");
        return Arrays.stream(ConnectionState.values())
                .filter(state -> state.name().equals(stored))
                .findFirst()
                .orElse(ConnectionState.UNCHECKED);
    }

    /** The word that a connection begins with when it is made of what is stored. */
    static ConnectionState firstState(CredentialMetadata metadata) {
        ConnectionState stored = storedState(metadata);
        return OUTLIVE_A_RESTART.contains(stored) ? stored : ConnectionState.UNCHECKED;
    }

    /** Whether the word says that OKX does not take the credential any more. */
    static boolean isDead(ConnectionState state) {
        return DEAD.contains(state);
    }

    static boolean yieldsToExpiry(ConnectionState state) {
        return YIELD_TO_EXPIRY.contains(state);
    }

    /** Whether listeners hear of the step from one status to the other. */
    static boolean differ(ConnectionStatus before, ConnectionStatus after) {
        return before.state() != after.state() || !codes(before).equals(codes(after));
    }

    private static Set<String> codes(ConnectionStatus status) {
        return status.findings().stream().map(Finding::code).collect(Collectors.toSet());
    }

    static boolean needsAttention(Finding finding) {
        return finding.severity() != Severity.INFO;
    }

    private static boolean isSerious(Finding finding) {
        return finding.severity() == Severity.REFUSE || finding.severity() == Severity.ERROR;
    }

    private static String checkOf(Finding finding) {
        int dot = finding.code().indexOf('.');
        return dot < 0 ? finding.code() : finding.code().substring(0, dot);
    }
}
