package io.okxconnect.internal.doctor;

import io.okxconnect.doctor.Cause;
import io.okxconnect.doctor.Diagnosis;
import io.okxconnect.doctor.LocalizedText;
import io.okxconnect.error.InvalidArgumentException;
import java.util.Map;

/** The diagnosis of three pasted texts that cannot be a key: nothing is sent. */
public final class PastedParts {
    private static final int LONGEST = 256;

    private PastedParts() {}

    /**
     * Says why a pasted part was refused.
     *
     * @param refused what {@code ApiKeyCredential.of} threw; it names the part
     * @param part the text of that part, only looked at
     * @return the diagnosis
     */
    public static Diagnosis of(InvalidArgumentException refused, char[] part) {
        boolean empty = isBlank(part);
        Cause cause = empty ? Cause.MISSING_FIELD : Cause.STRAY_CHARACTERS;
        boolean passphraseMissing = empty && refused.argument().equals("passphrase");
        Map<String, LocalizedText> values = Map.of("field", Diagnoses.field(refused.argument()));
        DoctorTexts.CauseText text = DoctorTexts.cause(cause.name() + (passphraseMissing ? "/passphrase" : ""), values);
        String fact = empty ? "empty" : part.length > LONGEST ? "too-long" : "unsendable";
        return Diagnosis.builder(cause, text.summary(), text.nextStep())
                .addEvidence(DoctorTexts.evidence(fact, values))
                .build();
    }

    private static boolean isBlank(char[] part) {
        for (char c : part) {
            if (c > ' '
                    && Character.isDefined(c)
                    && !Character.isSpaceChar(c)
                    && Character.getType(c) != Character.FORMAT) {
                return false;
            }
        }
        return true;
    }
}
