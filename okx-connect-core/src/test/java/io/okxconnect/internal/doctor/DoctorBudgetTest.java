package io.okxconnect.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.doctor.Cause;
import io.okxconnect.doctor.Diagnosis;
import io.okxconnect.error.TransportPhase;
import io.okxconnect.error.TransportTimeoutException;
import io.okxconnect.internal.call.ApiKeyHeaders;
import io.okxconnect.internal.call.CallSeams;
import io.okxconnect.internal.call.OkxCalls;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Sites that never answer use up no more than the limit, and leave time for the one that does. Time passes only in calls. */
class DoctorBudgetTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final AtomicLong nanos = new AtomicLong();
    private final List<String> signedAt = new ArrayList<>();

    /** What hosts do: silent ones let all the time pass that a call has. */
    private final class Hosts implements HttpTransport {
        private final Set<Site> silent;
        private final TransportPhase phase;

        private Hosts(TransportPhase phase, Site... silent) {
            this.phase = phase;
            this.silent = Set.of(silent);
        }

        @Override
        public TransportResponse execute(TransportRequest request) {
            boolean signed = request.headers().containsKey("OK-ACCESS-SIGN");
            if (signed) {
                signedAt.add(request.base().getHost());
            }
            if (silent.stream().anyMatch(site -> site.restBase().equals(request.base()))) {
                nanos.addAndGet(request.timeout().toNanos());
                throw new TransportTimeoutException(
                        phase, request.timeout(), phase.compareTo(TransportPhase.SEND) >= 0);
            }
            nanos.addAndGet(Duration.ofMillis(20).toNanos());
            if (!signed) {
                return answer(200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ts\":\"" + NOW.toEpochMilli() + "\"}]}");
            }
            return request.base().equals(Site.TR.restBase())
                    ? answer(401, "{\"code\":\"50105\",\"msg\":\"\"}")
                    : answer(401, "{\"code\":\"50119\",\"msg\":\"\"}");
        }

        private TransportResponse answer(int status, String body) {
            return new TransportResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {}
    }

    private Diagnosis diagnose(HttpTransport hosts, Search search) {
        CallSeams seams = new CallSeams(Clock.fixed(NOW, ZoneOffset.UTC), nanos::get, duration -> {}, () -> 0.5);
        Doctor doctor = new Doctor(new OkxCalls(hosts, seams), nanos::get, LIMIT);
        try (ApiKeyCredential credential = ApiKeyCredential.of(Canary.API_KEY, Canary.SECRET_KEY, Canary.PASSPHRASE);
                ApiKeyHeaders key = ApiKeyHeaders.of(credential)) {
            Place home = new Place(Site.GLOBAL, TradingEnvironment.LIVE);
            List<Site> others = List.of(Site.EEA, Site.US, Site.TR);
            return Diagnoses.of(
                    doctor.examine(
                            new Patient(key, credential.shapeHints(), false, home, others, search, Optional::empty)),
                    NOW);
        }
    }

    private void assertInTime() {
        assertThat(Duration.ofNanos(nanos.get())).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void examine_twoSitesSwallowEverything_findsTheThirdInTimeAndSignsNothingForThem() {
        Diagnosis diagnosis = diagnose(new Hosts(TransportPhase.CONNECT, Site.EEA, Site.US), Search.DIAGNOSE);

        assertThat(diagnosis.cause()).isEqualTo(Cause.WRONG_SITE);
        assertThat(diagnosis.site()).contains(Site.TR);
        assertThat(signedAt).containsExactly("openapi.okx.com", "tr.okx.com");
        assertInTime();
    }

    @Test
    void examine_twoSitesTakeTheRequestAndNeverAnswer_findsTheThirdInTime() {
        Diagnosis diagnosis = diagnose(new Hosts(TransportPhase.RESPONSE_HEAD, Site.EEA, Site.US), Search.DIAGNOSE);

        assertThat(diagnosis.cause()).isEqualTo(Cause.WRONG_SITE);
        assertThat(signedAt).containsExactly("openapi.okx.com", "eea.okx.com", "us.okx.com", "tr.okx.com");
        assertInTime();
    }

    @Test
    void examine_allSitesAreSilent_endsInTimeWithTheOwnSitesTrouble() {
        Diagnosis diagnosis = diagnose(
                new Hosts(TransportPhase.RESPONSE_HEAD, Site.GLOBAL, Site.EEA, Site.US, Site.TR), Search.DETECT);

        assertThat(diagnosis.cause()).isEqualTo(Cause.TIMED_OUT);
        assertThat(diagnosis.evidence(Locale.ENGLISH)).hasSize(4);
        assertThat(signedAt).doesNotHaveDuplicates();
        assertInTime();
    }

    @Test
    void examine_ownSiteHasNoNameAtTheResolver_isADnsFailureAndTheKeyStays() {
        Diagnosis diagnosis = diagnose(new Hosts(TransportPhase.RESOLVE, Site.GLOBAL), Search.DIAGNOSE);

        assertThat(diagnosis.cause()).isEqualTo(Cause.DNS_FAILURE);
        assertThat(signedAt).isEmpty();
        assertInTime();
    }
}
