package io.okxconnect;

import static io.okxconnect.DoctorsWorld.ALICE;
import static io.okxconnect.DoctorsWorld.chars;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.credential.StoredCredential;
import io.okxconnect.doctor.Cause;
import io.okxconnect.doctor.ConnectFailedException;
import io.okxconnect.doctor.Diagnosis;
import io.okxconnect.error.AuthenticationRejectedException;
import io.okxconnect.error.CredentialNotFoundException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxSite;
import io.okxconnect.testkit.SandboxSwitch;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One cause, its evidence and one step, in both languages, at the price of one signed read a place. */
class DoctorTest {
    private static final Locale CHINA = Locale.SIMPLIFIED_CHINESE;

    @ParameterizedTest
    @MethodSource({"io.okxconnect.DoctorCases#all", "io.okxconnect.MixedDoctorCases#all"})
    void diagnose_faultyAccount_namesExactlyTheCause(DoctorCase given) {
        try (DoctorsWorld world = new DoctorsWorld()) {
            given.arrange().accept(world);
            try (ExchangeConnector okx = world.builder.build();
                    ApiKeyCredential typed = world.typed()) {
                Diagnosis diagnosis = okx.diagnose(typed);

                assertSays(diagnosis, given);
                world.assertTouchedLightly();
                assertThat(okx.connections()).as("a diagnosis stores nothing").isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"io.okxconnect.DoctorCases#all", "io.okxconnect.MixedDoctorCases#all"})
    void connect_faultyAccount_failsWithExactlyTheCause(DoctorCase given) {
        try (DoctorsWorld world = new DoctorsWorld()) {
            given.arrange().accept(world);
            try (ExchangeConnector okx = world.builder.build();
                    ApiKeyCredential typed = world.typed()) {
                if (given.connect() == DoctorCase.Connect.SUCCEEDS) {
                    assertThat(okx.connect(ALICE, typed).environment()).isEqualTo(TradingEnvironment.DEMO);
                    assertThat(world.askedPlaces()).containsExactly("GLOBAL/DEMO");
                } else {
                    ConnectFailedException failed =
                            catchThrowableOfType(ConnectFailedException.class, () -> okx.connect(ALICE, typed));

                    assertSays(failed.diagnosis(), given);
                    assertSaysTheSame(failed);
                    assertThat(okx.connections()).isEmpty();
                    world.assertTouchedLightly();
                }
            }
        }
    }

    private static void assertSays(Diagnosis diagnosis, DoctorCase expected) {
        assertThat(diagnosis.cause()).as(diagnosis.toString()).isEqualTo(expected.cause());
        assertSays(diagnosis, Locale.ENGLISH, expected.english());
        assertSays(diagnosis, CHINA, expected.chinese());
        assertThat(DoctorsWorld.hasChinese(diagnosis.summary(CHINA))).isTrue();
        assertThat(DoctorsWorld.hasChinese(diagnosis.summary(Locale.GERMAN))).isFalse();
        assertThat(diagnosis.isHealthy()).isEqualTo(expected.cause() == Cause.HEALTHY);
    }

    /** The last line is the step; the others have to be among the evidence. */
    private static void assertSays(Diagnosis diagnosis, Locale language, List<String> lines) {
        int step = lines.size() - 1;
        assertThat(diagnosis.nextStep(language)).isEqualTo(lines.get(step));
        String evidence = String.join("\n", diagnosis.evidence(language));
        assertThat(evidence).contains(lines.subList(0, step));
        assertThat(diagnosis.summary(language) + evidence)
                .as("everything is filled in")
                .doesNotContain("{", "}");
    }

    private static void assertSaysTheSame(ConnectFailedException failed) {
        Diagnosis diagnosis = failed.diagnosis();
        OkxConnectException first = (OkxConnectException) failed.getCause();
        assertThat(failed.retryAdvice()).isEqualTo(first.retryAdvice());
        assertThat(failed)
                .hasMessage(diagnosis.summary(Locale.ENGLISH) + " Evidence: "
                        + String.join(" ", diagnosis.evidence(Locale.ENGLISH)) + " Next step: "
                        + diagnosis.nextStep(Locale.ENGLISH));
    }

    @Test
    void diagnose_keyOfAnotherSite_tellsWhereItBelongs() {
        try (DoctorsWorld world = new DoctorsWorld()) {
            world.type(world.erik.createApiKey(
                    world.request().environment(SandboxEnvironment.LIVE).read().trade()));
            try (ExchangeConnector okx =
                            world.builder.enabledSites(world.otherSites()).build();
                    ApiKeyCredential typed = world.typed()) {
                Diagnosis diagnosis = okx.diagnose(typed);

                assertThat(diagnosis.site()).contains(world.site(SandboxSite.EEA));
                assertThat(diagnosis.environment()).contains(TradingEnvironment.LIVE);
                assertThat(diagnosis.summary(Locale.ENGLISH))
                        .isEqualTo(
                                "This API key belongs to the OKX site EEA (my.okx.com), not to Global (www.okx.com).");
                assertThat(diagnosis.summary(CHINA)).isEqualTo("该 API Key 属于 OKX 欧洲站（my.okx.com），而不是全球站（www.okx.com）。");
                assertThat(world.askedPlaces()).containsExactly("GLOBAL/DEMO", "EEA/DEMO");
            }
        }
    }

    @Test
    void diagnose_otherSitesNotEnabled_sendsTheKeyToNoneOfThem() {
        try (DoctorsWorld world = new DoctorsWorld()) {
            world.type(world.erik.createApiKey(world.request().read().trade()));
            try (ExchangeConnector okx = world.builder.build();
                    ApiKeyCredential typed = world.typed()) {
                Diagnosis diagnosis = okx.diagnose(typed);

                assertThat(diagnosis.site()).isEmpty();
                assertThat(world.askedPlaces()).containsExactly("GLOBAL/DEMO");
            }
        }
    }

    @Test
    void diagnose_wrongPassphrase_pointsToTheKeysPageAtItsSite() {
        try (DoctorsWorld world = new DoctorsWorld()) {
            world.passphrase = DoctorsWorld.OTHER_PASSPHRASE;
            try (ExchangeConnector okx = world.builder.build();
                    ApiKeyCredential typed = world.typed()) {
                assertThat(okx.diagnose(typed).page())
                        .contains(URI.create("https://www.okx.com/account/my-api?go-demo-trading=1"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SandboxSwitch.class,
            names = {"DEAD_KEYS_ARE_INVALID", "KEY_REFUSALS_AS_HTTP_200", "RATE_LIMITS_OFF"})
    void diagnose_storedKeyIsGone_wasDeleted(SandboxSwitch reading) {
        try (DoctorsWorld world = new DoctorsWorld(reading)) {
            world.builder.enabledSites(world.otherSites());
            assertGone(
                    world, SandboxEnvironment.DEMO, Duration.ofDays(2), Cause.KEY_DELETED, "2026-11-22, 2 days ago.");
        }
    }

    @Test
    void diagnose_storedKeyWasNotUsedFor15Days_hasExpired() {
        try (DoctorsWorld world = new DoctorsWorld()) {
            world.builder.environment(TradingEnvironment.LIVE);
            assertGone(
                    world, SandboxEnvironment.LIVE, Duration.ofDays(15), Cause.KEY_EXPIRED, "2026-11-22, 15 days ago.");
        }
    }

    @Test
    void diagnose_storedKeyWasUsed13DaysAgo_wasDeleted() {
        try (DoctorsWorld world = new DoctorsWorld()) {
            world.builder.environment(TradingEnvironment.LIVE);
            assertGone(
                    world, SandboxEnvironment.LIVE, Duration.ofDays(13), Cause.KEY_DELETED, "2026-11-22, 13 days ago.");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CredentialOrigin.class,
            names = {"FAST_API", "OAUTH"})
    void diagnose_storedKeyThatTheAppWasGivenIsGone_asksForANewConsent(CredentialOrigin origin) {
        try (DoctorsWorld world = new DoctorsWorld()) {
            SandboxApiKey key =
                    world.type(world.alice.createApiKey(world.request().read().trade()));
            try (ExchangeConnector okx = world.builder.build();
                    ApiKeyCredential typed = world.typed()) {
                okx.connect(ALICE, typed);
                try (StoredCredential stored = world.store.load(ALICE).orElseThrow();
                        StoredCredential granted = stored.next(
                                stored.metadata().toBuilder().origin(origin).build())) {
                    world.store.save(granted);
                }
                key.delete();
                Diagnosis diagnosis = okx.diagnose(ALICE);
                assertThat(diagnosis.cause()).isEqualTo(Cause.KEY_DELETED);
                assertThat(diagnosis.summary(Locale.ENGLISH)).contains("made for this app");
                assertThat(diagnosis.nextStep(Locale.ENGLISH)).startsWith("Connect the account again");
                assertThat(diagnosis.nextStep(CHINA)).contains("授权页面");
                assertThat(diagnosis.page()).isEmpty();
            }
        }
    }

    /** By id, by the key as it is pasted again, and by a connect with it; also if the passphrase is wrong this time. */
    private static void assertGone(
            DoctorsWorld world, SandboxEnvironment environment, Duration later, Cause cause, String fact) {
        SandboxApiKey key = world.type(world.alice.createApiKey(
                world.request().environment(environment).read().trade()));
        try (ExchangeConnector before = world.builder.build();
                ApiKeyCredential typed = world.typed()) {
            before.connect(ALICE, typed);
        }
        if (cause == Cause.KEY_DELETED) {
            key.delete();
        }
        world.okx.clock().advance(later);
        world.builder.clock(Clock.fixed(DoctorsWorld.NOW.plus(later), ZoneOffset.UTC));
        world.passphrase = DoctorsWorld.OTHER_PASSPHRASE;
        try (ExchangeConnector after = world.builder.build();
                ApiKeyCredential typed = world.typed()) {
            List<Consumer<ExchangeConnector>> ways = List.of(
                    okx -> assertGone(okx.diagnose(ALICE), cause, fact),
                    okx -> assertGone(okx.diagnose(typed), cause, fact),
                    okx -> assertThatThrownBy(() -> okx.connect(ALICE, typed))
                            .isInstanceOfSatisfying(
                                    ConnectFailedException.class,
                                    failed -> assertGone(failed.diagnosis(), cause, fact)));
            for (Consumer<ExchangeConnector> way : ways) {
                world.okx.journal().clear();
                way.accept(after);
                assertThat(world.askedPlaces()).as("a key is not sent around").hasSize(1);
            }
        }
    }

    private static void assertGone(Diagnosis diagnosis, Cause cause, String fact) {
        assertThat(diagnosis.cause()).isEqualTo(cause);
        assertThat(diagnosis.evidence(Locale.ENGLISH)).contains("The store last saw this key work on " + fact);
        assertThat(String.join("", diagnosis.evidence(CHINA))).contains("存储记录显示，该 API Key 最近一次可用是 2026-11-22");
        assertThat(diagnosis.nextStep(Locale.ENGLISH)).startsWith("Make a new API key on OKX's API page");
        assertThat(diagnosis.nextStep(CHINA)).startsWith("请在 OKX 的 API 页面新建 API Key");
    }

    @Test
    void diagnose_storedAccountIsFine_isHealthyWithOneReadWhereItWasConnected() {
        try (DoctorsWorld world = new DoctorsWorld();
                ExchangeConnector okx = world.builder.build();
                ApiKeyCredential typed = world.typed()) {
            okx.connect(ALICE, typed);
            world.okx.journal().clear();

            assertThat(okx.diagnose(ALICE).cause()).isEqualTo(Cause.HEALTHY);
            assertThat(world.askedPlaces()).containsExactly("GLOBAL/DEMO");
        }
    }

    @Test
    void diagnose_nothingStored_saysSo() {
        try (DoctorsWorld world = new DoctorsWorld();
                ExchangeConnector okx = world.builder.build()) {
            assertThatThrownBy(() -> okx.diagnose(ALICE)).isInstanceOf(CredentialNotFoundException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\n", "\u00A0", "\u0430"})
    void diagnose_invisibleOrForeignCharacterInAPart_isNamedWithoutAskingOkx(String stray) {
        try (DoctorsWorld world = new DoctorsWorld();
                ExchangeConnector okx = world.builder.build()) {
            String[] parts = {world.apiKey, world.secretKey, world.passphrase};
            String[] names = {"API key", "secret key", "passphrase"};
            String[] chinese = {"API Key", "Secret Key", "Passphrase"};
            for (int i = 0; i < parts.length; i++) {
                String[] pasted = parts.clone();
                pasted[i] = pasted[i].substring(0, 5) + stray + pasted[i].substring(5);
                char[][] chars = chars(pasted);

                Diagnosis diagnosis = okx.diagnose(chars[0], chars[1], chars[2]);

                assertThat(diagnosis.cause()).isEqualTo(Cause.STRAY_CHARACTERS);
                assertThat(diagnosis.evidence(Locale.ENGLISH))
                        .containsExactly("The " + names[i]
                                + " holds a line break, an invisible character, or one that is not ASCII.");
                assertThat(diagnosis.nextStep(Locale.ENGLISH))
                        .isEqualTo("Copy the " + names[i] + " again, with nothing before, in or after it.");
                assertThat(diagnosis.evidence(CHINA)).containsExactly(chinese[i] + " 中含有换行、不可见字符或非 ASCII 字符。");
                assertThat(diagnosis.nextStep(CHINA)).isEqualTo("请重新复制 " + chinese[i] + "，前后和中间都不要带有其他字符。");
            }
            assertThat(world.okx.journal().count()).isZero();
        }
    }

    @Test
    void diagnose_blanksAndByteOrderMarkAroundTheParts_areDroppedAndHarmless() {
        try (DoctorsWorld world = new DoctorsWorld();
                ExchangeConnector okx = world.builder.build()) {
            char[][] parts =
                    chars("\uFEFF " + world.apiKey + "\n", "\t" + world.secretKey + " ", world.passphrase + "\r\n");
            assertThat(okx.diagnose(parts[0], parts[1], parts[2]).cause()).isEqualTo(Cause.HEALTHY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200B\n"})
    void diagnose_emptyPart_isMissing(String nothing) {
        try (DoctorsWorld world = new DoctorsWorld();
                ExchangeConnector okx = world.builder.build()) {
            char[][] noSecret = chars(world.apiKey, nothing, world.passphrase);
            Diagnosis secret = okx.diagnose(noSecret[0], noSecret[1], noSecret[2]);
            assertThat(secret.cause()).isEqualTo(Cause.MISSING_FIELD);
            assertThat(secret.nextStep(Locale.ENGLISH)).isEqualTo("Paste the secret key as OKX showed it.");
            assertThat(secret.nextStep(CHINA)).isEqualTo("请粘贴 OKX 显示的 Secret Key。");

            char[][] noPassphrase = chars(world.apiKey, world.secretKey, nothing);
            Diagnosis passphrase = okx.diagnose(noPassphrase[0], noPassphrase[1], noPassphrase[2]);
            assertThat(passphrase.nextStep(Locale.ENGLISH))
                    .isEqualTo("Enter the passphrase that was chosen when the API key was made.");
            assertThat(passphrase.nextStep(CHINA)).isEqualTo("请填写创建 API Key 时设置的 Passphrase。");
            assertThat(world.okx.journal().count()).isZero();
        }
    }

    @Test
    void diagnose_ipRefusalThatNamesNoAddress_saysWhatItKnows() {
        try (DoctorsWorld world = new DoctorsWorld()) {
            world.okx.faults().on("GET", DoctorsWorld.CONFIG).code(401, "50110", "Not listed");
            try (ExchangeConnector okx = world.builder.build();
                    ApiKeyCredential typed = world.typed()) {
                Diagnosis diagnosis = okx.diagnose(typed);

                assertThat(diagnosis.cause()).isEqualTo(Cause.IP_NOT_ALLOWED);
                assertThat(diagnosis.nextStep(Locale.ENGLISH))
                        .isEqualTo("Add this machine's public IP address to the API key's IP list on OKX's API page.");
            }
        }
    }

    @Test
    void connectAndDiagnose_closedConnector_saySo() {
        try (DoctorsWorld world = new DoctorsWorld();
                ApiKeyCredential typed = world.typed()) {
            ExchangeConnector okx = world.builder.build();
            okx.close();

            assertThatThrownBy(() -> okx.diagnose(typed)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> okx.diagnose(ALICE)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void connect_nobodyListens_namesTheHost() {
        DoctorsWorld world = new DoctorsWorld();
        Site gone = world.site(SandboxSite.GLOBAL);
        world.close();
        try (ExchangeConnector okx = ExchangeConnector.okx().site(gone).build();
                ApiKeyCredential typed = world.typed()) {
            Diagnosis diagnosis = okx.diagnose(typed);

            assertThat(diagnosis.cause()).isEqualTo(Cause.NO_NETWORK);
            assertThat(diagnosis.evidence(Locale.ENGLISH))
                    .containsExactly("No connection to 127.0.0.1 could be opened.");
            assertThat(diagnosis.evidence(CHINA)).containsExactly("无法与 127.0.0.1 建立连接。");
            assertThat(diagnosis.nextStep(Locale.ENGLISH))
                    .isEqualTo("Check this machine's network and firewall, then try again.");
            assertThat(diagnosis.nextStep(CHINA)).isEqualTo("请检查本机的网络和防火墙，然后重试。");
        }
    }

    @Test
    void connect_refused_keepsTheTypedFailureAsItsCause() {
        try (DoctorsWorld world = new DoctorsWorld()) {
            world.passphrase = DoctorsWorld.OTHER_PASSPHRASE;
            try (ExchangeConnector okx = world.builder.build();
                    ApiKeyCredential typed = world.typed()) {
                assertThatThrownBy(() -> okx.connect(ALICE, typed))
                        .hasCauseInstanceOf(AuthenticationRejectedException.class);
            }
        }
    }
}
