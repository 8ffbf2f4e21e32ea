package io.okxconnect;

import static io.okxconnect.DoctorsWorld.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.doctor.Cause;
import io.okxconnect.doctor.ConnectFailedException;
import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxSite;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With permission, a connect finds the site and the environment by itself. */
class DetectionTest {
    private DoctorsWorld world;

    @BeforeEach
    void start() {
        world = new DoctorsWorld();
        world.builder.enabledSites(world.otherSites()).detectSiteAndEnvironment();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private Connection connect() {
        try (ExchangeConnector okx = world.builder.build();
                ApiKeyCredential typed = world.typed()) {
            Connection connection = okx.connect(ALICE, typed);
            assertThat(okx.connections().get(0).siteName())
                    .isEqualTo(connection.site().name());
            assertThat(connection.check().isReady()).isTrue();
            return connection;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GLOBAL, DEMO, GLOBAL/DEMO",
        "GLOBAL, LIVE, GLOBAL/DEMO GLOBAL/LIVE",
        "EEA,    DEMO, GLOBAL/DEMO EEA/DEMO",
        "EEA,    LIVE, GLOBAL/DEMO EEA/DEMO EEA/LIVE",
        "TR,     LIVE, GLOBAL/DEMO EEA/DEMO US/DEMO TR/DEMO TR/LIVE"
    })
    void connect_keyOfAnyPlace_isConnectedThere(SandboxSite site, SandboxEnvironment environment, String asked) {
        SandboxApiKey key = world.okx
                .createUser("mia", site)
                .createApiKey(world.request().environment(environment).read().trade());
        world.type(key);
        try (ExchangeConnector okx = world.builder.build();
                ApiKeyCredential typed = world.typed()) {
            Connection connection = okx.connect(ALICE, typed);

            assertThat(connection.site()).isEqualTo(world.site(site));
            assertThat(connection.environment()).isEqualTo(TradingEnvironment.valueOf(environment.name()));
            assertThat(okx.connections().get(0).siteName())
                    .isEqualTo(world.site(site).name());
            assertThat(world.askedPlaces()).containsExactly(asked.split(" "));
        }
    }

    @Test
    void connect_foundElsewhere_goesOnWorkingThere() {
        world.type(world.erik.createApiKey(
                world.request().environment(SandboxEnvironment.LIVE).read().trade()));
        assertThat(connect().site()).isEqualTo(world.site(SandboxSite.EEA));
        try (ExchangeConnector again = world.builder.build()) {
            Connection stored = again.connection(ALICE);
            assertThat(stored.site().restBase()).isEqualTo(world.okx.uri(SandboxSite.EEA));
            assertThat(stored.environment()).isEqualTo(TradingEnvironment.LIVE);
            assertThat(stored.check().isReady()).isTrue();
        }
    }

    @Test
    void connect_foundElsewhereWithAWrongPassphrase_namesThePassphrase() {
        world.type(world.erik.createApiKey(
                world.request().environment(SandboxEnvironment.LIVE).read().trade()));
        world.passphrase = DoctorsWorld.OTHER_PASSPHRASE;
        try (ExchangeConnector okx = world.builder.build();
                ApiKeyCredential typed = world.typed()) {
            ConnectFailedException failed =
                    catchThrowableOfType(ConnectFailedException.class, () -> okx.connect(ALICE, typed));

            assertThat(failed.diagnosis().cause()).isEqualTo(Cause.WRONG_PASSPHRASE);
            assertThat(failed.diagnosis().site()).contains(world.site(SandboxSite.EEA));
            assertThat(failed.diagnosis().environment()).contains(TradingEnvironment.LIVE);
            assertThat(failed.diagnosis().page())
                    .contains(URI.create("https://my.okx.com/account/my-api?go-live-trading=1"));
            world.assertTouchedLightly();
        }
    }

    @Test
    void connect_foundNowhere_saysThatAllWereAsked() {
        world.apiKey = "00000000-0000-4000-8000-000000000000";
        try (ExchangeConnector okx = world.builder.build();
                ApiKeyCredential typed = world.typed()) {
            ConnectFailedException failed =
                    catchThrowableOfType(ConnectFailedException.class, () -> okx.connect(ALICE, typed));

            assertThat(failed.diagnosis().cause()).isEqualTo(Cause.KEY_UNKNOWN);
            assertThat(world.askedPlaces()).containsExactly("GLOBAL/DEMO", "EEA/DEMO", "US/DEMO", "TR/DEMO");
            assertThat(failed.diagnosis().evidence(Locale.ENGLISH)).noneMatch(fact -> fact.startsWith("Not asked"));
        }
    }

    @Test
    void connect_oneOtherSiteIsDown_leavesTheSiteInDoubt() {
        world.apiKey = "00000000-0000-4000-8000-000000000000";
        world.builder.enabledSites(
                Site.EEA.withRestBase(URI.create("http://127.0.0.1:1")),
                world.site(SandboxSite.US),
                world.site(SandboxSite.TR));
        try (ExchangeConnector okx = world.builder.build();
                ApiKeyCredential typed = world.typed()) {
            ConnectFailedException failed =
                    catchThrowableOfType(ConnectFailedException.class, () -> okx.connect(ALICE, typed));

            assertThat(failed.diagnosis().cause()).isEqualTo(Cause.KEY_UNKNOWN);
            assertThat(failed.diagnosis().nextStep(Locale.ENGLISH)).startsWith("Check at which OKX site");
            assertThat(failed.diagnosis().evidence(Locale.ENGLISH))
                    .contains("No connection to 127.0.0.1 could be opened.");
            assertThat(world.askedPlaces()).containsExactly("GLOBAL/DEMO", "US/DEMO", "TR/DEMO");
        }
    }

    @Test
    void connect_ownSiteCannotBeReached_isFoundElsewhere() {
        world.type(world.erik.createApiKey(world.request().read().trade()));
        // Nobody can listen there: port 1 is below what the sandbox ever gets.
        world.builder.site(Site.GLOBAL.withRestBase(URI.create("http://127.0.0.1:1")));

        assertThat(connect().site()).isEqualTo(world.site(SandboxSite.EEA));
    }

    @Test
    void connect_ownSiteCannotBeReachedAndFoundNowhere_namesTheNetwork() {
        world.apiKey = "00000000-0000-4000-8000-000000000000";
        world.builder.site(Site.GLOBAL.withRestBase(URI.create("http://127.0.0.1:1")));
        try (ExchangeConnector okx = world.builder.build();
                ApiKeyCredential typed = world.typed()) {
            assertThatThrownBy(() -> okx.connect(ALICE, typed))
                    .isInstanceOfSatisfying(
                            ConnectFailedException.class,
                            failed -> assertThat(failed.diagnosis().cause()).isEqualTo(Cause.NO_NETWORK));
        }
    }

    @Test
    void connect_fieldsSwapped_sendsTheKeyNowhereElse() {
        String key = world.apiKey;
        world.apiKey = world.secretKey;
        world.secretKey = key;
        try (ExchangeConnector okx = world.builder.build();
                ApiKeyCredential typed = world.typed()) {
            assertThatThrownBy(() -> okx.connect(ALICE, typed)).isInstanceOf(ConnectFailedException.class);

            assertThat(world.askedPlaces()).containsExactly("GLOBAL/DEMO");
        }
    }

    @Test
    void otherSites_detectionAtOneOfOkxsSites_areAllOthers() {
        ExchangeConnectorBuilder builder = ExchangeConnector.okx().site(Site.US);
        assertThat(builder.otherSites()).isEmpty();
        assertThat(builder.detectSiteAndEnvironment().otherSites()).containsExactly(Site.GLOBAL, Site.EEA, Site.TR);
        assertThat(builder.enabledSites(Site.US, Site.EEA, Site.EEA).otherSites())
                .containsExactly(Site.EEA);
    }

    @Test
    void otherSites_detectionAtASiteOfTheAppsOwn_areOnlyThoseThatItEnabled() {
        ExchangeConnectorBuilder builder = ExchangeConnector.okx()
                .site(Site.custom("sandbox", world.okx.uri()))
                .detectSiteAndEnvironment();
        assertThat(builder.otherSites()).isEmpty();
        assertThat(ExchangeConnector.okx()
                        .site(world.site(SandboxSite.GLOBAL))
                        .detectSiteAndEnvironment()
                        .otherSites())
                .as("a changed host is no longer OKX's")
                .isEmpty();
    }

    @Test
    void diagnosisLimit_outOfRange_isRefusedByName() {
        assertThatThrownBy(() -> world.builder.diagnosisLimit(Duration.ofMillis(99)))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        refused -> assertThat(refused.argument()).isEqualTo("diagnosisLimit"));
        assertThatThrownBy(() -> world.builder.diagnosisLimit(Duration.ofMinutes(3)))
                .isInstanceOf(InvalidArgumentException.class);
    }
}
