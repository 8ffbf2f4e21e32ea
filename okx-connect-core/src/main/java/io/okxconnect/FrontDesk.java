package io.okxconnect;

import io.okxconnect.account.AccountConfig;
import io.okxconnect.check.AccountRequirements;
import io.okxconnect.check.CheckContext;
import io.okxconnect.check.CheckReport;
import io.okxconnect.check.CredentialRefusedException;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.Credential;
import io.okxconnect.credential.CredentialKind;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.ShapeHint;
import io.okxconnect.doctor.ConnectFailedException;
import io.okxconnect.doctor.Diagnosis;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.internal.call.ActiveCredential;
import io.okxconnect.internal.doctor.Diagnoses;
import io.okxconnect.internal.doctor.Doctor;
import io.okxconnect.internal.doctor.Examination;
import io.okxconnect.internal.doctor.GateDiagnoses;
import io.okxconnect.internal.doctor.KeyHistory;
import io.okxconnect.internal.doctor.Patient;
import io.okxconnect.internal.doctor.Place;
import io.okxconnect.internal.doctor.Search;
import io.okxconnect.site.Site;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Where a key is looked at before anything is made of it: for a connect, or only to say what is wrong with it. */
final class FrontDesk {
    private final Doctor doctor;
    private final Place home;
    private final List<Site> otherSites;
    private final Search search;
    private final StoredAccounts stored;
    private final AccountRequirements requirements;
    private final Clock clock;

    FrontDesk(ExchangeConnectorBuilder builder, Doctor doctor, StoredAccounts stored) {
        this.doctor = doctor;
        this.home = new Place(builder.site(), builder.environment());
        this.otherSites = builder.otherSites();
        this.search = builder.search();
        this.stored = stored;
        this.requirements = builder.requirements();
        this.clock = builder.clock();
    }

    /**
     * Tries a key for a connect, up to and including the gate: a refused one costs no further signed read.
     *
     * @return where OKX accepts it
     * @throws ConnectFailedException if OKX or the gate refuses it, or OKX cannot be asked
     */
    Examination admit(ApiKeyCredential credential) {
        return passed(credential, examine(credential, home, otherSites, search, () -> stored.history(credential)));
    }

    /**
     * Tries a credential that has to work at one place.
     *
     * @return that OKX accepts it there
     * @throws ConnectFailedException if OKX or the gate refuses it, or OKX cannot be asked
     */
    Examination admitAt(Place place, Credential credential) {
        return passed(credential, examine(credential, place, List.of(), Search.DIAGNOSE, () -> history(credential)));
    }

    private Optional<KeyHistory> history(Credential credential) {
        return credential instanceof ApiKeyCredential key ? stored.history(key) : Optional.empty();
    }

    private Examination passed(Credential credential, Examination seen) {
        Optional<OkxConnectException> failure = seen.failure();
        if (failure.isPresent()) {
            throw new ConnectFailedException(Diagnoses.of(seen, clock.instant()), failure.get());
        }
        passGate(seen, reportOf(seen, seen.accepted().orElseThrow(), credential.kind()));
        return seen;
    }

    /**
     * Stops a connect with a key that the gate refuses.
     *
     * @throws ConnectFailedException if it does
     */
    void passGate(Examination seen, CheckReport report) {
        try {
            report.orThrowIfRefused();
        } catch (CredentialRefusedException refused) {
            throw new ConnectFailedException(GateDiagnoses.of(seen, report, clock.instant()), refused);
        }
    }

    Diagnosis diagnose(ApiKeyCredential credential) {
        return diagnosis(
                credential.kind(),
                examine(credential, home, otherSites, Search.DIAGNOSE, () -> stored.history(credential)));
    }

    /** A stored credential worked where it is stored for: no other place is tried. */
    Diagnosis diagnoseStored(CredentialMetadata metadata, Credential credential, Site site) {
        Place place = new Place(site, metadata.environment());
        return diagnosis(
                credential.kind(),
                examine(
                        credential,
                        metadata.origin() != CredentialOrigin.MANUAL,
                        place,
                        List.of(),
                        Search.DIAGNOSE,
                        () -> KeyHistories.of(metadata)));
    }

    private Examination examine(
            Credential credential, Place place, List<Site> sites, Search how, Supplier<Optional<KeyHistory>> history) {
        return examine(credential, false, place, sites, how, history);
    }

    private Examination examine(
            Credential credential,
            boolean granted,
            Place place,
            List<Site> sites,
            Search how,
            Supplier<Optional<KeyHistory>> history) {
        Set<ShapeHint> hints = credential instanceof ApiKeyCredential pasted ? pasted.shapeHints() : Set.of();
        try (ActiveCredential key = ActiveCredential.of(credential)) {
            return doctor.examine(new Patient(key, hints, granted, place, sites, how, new AskedOnce<>(history)));
        }
    }

    private Diagnosis diagnosis(CredentialKind kind, Examination seen) {
        return seen.accepted()
                .map(config -> GateDiagnoses.of(seen, reportOf(seen, config, kind), clock.instant()))
                .orElseGet(() -> Diagnoses.of(seen, clock.instant()));
    }

    /** Without open positions: reading them would be a second signed read, and the gate needs none. */
    private CheckReport reportOf(Examination seen, AccountConfig config, CredentialKind kind) {
        CheckContext context = CheckContext.builder(
                        config, seen.place().site(), seen.place().environment(), clock.instant())
                .credentialKind(kind)
                .build();
        return requirements.check(context);
    }
}
