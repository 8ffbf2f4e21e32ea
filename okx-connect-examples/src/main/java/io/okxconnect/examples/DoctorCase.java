package io.okxconnect.examples;

import io.okxconnect.doctor.Cause;
import io.okxconnect.doctor.Diagnosis;
import java.util.function.Function;

/**
 * One thing that can be wrong, played on the sandbox.
 *
 * @param cause what the doctor has to find
 * @param story what was done, for the reader
 * @param play does it and asks the doctor
 */
record DoctorCase(Cause cause, String story, Function<DoctorRoom, Diagnosis> play) {
    /** What to type. */
    String name() {
        return cause.caseName();
    }
}
