package io.okxconnect.oauth;

import io.okxconnect.oauth.error.CallbackRejectedException.Reason;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rows 23 to 29: domains that are not the site's. */
final class DomainAttacks {
    private static final String REAL = "https://www.okx.com";

    private DomainAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(
                row(23, "domain not listed", r -> "https://" + name(r) + "." + pick(r, "example", "com", "io")),
                row(
                        24,
                        "domain by suffix or prefix",
                        r -> pick(
                                r,
                                REAL + "." + name(r) + ".example",
                                "https://" + name(r) + "www.okx.com",
                                "https://" + name(r) + ".okx.com",
                                "https://" + name(r) + ".example/x.okx.com",
                                "https://okx.com")),
                row(
                        25,
                        "user in the domain",
                        r -> pick(
                                r,
                                REAL + "@" + name(r) + ".example",
                                "https://" + name(r) + "@www.okx.com",
                                "https://www.okx.com:" + name(r) + "@evil.example",
                                "https://www.okx.com%40evil.example")),
                row(
                        26,
                        "path, query, port or fragment",
                        r -> REAL
                                + pick(
                                        r,
                                        "/" + name(r),
                                        "?" + name(r),
                                        "#" + name(r),
                                        ":" + r.nextInt(65_536),
                                        "//",
                                        "/..",
                                        "/%2e")),
                new Attack(
                        27,
                        "site other than the flow's",
                        (stage, random) -> stage.assertForged(
                                callback(
                                        stage,
                                        random,
                                        pick(
                                                random,
                                                "https://eea.okx.com",
                                                "https://my.okx.com",
                                                "https://EEA.okx.com/")),
                                Reason.OTHER_SITE)),
                row(
                        28,
                        "private, link-local and metadata addresses",
                        r -> pick(r, "https://", "http://")
                                + pick(
                                        r,
                                        "127.0.0.1",
                                        "127." + r.nextInt(256) + "." + r.nextInt(256) + ".1",
                                        "10.0.0." + r.nextInt(256),
                                        "192.168.1." + r.nextInt(256),
                                        "169.254.169.254",
                                        "2130706433",
                                        "0x7f000001",
                                        "017700000001",
                                        "[::1]",
                                        "[::ffff:169.254.169.254]",
                                        "[fe80::" + Integer.toHexString(r.nextInt(65_536)) + "]",
                                        "localhost",
                                        "metadata.google.internal")
                                + pick(r, "", "/", ":8080", "/" + name(r))),
                new Attack(29, "IDN, trailing dot, tab, mixed case", DomainAttacks::oddCharacters));
    }

    private static Attack row(int number, String name, Function<Random, String> domain) {
        return new Attack(
                number,
                name,
                (stage, random) ->
                        stage.assertForged(callback(stage, random, domain.apply(random)), Reason.DOMAIN_UNKNOWN));
    }

    private static void oddCharacters(Stage stage, Random random) {
        boolean visible = random.nextBoolean();
        String odd = visible
                ? pick(
                        random,
                        "https://www.okx.com.",
                        "https://xn--www-" + name(random) + ".okx.com",
                        "https://WwW.oKx.CoM.",
                        "https://wWw.okx.com./",
                        "https://www.okx.COM..",
                        "https://www.okx.com\\")
                : inserted(
                        random,
                        pick(
                                random, "\t", "\r\n", "\u0000", "\u200b", "\u0430", "\u3002", "\uff0e", "\u212a",
                                "\u0131"));
        stage.assertForged(callback(stage, random, odd), visible ? Reason.DOMAIN_UNKNOWN : Reason.MALFORMED);
    }

    private static String inserted(Random random, String odd) {
        int at = random.nextInt(REAL.length() + 1);
        return REAL.substring(0, at) + odd + REAL.substring(at);
    }

    private static String callback(Stage stage, Random random, String domain) {
        return "code=" + Stage.word(random, 24) + "&state=" + stage.state + "&domain=" + Queries.encode(domain);
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            name.append((char) ('a' + random.nextInt(26)));
        }
        return name.toString();
    }

    private static String pick(Random random, String... from) {
        return List.of(from).get(random.nextInt(from.length));
    }
}
