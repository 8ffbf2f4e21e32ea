package io.okxconnect.examples;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.okxconnect.check.Finding;
import io.okxconnect.check.Remedy;
import io.okxconnect.doctor.Diagnosis;
import io.okxconnect.error.InvalidArgumentException;
import java.util.Locale;

/** The report for a program: one JSON object in one line. */
final class DoctorJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DoctorJson() {}

    static String of(DoctorReport report, Locale locale) {
        Diagnosis diagnosis = report.diagnosis();
        ObjectNode json = JSON.createObjectNode();
        json.put("cause", diagnosis.cause().name());
        json.put("case", diagnosis.cause().caseName());
        json.put("summary", diagnosis.summary(locale));
        ArrayNode evidence = json.putArray("evidence");
        diagnosis.evidence(locale).forEach(evidence::add);
        json.put("nextStep", report.nextStep(locale));
        diagnosis.page().ifPresent(page -> json.put("page", page.toString()));
        diagnosis.site().ifPresent(site -> json.put("site", site.name()));
        diagnosis.environment().ifPresent(environment -> json.put("environment", environment.name()));
        report.state().ifPresent(state -> json.put("status", state.name()));
        ArrayNode findings = json.putArray("findings");
        report.findings().forEach(finding -> add(finding, findings.addObject()));
        json.put("exitCode", report.exitCode());
        return json.toString();
    }

    /** What was asked for wrongly. */
    static String ofMistake(InvalidArgumentException mistake) {
        return JSON.createObjectNode().put("error", mistake.getMessage()).toString();
    }

    private static void add(Finding finding, ObjectNode json) {
        json.put("code", finding.code());
        json.put("severity", finding.severity().name());
        json.put("message", finding.message());
        json.put("reason", finding.reason());
        finding.remedy().map(Remedy::toString).ifPresent(remedy -> json.put("remedy", remedy));
    }
}
