package io.okxconnect.check;

import io.okxconnect.error.CredentialException;
import io.okxconnect.error.RetryAdvice;
import java.util.stream.Collectors;

/**
 * The checks found that a key must not be kept, for example because it may withdraw. Nothing was stored and nothing was
 * changed.
 */
public final class CredentialRefusedException extends CredentialException {
    private static final long serialVersionUID = 1L;

    private final transient CheckReport report;

    /**
     * Creates the failure.
     *
     * @param report with at least one finding of {@link Severity#REFUSE}
     */
    public CredentialRefusedException(CheckReport report) {
        super(problem(report), nextStep(report), RetryAdvice.FIX, null);
        this.report = report;
    }

    private static String problem(CheckReport report) {
        return "This key is refused and was not stored: "
                + report.findings(Severity.REFUSE).stream()
                        .map(Finding::message)
                        .collect(Collectors.joining(" "));
    }

    private static String nextStep(CheckReport report) {
        String remedies = report.findings(Severity.REFUSE).stream()
                .flatMap(finding -> finding.remedy().stream())
                .map(Remedy::toString)
                .distinct()
                .collect(Collectors.joining(" "));
        return remedies.isEmpty() ? "Connect with another key." : remedies;
    }

    /**
     * Everything the checks found.
     *
     * @return the whole report, not only what led to the refusal
     */
    public CheckReport report() {
        return report;
    }
}
