package io.okxconnect;

import io.okxconnect.canary.Canary;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.CredentialStore;
import io.okxconnect.internal.call.CallSeams;
import io.okxconnect.internal.call.OkxCalls;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxAccountMode;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxKeyRequest;
import io.okxconnect.testkit.SandboxPositionMode;
import io.okxconnect.testkit.SandboxSwitch;
import io.okxconnect.testkit.SandboxUser;
import java.time.Instant;

/** A sandbox OKX with one user, Alice, whose demo account is set up for futures trading; its clock stands still. */
final class TestExchange implements AutoCloseable {
    static final AccountId ALICE = AccountId.of("alice");
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    final OkxSandbox okx;
    final SandboxUser alice;
    private int keys;

    TestExchange() {
        okx = OkxSandbox.builder().seed(7).with(SandboxSwitch.RATE_LIMITS_OFF).start();
        okx.clock().stopAt(NOW);
        okx.nextApiKey(Canary.API_KEY, Canary.SECRET_KEY);
        alice = okx.createUser("alice");
        alice.demo()
                .setAccountMode(SandboxAccountMode.FUTURES)
                .setPositionMode(SandboxPositionMode.NET)
                .setBalance("USDT", "1000.5");
    }

    SandboxKeyRequest keyRequest() {
        return SandboxKeyRequest.named("key" + ++keys)
                .environment(SandboxEnvironment.DEMO)
                .passphrase(Canary.PASSPHRASE);
    }

    SandboxApiKey tradingKey() {
        return alice.createApiKey(keyRequest().read().trade());
    }

    static ApiKeyCredential credential(SandboxApiKey key) {
        return ApiKeyCredential.of(key.apiKey(), key.secretKey(), key.passphrase());
    }

    /** A connector for this exchange that leaves the store open. */
    ExchangeConnector connector(CredentialStore store) {
        return builder().sharedCredentialStore(store).build();
    }

    /** Without pacing: this exchange has no limits, and tests need not wait for them. */
    ExchangeConnectorBuilder builder() {
        return ExchangeConnector.okx()
                .pipeline((transport, clock) -> new OkxCalls(transport, CallSeams.system(clock)))
                .site(Site.custom("sandbox", okx.uri()))
                .environment(TradingEnvironment.DEMO)
                .clock(okx.clock());
    }

    /** How many signed requests arrived. */
    long signedRequests() {
        return okx.journal().find(request -> request.maskedApiKey().isPresent()).size();
    }

    @Override
    public void close() {
        okx.close();
    }
}
