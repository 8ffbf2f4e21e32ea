package io.okxconnect;

import io.okxconnect.doctor.Cause;
import java.util.List;
import java.util.function.Consumer;

/**
 * A fault, or two, and what the doctor has to say of it, word for word.
 *
 * @param name what is wrong
 * @param connect whether a connect meets the cause too, or succeeds
 * @param arrange brings it about
 * @param cause the one cause
 * @param english evidence (all of which must be told), then the next step
 * @param chinese the same in Chinese
 */
record DoctorCase(
        String name,
        Connect connect,
        Consumer<DoctorsWorld> arrange,
        Cause cause,
        List<String> english,
        List<String> chinese) {

    /** What a connect makes of it. */
    enum Connect {
        FAILS,
        SUCCEEDS
    }

    static DoctorCase fails(
            String name, Consumer<DoctorsWorld> arrange, Cause cause, List<String> english, List<String> chinese) {
        return new DoctorCase(name, Connect.FAILS, arrange, cause, english, chinese);
    }

    static DoctorCase connects(
            String name, Consumer<DoctorsWorld> arrange, Cause cause, List<String> english, List<String> chinese) {
        return new DoctorCase(name, Connect.SUCCEEDS, arrange, cause, english, chinese);
    }

    /** {@return the name, which JUnit shows} */
    @Override
    public String toString() {
        return name;
    }
}
