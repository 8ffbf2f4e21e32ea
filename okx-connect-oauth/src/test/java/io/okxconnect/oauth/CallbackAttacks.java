package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.oauth.error.CallbackRejectedException.Reason;
import io.okxconnect.oauth.error.OAuthErrorException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Rows 1 to 13 and 36: forged, repeated, late and twisted callbacks. */
final class CallbackAttacks {
    private CallbackAttacks() {}

    static Stream<Attack> all() {
        return Stream.of(
                new Attack(
                        1,
                        "no state",
                        (stage, random) ->
                                stage.assertForged("code=" + code(random) + more(random), Reason.STATE_MISSING)),
                new Attack(
                        2,
                        "wrong state",
                        (stage, random) -> stage.assertForged(
                                "code=" + code(random) + "&state=" + Stage.word(random, 1 + random.nextInt(64)),
                                Reason.STATE_NOT_PENDING)),
                new Attack(3, "state reused", CallbackAttacks::stateReused),
                new Attack(4, "state expired", CallbackAttacks::stateExpired),
                new Attack(5, "state of another session", CallbackAttacks::otherSession),
                new Attack(6, "state truncated or in another case", CallbackAttacks::stateBent),
                new Attack(
                        7,
                        "two states",
                        (stage, random) -> stage.assertForged(
                                shuffled(
                                        random,
                                        "code=" + code(random),
                                        "state=" + stage.state,
                                        "state=" + other(stage, random)),
                                Reason.MALFORMED)),
                new Attack(
                        8,
                        "two codes",
                        (stage, random) -> stage.assertForged(
                                shuffled(
                                        random,
                                        "code=" + code(random),
                                        "state=" + stage.state,
                                        "c%6Fde=" + code(random)),
                                Reason.MALFORMED)),
                new Attack(
                        9,
                        "code and error together",
                        (stage, random) -> stage.assertForged(
                                shuffled(random, "code=" + code(random), "state=" + stage.state, error(random)),
                                Reason.MALFORMED)),
                new Attack(10, "error with the right state", CallbackAttacks::errorWithState),
                new Attack(
                        11,
                        "error without a state",
                        (stage, random) -> stage.assertForged(error(random) + more(random), Reason.STATE_MISSING)),
                new Attack(12, "code replayed", CallbackAttacks::codeReplayed),
                new Attack(
                        13,
                        "code with control characters or too long",
                        (stage, random) -> stage.assertForged(
                                "code=" + brokenCode(random) + "&state=" + stage.state, Reason.MALFORMED)),
                new Attack(36, "fragment and form tricks", CallbackAttacks::fragment));
    }

    private static void stateReused(Stage stage, Random random) {
        stage.complete(stage.genuine(stage.state)).close();
        stage.assertForged(
                "code=" + code(random) + "&state=" + stage.state + more(random),
                Desk.SESSION,
                Reason.STATE_NOT_PENDING);
    }

    private static void stateExpired(Stage stage, Random random) {
        stage.clock.advance(Duration.ofMinutes(10).plusMillis(random.nextInt(1_000_000)));
        stage.assertForged("code=" + code(random) + "&state=" + stage.state, Desk.SESSION, Reason.STATE_EXPIRED);
    }

    private static void otherSession(Stage stage, Random random) {
        String query = "code=" + code(random) + "&state=" + stage.state + more(random);
        stage.assertForged(query, SessionBinding.of(Stage.word(random, 16 + random.nextInt(64))), Reason.OTHER_SESSION);
        stage.assertStillOpen();
    }

    private static void stateBent(Stage stage, Random random) {
        String state = stage.state;
        int at = random.nextInt(state.length());
        String bent = switch (random.nextInt(6)) {
            case 0 -> state.substring(0, at);
            case 1 -> state.substring(at) + "A";
            case 2 -> state.toLowerCase(Locale.ROOT);
            case 3 -> state.toUpperCase(Locale.ROOT);
            case 4 -> state + "%20";
            default -> state.substring(0, at) + (state.charAt(at) == 'x' ? 'y' : 'x') + state.substring(at + 1);
        };
        if (bent.equals(state)) {
            return;
        }
        Reason reason = bent.isEmpty() ? Reason.MALFORMED : Reason.STATE_NOT_PENDING;
        stage.assertForged("code=" + code(random) + "&state=" + bent, reason);
    }

    private static void errorWithState(Stage stage, Random random) {
        String query = shuffled(random, error(random), "state=" + stage.state);
        Throwable failure = Stage.failure(() -> {
            stage.attempt(query, Desk.SESSION);
            return null;
        });
        assertThat(failure).isInstanceOf(OAuthErrorException.class);
        // The RFC's own words may be repeated; nothing else.
        Stage.assertSilent(failure, query.replace("access_denied", "").replace("server_error", ""));
        assertThat(stage.transport.asked()).isEmpty();
        assertThat(stage.memory.size()).isZero();
        stage.assertForged(stage.genuine(stage.state), Desk.SESSION, Reason.STATE_NOT_PENDING);
    }

    private static void codeReplayed(Stage stage, Random random) {
        String query = "code=" + code(random) + "&state=" + stage.state + more(random);
        stage.complete(query).close();
        int calls = stage.transport.asked().size();
        stage.assertForged(query, Desk.SESSION, Reason.STATE_NOT_PENDING);
        assertThat(stage.transport.asked()).hasSize(calls);
    }

    private static void fragment(Stage stage, Random random) {
        String code = "code=" + code(random);
        String state = "state=" + stage.state;
        String url = Desk.REDIRECT
                + switch (random.nextInt(5)) {
                    case 0 -> "#" + code + "&" + state;
                    case 1 -> "?" + code + "#" + state;
                    case 2 -> "?" + state + "#" + code;
                    case 3 -> "?" + code + "&" + state + "#" + Stage.word(random, random.nextInt(20));
                    default -> "?" + "response=" + code(random) + "&response_mode=form_post&" + state;
                };
        Throwable failure = Stage.failure(() ->
                stage.complete(AuthorizationCallback.parse(URI.create(url)), OAuthProfile.FAST_API, Desk.SESSION));
        assertThat(failure).hasFieldOrPropertyWithValue("reason", Reason.MALFORMED);
        Stage.assertSilent(failure, url.substring(Desk.REDIRECT.toString().length()));
        stage.assertStillOpen();
    }

    private static String code(Random random) {
        return Stage.word(random, 12 + random.nextInt(80));
    }

    private static String other(Stage stage, Random random) {
        return random.nextBoolean() ? stage.state : Stage.word(random, 43);
    }

    private static String error(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "error=access_denied";
            case 1 -> "error=" + Stage.word(random, 20);
            case 2 -> "error_msg=" + Stage.word(random, 30);
            default -> "error=server_error&error_description=" + Stage.word(random, 60);
        };
    }

    /** Something after it that does not matter. */
    private static String more(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "&domain=https%3A%2F%2Fwww.okx.com";
            case 2 -> "&" + Stage.word(random, 8) + "=" + Stage.word(random, 20);
            default -> "&&foo&foo=";
        };
    }

    private static String brokenCode(Random random) {
        if (random.nextInt(4) == 0) {
            return Stage.word(random, 4_097 + random.nextInt(3_000));
        }
        int control = random.nextBoolean() ? random.nextInt(32) : 127 + random.nextInt(64);
        return Stage.word(random, random.nextInt(30))
                + String.format(Locale.ROOT, "%%%02x", control)
                + Stage.word(random, 20);
    }

    private static String shuffled(Random random, String... parts) {
        for (int i = parts.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            String swapped = parts[i];
            parts[i] = parts[j];
            parts[j] = swapped;
        }
        return String.join("&", parts);
    }
}
