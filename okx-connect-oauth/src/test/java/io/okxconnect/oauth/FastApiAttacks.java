package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.Connection;
import io.okxconnect.check.WithdrawPolicy;
import io.okxconnect.credential.CredentialMetadata;
import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.oauth.error.FastApiException;
import io.okxconnect.oauth.error.FastApiException.KeyAtOkx;
import io.okxconnect.oauth.error.FastApiReason;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rows 37, 39 and 40: more rights than asked for, another user on reconnect, a way out of the app in the callback. */
final class FastApiAttacks {
    private static final String OTHER_KEY = "1b2c3d4e-0000-4000-8000-0123456789ab";

    private FastApiAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(
                new Attack(37, "granted permission above the asked one", FastApiAttacks::rightsGrow),
                new Attack(39, "other uid on reconnect", FastApiAttacks::otherUser),
                new Attack(40, "return-to parameter that points off-site", FastApiAttacks::returnTo));
    }

    private static void rightsGrow(Stage stage, Random random) {
        FastApiPermission asked = random.nextBoolean() ? FastApiPermission.TRADE : FastApiPermission.READ_ONLY;
        boolean inKey = random.nextBoolean();
        String rights = tooMany(random, asked, inKey);
        // The gate of an app that tolerates withdrawals must not be what saves the user.
        WithdrawPolicy policy = random.nextBoolean() ? WithdrawPolicy.ALLOW : WithdrawPolicy.REFUSE;
        boolean broken = stage.defect() == Defect.RIGHTS_IGNORED;
        try (ScriptedFastApi okx = new ScriptedFastApi(policy, broken ? notLookingAtRights() : inner -> inner)) {
            okx.fast = okx.fast(builder -> builder.permission(asked));
            okx.permOfKey = "\"" + asked.word() + "\"";
            okx.permOfConfig = asked == FastApiPermission.TRADE ? "read_only,trade" : "read_only";
            if (inKey) {
                okx.permOfKey = rights;
            } else {
                okx.permOfConfig = rights;
            }
            String callback = okx.begin();

            Throwable failure = Stage.failure(() -> okx.fast.complete(callback, Desk.SESSION));

            assertFailed(failure, FastApiReason.TOO_MANY_RIGHTS, KeyAtOkx.GONE);
            assertThat(okx.store.list()).as("stored").isEmpty();
            assertThat(okx.count(FastApiScene.CREATE)).as("keys made").isEqualTo(1);
            assertThat(okx.count(FastApiScene.DELETE)).as("keys deleted").isEqualTo(2);
            Stage.assertSilent(failure, callback);
        }
    }

    private static String tooMany(Random random, FastApiPermission asked, boolean json) {
        String word = asked == FastApiPermission.READ_ONLY && random.nextInt(3) == 0
                ? "trade"
                : pick(random, "withdraw", "WithDraw", "withdraw", "transfer" + random.nextInt(1_000));
        String list = switch (random.nextInt(4)) {
            case 0 -> word;
            case 1 -> "read_only," + word;
            case 2 -> word + "," + "read_only";
            default -> "read_only" + (asked == FastApiPermission.TRADE ? ",trade" : "") + ", " + word + ",";
        };
        if (!json) {
            return list;
        }
        return switch (random.nextInt(4)) {
            case 0 -> "[\"" + list + "\"]";
            case 1 -> "\"" + list.replace(",", " ") + "\"";
            case 2 -> "{\"" + word + "\":true}";
            default -> "\"" + list + "\"";
        };
    }

    private static UnaryOperator<HttpTransport> notLookingAtRights() {
        UnaryOperator<String> asAsked =
                body -> body.replaceAll("\"perm\":(\"[^\"]*\"|\\[[^]]*]|\\{[^}]*})", "\"perm\":\"read_only\"");
        return ScriptedFastApi.rewriting(Map.of(FastApiScene.CREATE, asAsked, FastApiScene.CONFIG, asAsked));
    }

    private static void otherUser(Stage stage, Random random) {
        boolean broken = stage.defect() == Defect.USER_IGNORED;
        String other = otherUid(random);
        UnaryOperator<String> same = body -> body.replace(other, ScriptedFastApi.UID);
        UnaryOperator<HttpTransport> notLooking =
                ScriptedFastApi.rewriting(Map.of(FastApiScene.TOKEN, same, FastApiScene.CONFIG, same));
        try (ScriptedFastApi okx = new ScriptedFastApi(WithdrawPolicy.REFUSE, broken ? notLooking : inner -> inner)) {
            Connection connection = okx.fast.complete(okx.begin(), Desk.SESSION);
            CredentialMetadata before = okx.store.list().get(0);
            int calls = okx.transport.asked().size();
            int where = random.nextInt(3);
            okx.besideToken = where == 0 ? ",\"uid\":\"" + other + "\"" : "";
            if (where == 2) {
                okx.fast = okx.fast(builder -> builder.uidLookup(FastApiUidLookup.ACCOUNT_CONFIG));
            }
            okx.uid = other;
            okx.apiKey = OTHER_KEY;
            String callback = okx.begin();

            Throwable failure = Stage.failure(() -> okx.fast.complete(callback, Desk.SESSION));

            assertFailed(failure, FastApiReason.OTHER_ACCOUNT, where == 1 ? KeyAtOkx.GONE : KeyAtOkx.UNTOUCHED);
            assertThat(okx.store.list()).as("stored").containsExactly(before);
            long made = okx.transport.asked().stream()
                    .skip(calls)
                    .filter(each -> each.request().requestPath().equals(FastApiScene.CREATE))
                    .count();
            assertThat(made).as("keys made").isEqualTo(where == 1 ? 1 : 0);
            Stage.assertSilent(failure, callback + "&" + other);
            okx.uid = ScriptedFastApi.UID;
            assertThat(connection.status().state().name()).isEqualTo("CONNECTED");
            connection.check();
            List<ScriptedTransport.Asked> asked = okx.transport.asked();
            assertThat(asked.get(asked.size() - 1)
                            .request()
                            .headers()
                            .get("OK-ACCESS-KEY")
                            .equals(OTHER_KEY))
                    .as("signed with the other user's key")
                    .isFalse();
        }
    }

    private static String otherUid(Random random) {
        String uid = ScriptedFastApi.UID;
        return switch (random.nextInt(4)) {
            case 0 -> uid + random.nextInt(10);
            case 1 -> (1 + random.nextInt(9)) + uid;
            case 2 -> uid.substring(0, uid.length() - 1) + (9 - (uid.charAt(uid.length() - 1) - '0'));
            default -> Long.toString(100_000_000_000L + random.nextInt(1_000_000_000));
        };
    }

    private static void returnTo(Stage stage, Random random) {
        String evil = Stage.word(random, 20).replaceAll("[^A-Za-z0-9]", "x");
        String target = pick(
                random,
                "https://" + evil + ".example/x",
                "//" + evil + ".example",
                "/\\" + evil + ".example",
                "javascript:" + evil + "()",
                "data:text/html," + evil,
                "https://www.okx.com@" + evil + ".example/",
                "/" + evil);
        String name = pick(
                random,
                "return_to",
                "returnTo",
                "redirect_uri",
                "redirect",
                "next",
                "continue",
                "url",
                "RelayState",
                "target",
                "redirectUrl",
                "back",
                "Domain",
                "CODE",
                "callback");
        try (ScriptedFastApi okx = new ScriptedFastApi(WithdrawPolicy.REFUSE, inner -> inner)) {
            AuthorizationRequest begun = okx.fast.begin(ScriptedFastApi.ALICE, Desk.SESSION);
            String parameter = name + "=" + (random.nextBoolean() ? Queries.encode(target) : evil);
            String genuine = okx.begin();
            String callback = random.nextBoolean() ? genuine + "&" + parameter : parameter + "&" + genuine;
            String domainsToo = callback + "&domain=" + Queries.encode(target);

            Throwable twice = Stage.failure(() -> okx.fast.complete(domainsToo, Desk.SESSION));
            assertThat(twice).isInstanceOf(CallbackRejectedException.class);
            assertThat(okx.transport.asked()).as("calls").isEmpty();
            Stage.assertSilent(twice, domainsToo);

            Connection connection =
                    okx.fast.complete(random.nextBoolean() ? callback : Desk.REDIRECT + "?" + callback, Desk.SESSION);
            if (stage.defect() == Defect.RETURN_FOLLOWED) {
                follow(okx, evil);
            }

            assertThat(okx.transport.asked()).allSatisfy(each -> {
                assertThat(each.request().base().getHost()).as("host").isIn("www.okx.com", "openapi.okx.com");
                assertThat(each.request().requestPath()).as("path").doesNotContain(evil);
                assertThat(each.body()).as("body").doesNotContain(evil);
            });
            assertThat(connection.toString()
                            + connection.status()
                            + begun.uri()
                            + begun
                            + okx.fast
                            + okx.store.list().get(0).toMap())
                    .as("echo")
                    .doesNotContain(evil);
        }
    }

    /** What a connector would do that goes where the callback says. */
    private static void follow(ScriptedFastApi okx, String evil) {
        try {
            okx.transport.execute(new TransportRequest(
                    "GET",
                    URI.create("https://evil.example"),
                    "/" + evil,
                    Map.of(),
                    new byte[0],
                    Duration.ofSeconds(1),
                    1_000));
        } catch (AssertionError notScripted) {
            // That it was asked stands in the list.
        }
    }

    private static void assertFailed(Throwable failure, FastApiReason reason, KeyAtOkx left) {
        assertThat(failure).isInstanceOf(FastApiException.class);
        assertThat(((FastApiException) failure).reason()).isEqualTo(reason);
        assertThat(((FastApiException) failure).keyAtOkx()).isEqualTo(left);
    }

    private static String pick(Random random, String... from) {
        return from[random.nextInt(from.length)];
    }
}
