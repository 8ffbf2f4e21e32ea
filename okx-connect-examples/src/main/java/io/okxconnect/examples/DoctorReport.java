package io.okxconnect.examples;

import io.okxconnect.ConnectionState;
import io.okxconnect.check.Finding;
import io.okxconnect.check.Remedy;
import io.okxconnect.doctor.Cause;
import io.okxconnect.doctor.Diagnosis;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the doctor found, and, of a key that OKX accepts, what the checks of the account's set-up say.
 *
 * @param diagnosis the one cause
 * @param state the status word of the account, if it could be connected
 * @param findings what the checks say
 */
record DoctorReport(Diagnosis diagnosis, Optional<ConnectionState> state, List<Finding> findings) {
    static final int ALL_WELL = 0;
    static final int NO_NAME_FOR_IT = 1;
    static final int USER_MUST_ACT = 3;
    static final int TRY_LATER = 4;
    static final int THIS_MACHINE = 5;

    static DoctorReport of(Diagnosis diagnosis) {
        return new DoctorReport(diagnosis, Optional.empty(), List.of());
    }

    /** The one thing to do now: of a key that OKX accepts, what the worst finding asks for. */
    String nextStep(Locale locale) {
        boolean notReady = state.filter(word -> !word.isUsable()).isPresent();
        Optional<String> fix = notReady
                ? findings.stream()
                        .flatMap(finding -> finding.remedy().stream())
                        .map(Remedy::instruction)
                        .findFirst()
                : Optional.empty();
        return fix.orElseGet(() -> diagnosis.nextStep(locale));
    }

    /** For scripts. */
    int exitCode() {
        Cause cause = diagnosis.cause();
        return switch (cause) {
            case HEALTHY -> state.map(ConnectionState::isUsable).orElse(true) ? ALL_WELL : USER_MUST_ACT;
            case UNKNOWN -> NO_NAME_FOR_IT;
            case MAINTENANCE, OKX_UNAVAILABLE, RATE_LIMITED, TIMED_OUT, CONNECTION_LOST -> TRY_LATER;
            case NO_NETWORK, DNS_FAILURE, PROXY_FAILURE, TLS_FAILURE, EDGE_BLOCKED, CLOCK_SKEW, REGION_BLOCKED ->
                THIS_MACHINE;
            default -> USER_MUST_ACT;
        };
    }
}
