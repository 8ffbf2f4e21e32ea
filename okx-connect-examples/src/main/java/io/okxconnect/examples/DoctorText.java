package io.okxconnect.examples;

import io.okxconnect.check.Finding;
import io.okxconnect.check.Remedy;
import io.okxconnect.doctor.Diagnosis;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report for a person. */
final class DoctorText {
    private static final int WIDTH = 54;

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
            report.findings().forEach(finding -> addTo(findings, finding));
            findings.print(out);
        }
        out.println();
        out.println((chinese ? "下一步：" : "Next step: ") + report.nextStep(locale));
        diagnosis.page().ifPresent(page -> out.println("  " + page));
    }

    /** As many rows as the texts need, so that the table fits a terminal. */
    private static void addTo(Table table, Finding finding) {
        List<String> message = lines(finding.message());
        List<String> fix = lines(finding.remedy().map(Remedy::instruction).orElse(""));
        for (int i = 0; i < Math.max(message.size(), fix.size()); i++) {
            table.row(
                    i == 0 ? finding.severity().name() : "",
                    i < message.size() ? message.get(i) : "",
                    i < fix.size() ? fix.get(i) : "");
        }
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + word.length() >= WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
