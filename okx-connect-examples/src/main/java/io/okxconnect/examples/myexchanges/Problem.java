package io.okxconnect.examples.myexchanges;

import io.okxconnect.doctor.Diagnosis;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a page says about a failure: cause, evidence, next step.
 *
 * @param summary what is wrong
 * @param evidence the facts that show it
 * @param nextStep what the user does now
 * @param page where, if it is a page of OKX
 */
record Problem(String summary, List<String> evidence, String nextStep, Optional<URI> page) {
    static Problem of(Diagnosis diagnosis, Words words) {
        return new Problem(
                diagnosis.summary(words.locale()),
                diagnosis.evidence(words.locale()),
                diagnosis.nextStep(words.locale()),
                diagnosis.page());
    }

    static Problem of(String summary, String nextStep) {
        return new Problem(summary, List.of(), nextStep, Optional.empty());
    }

    Problem with(String fact) {
        return new Problem(
                summary, Stream.concat(evidence.stream(), Stream.of(fact)).toList(), nextStep, page);
    }
}
