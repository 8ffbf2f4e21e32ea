package io.okxconnect.examples;

import io.okxconnect.check.Remedy;
import io.okxconnect.doctor.Diagnosis;
import java.io.PrintStream;
import java.util.Locale;

/** The report for a person. */
final class DoctorText {
    private DoctorText() {}

    static void print(DoctorReport report, Locale locale, PrintStream out) {
        Diagnosis diagnosis = report.diagnosis();
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        out.println();
        out.println(diagnosis.cause() + ": " + diagnosis.summary(locale));
        out.println();
        Table evidence = new Table("#", chinese ? "依据" : "evidence");
        int number = 0;
        for (String fact : diagnosis.evidence(locale)) {
            evidence.row(Integer.toString(++number), fact);
        }
        evidence.print(out);
        report.state().ifPresent(state -> out.println("\n" + (chinese ? "状态：" : "Status: ") + state));
        if (!report.findings().isEmpty()) {
            Table findings = new Table("severity", "finding", "how to fix it");
            report.findings()
                    .forEach(finding -> findings.row(
                            finding.severity().name(),
                            finding.message(),
                            finding.remedy().map(Remedy::toString).orElse("")));
            findings.print(out);
        }
        out.println();
        out.println((chinese ? "下一步：" : "Next step: ") + diagnosis.nextStep(locale));
        diagnosis.page().ifPresent(page -> out.println("  " + page));
    }
}
