package io.okxconnect.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.error.OkxConnectException;
import io.okxconnect.oauth.error.CallbackRejectedException;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;

/** A desk with one authorization begun, at which one variant of an attack is played; possibly a broken one. */
final class Stage extends Desk {
    private final Defect defect;
    final String state;

    Stage(Defect defect) {
        this.defect = defect;
        this.state = begin();
    }

    Defect defect() {
        return defect;
    }

    @Override
    PendingAuthorizationStore store() {
        return new PendingAuthorizationStore() {
            @Override
            public void save(PendingAuthorization pending) {
                memory.save(pending);
            }

            @Override
            public Optional<PendingAuthorization> find(String id) {
                Optional<PendingAuthorization> found = memory.find(id);
                return defect == Defect.EXPIRY_IGNORED ? found.map(Stage::everlasting) : found;
            }

            @Override
            public boolean take(String id) {
                return defect == Defect.STATE_STAYS ? memory.find(id).isPresent() : memory.take(id);
            }
        };
    }

    private static PendingAuthorization everlasting(PendingAuthorization pending) {
        return new PendingAuthorization(
                pending.id(),
                pending.profile(),
                pending.accountId(),
                pending.siteName(),
                pending.environment(),
                pending.redirectUri(),
                pending.sessionDigest(),
                pending.createdAt(),
                Instant.MAX,
                null,
                pending.attributes());
    }

    @Override
    HttpTransport around(ScriptedTransport inner) {
        return defect == Defect.REDIRECT_FOLLOWED ? following(inner) : inner;
    }

    HttpTransport following(ScriptedTransport inner) {
        return new ScriptedTransport(request -> {
            TransportResponse answer = inner.execute(request);
            return answer.header("Location")
                    .map(location -> inner.execute(new TransportRequest(
                            "POST",
                            URI.create("https://elsewhere.example"),
                            "/",
                            request.headers(),
                            request.body(),
                            request.timeout(),
                            request.maxBodyBytes())))
                    .orElse(answer);
        });
    }

    void attempt(String query, SessionBinding session) {
        AuthorizationCallback callback = AuthorizationCallback.parseQuery(query);
        if (defect == Defect.DOMAIN_BY_SUFFIX
                && callback instanceof AuthorizationCallback.Code code
                && code.domain().filter(domain -> domain.contains("okx.com")).isPresent()) {
            callback = AuthorizationCallback.parseQuery(genuine(state));
        }
        boolean stateless = callback instanceof AuthorizationCallback.Refusal refusal
                && refusal.state().isEmpty();
        if (defect == Defect.ANY_ERROR_CLOSES && stateless) {
            memory.take(PendingAuthorization.idOf(state));
        }
        complete(callback, OAuthProfile.FAST_API, defect == Defect.SESSION_IGNORED ? SESSION : session);
    }

    /** Plays a forged callback: rejected, nothing changed, and the genuine one still works afterwards. */
    void assertForged(String query, CallbackRejectedException.Reason reason) {
        assertForged(query, SESSION, reason);
        assertStillOpen();
    }

    void assertForged(String query, SessionBinding session, CallbackRejectedException.Reason reason) {
        int pending = memory.size();
        int calls = transport.asked().size();
        Throwable failure = failure(() -> {
            attempt(query, session);
            return null;
        });
        assertThat(failure).isInstanceOf(CallbackRejectedException.class);
        assertThat(((CallbackRejectedException) failure).reason()).isEqualTo(reason);
        assertThat(transport.asked()).as("token calls").hasSize(calls);
        assertThat(memory.size()).as("pending authorizations").isEqualTo(pending);
        assertSilent(failure, query);
    }

    void assertStillOpen() {
        complete(genuine(state)).close();
        assertThat(transport.asked()).as("token calls of the genuine callback").hasSize(1);
    }

    /** The typed failure, or a broken assertion. */
    static Throwable failure(Callable<?> attempt) {
        try {
            attempt.call();
        } catch (OkxConnectException | InvalidArgumentException e) {
            return e;
        } catch (Exception e) {
            throw new AssertionError("not a typed failure: " + e.getClass());
        }
        throw new AssertionError("accepted");
    }

    /** No value of the input stands in the failure, its causes or its stack. */
    static void assertSilent(Throwable failure, String input) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        for (String part : input.split("[&=?/:@#.;\\s]+")) {
            if (part.length() >= 12) {
                assertThat(text.toString()).as("echo").doesNotContain(part);
            }
        }
    }

    static String word(Random random, int length) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }
}
