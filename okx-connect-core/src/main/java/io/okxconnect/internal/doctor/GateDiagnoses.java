package io.okxconnect.internal.doctor;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.account.ShownText;
import io.okxconnect.check.AccountChecks;
import io.okxconnect.check.CheckReport;
import io.okxconnect.check.Finding;
import io.okxconnect.check.Severity;
import io.okxconnect.doctor.Cause;
import io.okxconnect.doctor.Diagnosis;
import io.okxconnect.doctor.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The diagnosis of a key that OKX accepts: what the gate of the app's requirements says of it. */
public final class GateDiagnoses {
    private static final String WITHDRAW = AccountChecks.PERMISSIONS + ".withdraw";
    private static final String UNKNOWN = AccountChecks.PERMISSIONS + ".unknown";
    private static final String UNRECOGNISED = AccountChecks.PERMISSIONS + ".unrecognised";
    private static final String MISSING = AccountChecks.PERMISSIONS + ".missing-";
    private static final int LONGEST_MESSAGE = 500;

    private GateDiagnoses() {}

    /**
     * The diagnosis of an accepted key.
     *
     * @param seen an examination whose decisive look is an acceptance
     * @param report what the checks say
     * @param now this machine's time
     * @return what the gate or a missing permission says, else what {@link Diagnoses} says
     */
    public static Diagnosis of(Examination seen, CheckReport report, Instant now) {
        return refused(seen, report).or(() -> missing(seen, report)).orElseGet(() -> Diagnoses.of(seen, now));
    }

    private static Optional<Diagnosis> refused(Examination seen, CheckReport report) {
        List<Finding> refusals = report.findings(Severity.REFUSE);
        if (refusals.isEmpty()) {
            return Optional.empty();
        }
        if (refusals.stream().anyMatch(finding -> finding.code().equals(WITHDRAW))) {
            return Optional.of(diagnosis(seen, Cause.WITHDRAW_ENABLED, Map.of(), DoctorTexts.evidence("may-withdraw")));
        }
        Finding first = refusals.get(0);
        if (first.code().equals(UNKNOWN) || first.code().equals(UNRECOGNISED)) {
            String fact = first.code().equals(UNKNOWN) ? "permissions-not-told" : "permission-unrecognised";
            return Optional.of(diagnosis(seen, Cause.PERMISSIONS_UNKNOWN, Map.of(), DoctorTexts.evidence(fact)));
        }
        LocalizedText message = LocalizedText.same(ShownText.line(first.message(), LONGEST_MESSAGE));
        return Optional.of(diagnosis(
                seen, Cause.REFUSED_BY_CHECK, Map.of(), DoctorTexts.evidence("check", Map.of("message", message))));
    }

    private static Optional<Diagnosis> missing(Examination seen, CheckReport report) {
        return report.findings(Severity.ERROR).stream()
                .map(Finding::code)
                .filter(code -> code.startsWith(MISSING))
                .map(code -> code.substring(MISSING.length()))
                .findFirst()
                .map(permission -> lacks(seen, permission));
    }

    private static Diagnosis lacks(Examination seen, String permission) {
        LocalizedText name = DoctorTexts.evidenceOr("permission." + permission, LocalizedText.same(permission));
        AccountConfig config = seen.accepted().orElseThrow();
        return diagnosis(seen, Cause.PERMISSION_MISSING, Map.of("permission", name), Facts.permissions(config));
    }

    private static Diagnosis diagnosis(
            Examination seen, Cause cause, Map<String, LocalizedText> values, LocalizedText fact) {
        Diagnosis.Builder diagnosis = Diagnoses.begin(seen, cause, "", values);
        Facts.of(seen, cause, Instant.EPOCH).forEach(diagnosis::addEvidence);
        return diagnosis.addEvidence(fact).build();
    }
}
