package io.okxconnect;

import static io.okxconnect.TestExchange.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialOrigin;
import io.okxconnect.error.ConnectionClosedException;
import io.okxconnect.internal.call.CallSeams;
import io.okxconnect.internal.call.OkxCalls;
import io.okxconnect.rest.RestRequest;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.spi.HttpTransport;
import io.okxconnect.spi.TransportRequest;
import io.okxconnect.spi.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** When a key is opened, exchanged and wiped. */
class AccountSessionTest {
    private static final String OTHER_KEY = "1f2e3d4c-0000-4000-8000-00000000000f";
    private static final Grant GRANT = Grant.of(Site.GLOBAL, TradingEnvironment.DEMO, CredentialOrigin.MANUAL);
    private static final RestRequest READ =
            RestRequest.get("/api/v5/account/balance").build();

    private final List<String> signedWith = new ArrayList<>();
    private Runnable onCall = () -> {};

    private final HttpTransport transport = new HttpTransport() {
        @Override
        public TransportResponse execute(TransportRequest request) {
            signedWith.add(request.headers().getOrDefault("OK-ACCESS-KEY", "none"));
            onCall.run();
            return new TransportResponse(
                    200,
                    Map.of("content-type", "application/json"),
                    "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {}
    };

    private static ApiKeyCredential key(String apiKey) {
        return ApiKeyCredential.of(apiKey, Canary.SECRET_KEY, Canary.PASSPHRASE);
    }

    private static LeasedKey leased(String apiKey) {
        try (ApiKeyCredential credential = key(apiKey)) {
            return LeasedKey.of(credential);
        }
    }

    private AccountSession session(Supplier<ApiKeyCredential> opener) {
        Clock clock = Clock.fixed(Instant.EPOCH.plusSeconds(1_700_000_000), ZoneOffset.UTC);
        return new AccountSession(
                ALICE,
                GRANT,
                new OkxCalls(transport, CallSeams.system(clock)),
                clock::instant,
                BrokerCodes.NONE,
                opener);
    }

    private static void assertWiped(LeasedKey key) {
        assertThat(key.lease()).isFalse();
        assertThatThrownBy(() -> key.headers("", "GET", "/", new byte[0])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void lease_ownerIsGone_keyLivesUntilTheSignatureIsMade() {
        LeasedKey key = leased(Canary.API_KEY);
        assertThat(key.lease()).isTrue();

        key.release();

        assertThat(key.headers("", "GET", "/", new byte[0])).containsKey("OK-ACCESS-SIGN");
        key.release();
        assertWiped(key);
    }

    @Test
    void exchangeKey_underWay_signsWithTheNewOneAndWipesTheOldOne() {
        AccountSession session = session(() -> key(Canary.API_KEY));
        session.call(READ);
        LeasedKey old = session.openKey();
        LeasedKey fresh = leased(OTHER_KEY);
        onCall = () -> {
            session.exchangeKey(fresh, GRANT);
            onCall = () -> {};
        };

        session.call(READ);
        session.call(READ);

        assertThat(signedWith).containsExactly(Canary.API_KEY, Canary.API_KEY, OTHER_KEY);
        assertWiped(old);
        session.close();
        assertWiped(fresh);
    }

    @Test
    void exchangeKey_whileTheOldOneIsBeingOpened_keepsTheNewOne() {
        LeasedKey fresh = leased(OTHER_KEY);
        AccountSession[] self = new AccountSession[1];
        AccountSession session = session(() -> {
            self[0].exchangeKey(fresh, GRANT);
            // As the store does when it holds the new key already.
            throw new ConnectionClosedException("alice");
        });
        self[0] = session;

        session.call(READ);

        assertThat(signedWith).containsExactly(OTHER_KEY);
        session.close();
        assertWiped(fresh);
    }

    @Test
    void exchangeKey_sessionIsClosed_wipesTheNewOne() {
        AccountSession session = session(() -> key(Canary.API_KEY));
        session.close();
        LeasedKey fresh = leased(OTHER_KEY);

        session.exchangeKey(fresh, GRANT);

        assertWiped(fresh);
        assertThatThrownBy(() -> session.call(READ)).isInstanceOf(ConnectionClosedException.class);
        assertThat(signedWith).isEmpty();
    }

    @Test
    void call_openerFails_isReportedAndTriedAgain() {
        boolean[] broken = {true};
        AccountSession session = session(() -> {
            if (broken[0]) {
                throw new ConnectionClosedException("alice");
            }
            return key(Canary.API_KEY);
        });
        assertThatThrownBy(() -> session.call(READ)).isInstanceOf(ConnectionClosedException.class);
        assertThat(session.lastUsedAt()).isNull();
        broken[0] = false;

        session.call(READ);

        assertThat(session.lastUsedAt()).isEqualTo(Instant.EPOCH.plusSeconds(1_700_000_000));
        session.close();
    }
}
