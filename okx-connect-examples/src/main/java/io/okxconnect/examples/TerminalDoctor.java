package io.okxconnect.examples;

import io.okxconnect.Connection;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.ExchangeConnectorBuilder;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.doctor.Diagnosis;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.site.Site;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Says in one sentence why a key does not connect, or which set-up is still missing. Takes the key from the environment, or
 * asks for it without echo, or plays a case on the sandbox.
 */
final class TerminalDoctor implements Example {
    private static final int USAGE = 2;

    private final KeyPrompt prompt;

    TerminalDoctor(KeyPrompt prompt) {
        this.prompt = prompt;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String summary() {
        return "why does my key not connect? (--sandbox <case> to see each cause, --json, --lang zh)";
    }

    @Override
    public int run(List<String> options, Map<String, String> environment, PrintStream out) {
        DoctorOptions asked;
        try {
            asked = DoctorOptions.parse(options, environment);
        } catch (InvalidArgumentException e) {
            out.println(e.getMessage());
            return USAGE;
        }
        boolean forPerson = asked.output() == DoctorOptions.Output.PERSON;
        Consumer<String> progress = forPerson ? line -> out.println("  … " + line) : line -> {};
        DoctorReport report;
        try (DoctorProgress steps = new DoctorProgress(progress)) {
            report = asked.sandboxCase().isPresent()
                    ? play(asked.sandboxCase().get(), steps)
                    : examine(environment, steps);
        } catch (InvalidArgumentException e) {
            out.println(forPerson ? e.getMessage() : DoctorJson.ofMistake(e));
            return USAGE;
        }
        if (forPerson) {
            DoctorText.print(report, asked.locale(), out);
        } else {
            out.println(DoctorJson.of(report, asked.locale()));
        }
        return report.exitCode();
    }

    private static DoctorReport play(DoctorCase played, DoctorProgress steps) {
        steps.tell("on the sandbox: " + played.story());
        try (DoctorRoom room = new DoctorRoom(steps)) {
            return DoctorReport.of(played.play().apply(room));
        }
    }

    private DoctorReport examine(Map<String, String> environment, DoctorProgress steps) {
        KeyPlace place = KeyPlace.from(environment);
        try (PastedParts pasted = PastedKey.isIn(environment) ? PastedParts.from(environment) : askedFor();
                ExchangeConnector okx = connector(place, steps).build()) {
            Diagnosis diagnosis = pasted.diagnosedBy(okx);
            return diagnosis.isHealthy() ? setUp(okx, pasted, diagnosis) : DoctorReport.of(diagnosis);
        }
    }

    private PastedParts askedFor() {
        return new PastedParts(prompt.ask("API key"), prompt.ask("Secret key"), prompt.ask("Passphrase"));
    }

    /** At one of OKX's own sites, a key that is unknown there may be looked for at the others. */
    private static ExchangeConnectorBuilder connector(KeyPlace place, DoctorProgress steps) {
        ExchangeConnectorBuilder connector = ExchangeConnector.okx()
                .site(place.site())
                .environment(place.environment())
                .transport(steps.direct());
        return Site.all().contains(place.site())
                ? connector.enabledSites(Site.all().toArray(Site[]::new))
                : connector;
    }

    /** Looks once more, as the app would, for what is missing in the account's set-up; changes nothing. */
    private static DoctorReport setUp(ExchangeConnector okx, PastedParts pasted, Diagnosis diagnosis) {
        try (ApiKeyCredential credential = pasted.credential()) {
            Connection connection = okx.connect(AccountId.of("doctor"), credential);
            return new DoctorReport(
                    diagnosis,
                    Optional.of(connection.status().state()),
                    connection.status().findings());
        }
    }
}
