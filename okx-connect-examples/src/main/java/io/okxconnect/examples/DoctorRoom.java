package io.okxconnect.examples;

import io.okxconnect.ExchangeConnector;
import io.okxconnect.ExchangeConnectorBuilder;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.doctor.Diagnosis;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxKeyRequest;
import io.okxconnect.testkit.SandboxSite;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/** A sandbox OKX in which one thing goes wrong, and a connector that meets it. */
final class DoctorRoom implements AutoCloseable {
    private static final String PASSPHRASE = "Sandbox-2026!";
    /** More than the default: a busy machine must not turn every case into a timeout. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final AccountId ALICE = AccountId.of("alice");

    private final OkxSandbox sandbox;
    private final DoctorProgress progress;

    DoctorRoom(DoctorProgress progress) {
        this.sandbox = OkxSandbox.start();
        this.progress = progress;
    }

    OkxSandbox sandbox() {
        return sandbox;
    }

    /** A good key for live trading, of a customer of a site. */
    SandboxApiKey keyAt(SandboxSite site) {
        return sandbox.createUser("alice", site).createApiKey(request());
    }

    /** A good key for live trading at the global site. */
    SandboxApiKey key() {
        return keyAt(SandboxSite.GLOBAL);
    }

    /** A good key of somebody else's. */
    SandboxApiKey otherKey() {
        return sandbox.createUser("bob").createApiKey(request());
    }

    private static SandboxKeyRequest request() {
        return SandboxKeyRequest.named("my trading app").read().trade().passphrase(PASSPHRASE);
    }

    /** The sandbox's site under the name and with the pages of the real one. */
    Site site(SandboxSite site) {
        Site real = Site.named(site.name().toLowerCase(Locale.ROOT)).orElseThrow();
        return real.withRestBase(sandbox.uri(site));
    }

    /** A connector for live trading at the global site, which may look at the others. */
    ExchangeConnectorBuilder connector() {
        return ExchangeConnector.okx()
                .site(site(SandboxSite.GLOBAL))
                .environment(TradingEnvironment.LIVE)
                .enabledSites(
                        Arrays.stream(SandboxSite.values()).map(this::site).toArray(Site[]::new))
                .transport(progress.direct())
                .diagnosisLimit(PATIENCE);
    }

    Diagnosis diagnose(SandboxApiKey key) {
        return diagnose(connector(), key.apiKey(), key.secretKey(), key.passphrase());
    }

    Diagnosis diagnose(ExchangeConnectorBuilder connector, SandboxApiKey key) {
        return diagnose(connector, key.apiKey(), key.secretKey(), key.passphrase());
    }

    Diagnosis diagnose(ExchangeConnectorBuilder connector, String apiKey, String secretKey, String passphrase) {
        try (ExchangeConnector okx = connector.build()) {
            return okx.diagnose(apiKey.toCharArray(), secretKey.toCharArray(), passphrase.toCharArray());
        }
    }

    /** What is said of a good key whose server is somewhere else. */
    Diagnosis diagnoseAt(URI server) {
        SandboxApiKey key = key();
        return diagnose(
                ExchangeConnector.okx().site(Site.GLOBAL.withRestBase(server)).transport(progress.direct()), key);
    }

    /** What is said of a stored key that worked before something happened to it. */
    Diagnosis diagnoseAfter(Consumer<SandboxApiKey> mishap) {
        SandboxApiKey key = key();
        try (ExchangeConnector okx = connector().clock(sandbox.clock()).build();
                ApiKeyCredential credential = ApiKeyCredential.of(key.apiKey(), key.secretKey(), key.passphrase())) {
            okx.connect(ALICE, credential);
            mishap.accept(key);
            return okx.diagnose(ALICE);
        }
    }

    DoctorProgress progress() {
        return progress;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
