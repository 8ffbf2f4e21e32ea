package io.okxconnect.examples.myexchanges.connect;

import io.okxconnect.doctor.Diagnosis;

/** What was pasted is no key that OKX could be asked about; or OKX refused it. Nothing was stored. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnosis diagnosis;

    RefusedException(Diagnosis diagnosis) {
        super(diagnosis.cause().caseName());
        this.diagnosis = diagnosis;
    }

    /** {@return why} */
    public Diagnosis diagnosis() {
        return diagnosis;
    }
}
