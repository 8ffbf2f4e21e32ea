package io.okxconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxKeyRequest;
import io.okxconnect.testkit.SandboxPositionMode;
import io.okxconnect.testkit.SandboxRequest;
import io.okxconnect.testkit.SandboxSite;
import io.okxconnect.testkit.SandboxSwitch;
import io.okxconnect.testkit.SandboxUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

/** OKX with four sites, Alice at the global one and Erik at the European one, and what the user types in. Its clock stands still. */
final class DoctorsWorld implements AutoCloseable {
    static final AccountId ALICE = AccountId.of("alice");
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final String OTHER_SECRET = "0123456789ABCDEF0123456789ABCDEF";
    static final String OTHER_PASSPHRASE = "Other-phrase-1!";
    static final String CONFIG = "/api/v5/account/config";

    final OkxSandbox okx;
    final SandboxUser alice;
    final SandboxUser erik;
    final InMemoryCredentialStore store = new InMemoryCredentialStore();
    final ExchangeConnectorBuilder builder;
    private int keys;

    /** What is typed in: Alice's good demo key, unless a test says otherwise. */
    String apiKey;

    String secretKey;
    String passphrase;

    DoctorsWorld(SandboxSwitch... switches) {
        okx = OkxSandbox.builder()
                .seed(11)
                .with(SandboxSwitch.RATE_LIMITS_OFF)
                .with(switches)
                .start();
        okx.clock().stopAt(NOW);
        okx.nextApiKey(Canary.API_KEY, Canary.SECRET_KEY);
        alice = user("alice", SandboxSite.GLOBAL);
        erik = user("erik", SandboxSite.EEA);
        type(alice.createApiKey(request().read().trade()));
        builder = ExchangeConnector.okx()
                .site(site(SandboxSite.GLOBAL))
                .environment(TradingEnvironment.DEMO)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .sharedCredentialStore(store);
    }

    private SandboxUser user(String name, SandboxSite site) {
        SandboxUser user = okx.createUser(name, site);
        user.live().setPositionMode(SandboxPositionMode.NET);
        user.demo().setPositionMode(SandboxPositionMode.NET);
        return user;
    }

    /** OKX's own site, at the sandbox's address. */
    Site site(SandboxSite which) {
        Site site = Site.named(which.name()).orElseThrow();
        return site.withRestBase(okx.uri(which));
    }

    Site[] otherSites() {
        return new Site[] {site(SandboxSite.EEA), site(SandboxSite.US), site(SandboxSite.TR)};
    }

    /** A demo key, if nothing else is said. */
    SandboxKeyRequest request() {
        return SandboxKeyRequest.named("key" + ++keys)
                .environment(SandboxEnvironment.DEMO)
                .passphrase(Canary.PASSPHRASE);
    }

    SandboxApiKey type(SandboxApiKey key) {
        apiKey = key.apiKey();
        secretKey = key.secretKey();
        passphrase = key.passphrase();
        return key;
    }

    ApiKeyCredential typed() {
        return ApiKeyCredential.of(apiKey, secretKey, passphrase);
    }

    /** As if OKX's clock and this machine's were apart; this machine's stands still. */
    void machineIsBehind(Duration offset) {
        okx.clock().advance(offset);
    }

    /** OKX's clock cannot be measured. */
    void blockTime() {
        okx.faults().on("GET", "/api/v5/public/time").always().status(500);
    }

    /** Nothing but the configuration was read with the key, at each place once. */
    void assertTouchedLightly() {
        assertThat(okx.journal().find(request -> request.maskedApiKey().isPresent()))
                .allSatisfy(request ->
                        assertThat(request.method() + " " + request.path()).isEqualTo("GET " + CONFIG));
        assertThat(askedPlaces()).doesNotHaveDuplicates();
    }

    /** Where the key was sent, in order. */
    String[] askedPlaces() {
        return okx.journal().find("GET", CONFIG).stream()
                .map(DoctorsWorld::place)
                .toArray(String[]::new);
    }

    private static String place(SandboxRequest request) {
        return request.site() + "/" + request.environment();
    }

    static boolean hasChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    static char[][] chars(String... texts) {
        return Arrays.stream(texts).map(String::toCharArray).toArray(char[][]::new);
    }

    @Override
    public void close() {
        okx.faults().clear();
        okx.close();
        store.close();
    }
}
