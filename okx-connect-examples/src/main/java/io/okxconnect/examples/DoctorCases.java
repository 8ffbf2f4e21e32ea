package io.okxconnect.examples;

import io.okxconnect.check.AccountCheck;
import io.okxconnect.check.AccountRequirements;
import io.okxconnect.check.CheckContext;
import io.okxconnect.check.Finding;
import io.okxconnect.check.Severity;
import io.okxconnect.doctor.Cause;
import io.okxconnect.doctor.Diagnosis;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxFaultPlan;
import io.okxconnect.testkit.SandboxPermission;
import io.okxconnect.testkit.SandboxSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Every cause that the doctor knows, each as one thing that goes wrong in the sandbox. */
final class DoctorCases {
    private static final Duration FIFTEEN_DAYS = Duration.ofDays(15);

    static final List<DoctorCase> ALL = List.of(
            of(Cause.HEALTHY, "a good key", room -> room.diagnose(room.key())),
            of(Cause.NO_NETWORK, "nothing listens where OKX should be", DoctorCases::noNetwork),
            of(
                    Cause.DNS_FAILURE,
                    "OKX's name cannot be looked up",
                    room -> room.diagnoseAt(URI.create("https://okx.invalid"))),
            of(Cause.PROXY_FAILURE, "the HTTP proxy does not run", DoctorCases::proxyDown),
            of(
                    Cause.TLS_FAILURE,
                    "something that speaks no TLS answers in OKX's place",
                    room -> room.diagnoseAt(URI.create(
                            "https://127.0.0.1:" + room.sandbox().uri().getPort()))),
            onAnswer(Cause.CONNECTION_LOST, "the connection breaks off", SandboxFaultPlan::resetBeforeResponse),
            of(Cause.TIMED_OUT, "OKX does not answer", DoctorCases::silence),
            onAnswer(Cause.EDGE_BLOCKED, "a block page comes in place of OKX's answer", plan -> plan.html(403)),
            onAnswer(Cause.MAINTENANCE, "OKX is down for maintenance", plan -> plan.code("50001")),
            onAnswer(Cause.OKX_UNAVAILABLE, "OKX is too busy", plan -> plan.code("50013")),
            onAnswer(Cause.RATE_LIMITED, "too many calls", plan -> plan.code("50011")),
            of(Cause.CLOCK_SKEW, "this machine's clock is 95 s behind", DoctorCases::clockBehind),
            of(Cause.MISSING_FIELD, "the passphrase was left out", room -> pasted(room, room.key(), "")),
            of(Cause.STRAY_CHARACTERS, "an invisible character was pasted along", DoctorCases::strayCharacter),
            of(Cause.FIELDS_SWAPPED, "API key and secret key in each other's place", DoctorCases::swapped),
            of(
                    Cause.WRONG_SITE,
                    "a key of the EEA site, tried at the global one",
                    room -> room.diagnose(room.keyAt(SandboxSite.EEA))),
            of(
                    Cause.KEY_EXPIRED,
                    "a stored key that was not used for 15 days",
                    room -> room.diagnoseAfter(key -> room.sandbox().clock().advance(FIFTEEN_DAYS))),
            of(
                    Cause.KEY_DELETED,
                    "a stored key that its owner deleted at OKX",
                    room -> room.diagnoseAfter(SandboxApiKey::delete)),
            of(Cause.KEY_UNKNOWN, "a key that never was", DoctorCases::unknownKey),
            of(
                    Cause.WRONG_ENVIRONMENT,
                    "a key for live trading, tried on demo trading",
                    room -> room.diagnose(room.connector().environment(TradingEnvironment.DEMO), room.key())),
            of(
                    Cause.WRONG_PASSPHRASE,
                    "another passphrase than the key's",
                    room -> pasted(room, room.key(), "Another-2026!")),
            of(Cause.WRONG_SECRET, "another key's secret key", DoctorCases::wrongSecret),
            withKey(Cause.IP_NOT_ALLOWED, "a key that is bound to another address", key -> key.setIps("203.0.113.7")),
            withKey(Cause.API_FROZEN, "a key that OKX froze", SandboxApiKey::freeze),
            onAnswer(Cause.REGION_BLOCKED, "OKX does not serve this address", plan -> plan.code("50121")),
            onAnswer(Cause.CONSENT_ENDED, "the user took the consent back", plan -> plan.code("53001")),
            onAnswer(Cause.ACCOUNT_FROZEN, "OKX blocked the account", plan -> plan.code("50007")),
            onAnswer(
                    Cause.ACCOUNT_RESTRICTED, "the account has something to finish at OKX", plan -> plan.code("50008")),
            withKey(
                    Cause.PERMISSION_MISSING,
                    "a key that may only read",
                    key -> key.setPermissions(SandboxPermission.READ)),
            onAnswer(
                    Cause.PERMISSIONS_UNKNOWN,
                    "OKX does not say what the key may do",
                    plan -> plan.body(
                            "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"uid\":\"1\",\"mainUid\":\"1\",\"acctLv\":\"2\","
                                    + "\"posMode\":\"net_mode\",\"perm\":\"\",\"ip\":\"\"}]}")),
            withKey(
                    Cause.WITHDRAW_ENABLED,
                    "a key that may withdraw",
                    key -> key.setPermissions(
                            SandboxPermission.READ, SandboxPermission.TRADE, SandboxPermission.WITHDRAW)),
            of(Cause.REFUSED_BY_CHECK, "a check of the app's own says no", DoctorCases::ownCheck),
            onAnswer(Cause.UNKNOWN, "a code that nobody documented", plan -> plan.code("50999")));

    private DoctorCases() {}

    static Optional<DoctorCase> named(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private static DoctorCase of(Cause cause, String story, Function<DoctorRoom, Diagnosis> play) {
        return new DoctorCase(cause, story, play);
    }

    private static DoctorCase withKey(Cause cause, String story, Consumer<SandboxApiKey> change) {
        return of(cause, story, room -> {
            SandboxApiKey key = room.key();
            change.accept(key);
            return room.diagnose(key);
        });
    }

    private static DoctorCase onAnswer(Cause cause, String story, Consumer<SandboxFaultPlan> fault) {
        return of(cause, story, room -> {
            fault.accept(
                    room.sandbox().faults().on("GET", "/api/v5/account/config").always());
            return room.diagnose(room.connector().enabledSites(), room.key());
        });
    }

    private static Diagnosis noNetwork(DoctorRoom room) {
        return room.diagnoseAt(URI.create("http://127.0.0.1:" + closedPort()));
    }

    private static Diagnosis proxyDown(DoctorRoom room) {
        return room.diagnose(
                room.connector().transport(room.progress().throughProxy("127.0.0.1", closedPort())), room.key());
    }

    private static Diagnosis silence(DoctorRoom room) {
        room.sandbox().faults().on("GET", "/api/v5/*").always().hang();
        return room.diagnose(room.connector().enabledSites().diagnosisLimit(Duration.ofSeconds(2)), room.key());
    }

    private static Diagnosis clockBehind(DoctorRoom room) {
        SandboxApiKey key = room.key();
        room.sandbox().clock().advance(Duration.ofSeconds(95));
        return room.diagnose(key);
    }

    private static Diagnosis strayCharacter(DoctorRoom room) {
        SandboxApiKey key = room.key();
        return room.diagnose(
                room.connector(), key.apiKey().replaceFirst("-", "-\u200b"), key.secretKey(), key.passphrase());
    }

    private static Diagnosis swapped(DoctorRoom room) {
        SandboxApiKey key = room.key();
        return room.diagnose(room.connector(), key.secretKey(), key.apiKey(), key.passphrase());
    }

    private static Diagnosis unknownKey(DoctorRoom room) {
        SandboxApiKey other = room.key();
        return room.diagnose(room.connector(), UUID.randomUUID().toString(), other.secretKey(), other.passphrase());
    }

    private static Diagnosis wrongSecret(DoctorRoom room) {
        SandboxApiKey key = room.key();
        SandboxApiKey other = room.otherKey();
        return room.diagnose(room.connector(), key.apiKey(), other.secretKey(), key.passphrase());
    }

    private static Diagnosis pasted(DoctorRoom room, SandboxApiKey key, String passphrase) {
        return room.diagnose(room.connector(), key.apiKey(), key.secretKey(), passphrase);
    }

    private static Diagnosis ownCheck(DoctorRoom room) {
        AccountCheck waitingList = new AccountCheck() {
            @Override
            public String id() {
                return "waiting-list";
            }

            @Override
            public List<Finding> examine(CheckContext context) {
                return List.of(Finding.of(
                        Severity.REFUSE,
                        "waiting-list.full",
                        "This app takes no new accounts today.",
                        "The waiting list is full."));
            }
        };
        AccountRequirements requirements = AccountRequirements.futuresTrading().toBuilder()
                .addCheck(waitingList)
                .build();
        return room.diagnose(room.connector().requirements(requirements), room.key());
    }

    private static int closedPort() {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return taken.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
