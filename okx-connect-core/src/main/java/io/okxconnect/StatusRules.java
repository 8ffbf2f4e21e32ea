package io.okxconnect;

import io.okxconnect.check.AccountChecks;
import io.okxconnect.check.CheckReport;
import io.okxconnect.check.Finding;
import io.okxconnect.check.Severity;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.error.PermissionDeniedException;
import io.okxconnect.error.RetryAdvice;

/** How findings and failures become one word. Of several, the one that the user must deal with first wins. */
final class StatusRules {
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

    static ConnectionState stateOf(OkxConnectException failure) {
        if (failure instanceof AuthenticationRejectedException && failure.retryAdvice() != RetryAdvice.WAIT) {
            return ConnectionState.INVALID;
        }
        if (failure instanceof PermissionDeniedException) {
            return ConnectionState.INCORRECT_PERMISSIONS;
        }
        return ConnectionState.TEMPORARY_ISSUE;
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
