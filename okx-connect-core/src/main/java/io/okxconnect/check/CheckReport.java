package io.okxconnect.check;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all checks of one run found. Immutable; holds no secret. */
public final class CheckReport {
    private final List<Finding> findings;
    private final Instant checkedAt;

    private CheckReport(List<Finding> findings, Instant checkedAt) {
        this.findings = findings.stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        this.checkedAt = Objects.requireNonNull(checkedAt, "checkedAt");
    }

    /**
     * A report. {@link AccountRequirements#check} makes it from the checks; this is for tests and for checks of your
     * own.
     *
     * @param findings in any order; the report shows the worst first and keeps the order otherwise
     * @param checkedAt when the account was looked at
     * @return the report
     */
    public static CheckReport of(List<Finding> findings, Instant checkedAt) {
        return new CheckReport(findings, checkedAt);
    }

    /**
     * Everything that was found.
     *
     * @return the worst first, otherwise in the order of the checks; empty if nothing was found
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * What was found of one severity.
     *
     * @param severity the severity to look for
     * @return in the order of the checks
     */
    public List<Finding> findings(Severity severity) {
        Objects.requireNonNull(severity, "severity");
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    /**
     * The severity of the worst finding.
     *
     * @return empty if nothing was found
     */
    public Optional<Severity> highestSeverity() {
        return findings.stream().map(Finding::severity).min(Severity::compareTo);
    }

    /**
     * Whether the app can trade as required.
     *
     * @return true if there is no {@link Severity#REFUSE} and no {@link Severity#ERROR}; warnings do not count
     */
    public boolean isReady() {
        return highestSeverity()
                .map(worst -> worst.compareTo(Severity.ERROR) > 0)
                .orElse(true);
    }

    /**
     * Whether the key must not be kept.
     *
     * @return true if there is a {@link Severity#REFUSE}
     */
    public boolean isRefused() {
        return !findings(Severity.REFUSE).isEmpty();
    }

    /**
     * Stops a connect with a key that must not be kept.
     *
     * @return this report, if the key may be kept
     * @throws CredentialRefusedException if {@link #isRefused()}
     */
    public CheckReport orThrowIfRefused() {
        if (isRefused()) {
            throw new CredentialRefusedException(this);
        }
        return this;
    }

    /**
     * The remedies that {@link Remedies#apply} can carry out, those of mere warnings included. Nothing is changed until
     * it is called.
     *
     * @return in the order of the findings, each once
     */
    public List<Remedy> automaticRemedies() {
        return findings.stream()
                .flatMap(finding -> finding.remedy().stream())
                .filter(Remedy::isAutomatic)
                .distinct()
                .toList();
    }

    /**
     * When the account was looked at.
     *
     * @return the time of the check
     */
    public Instant checkedAt() {
        return checkedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CheckReport that && findings.equals(that.findings) && checkedAt.equals(that.checkedAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(findings, checkedAt);
    }

    /** {@return the report as text for a console, several lines} */
    @Override
    public String toString() {
        String lines = findings.stream().map(CheckReport::lines).collect(Collectors.joining());
        return verdict() + counts() + lines;
    }

    private String verdict() {
        if (isRefused()) {
            return "Refused: this key must not be kept";
        }
        return isReady() ? "Ready" : "Not ready: the account needs to be set up";
    }

    private String counts() {
        String counts = Arrays.stream(Severity.values())
                .filter(severity -> !findings(severity).isEmpty())
                .map(severity -> counted(severity, findings(severity).size()))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? ", nothing found" : " (" + counts + ")";
    }

    private static String counted(Severity severity, int count) {
        String noun = switch (severity) {
            case REFUSE -> "refusal";
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String lines(Finding finding) {
        Stream<String> optional = finding.remedy().map(remedy -> "\n    How to fix it: " + remedy).stream();
        return "\n- " + finding.severity() + ": " + finding.message() + "\n    Why it matters: " + finding.reason()
                + optional.collect(Collectors.joining());
    }
}
