package io.okxconnect.examples;

import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxAccountMode;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxKeyRequest;
import io.okxconnect.testkit.SandboxPositionMode;
import io.okxconnect.testkit.SandboxUser;
import java.io.PrintStream;

/** A sandbox OKX with one user, Alice, whose demo account is in hedge mode, and the key she made for us. */
final class SandboxStory implements AutoCloseable {
    private final OkxSandbox sandbox;
    private final SandboxApiKey key;

    private SandboxStory(OkxSandbox sandbox, SandboxApiKey key) {
        this.sandbox = sandbox;
        this.key = key;
    }

    static SandboxStory begin(PrintStream out) {
        OkxSandbox sandbox = OkxSandbox.start();
        SandboxUser alice = sandbox.createUser("alice");
        alice.demo()
                .setAccountMode(SandboxAccountMode.FUTURES)
                .setPositionMode(SandboxPositionMode.LONG_SHORT)
                .setBalance("USDT", "12500.75")
                .setBalance("BTC", "0.25")
                .setBalance("ETH", "1.5");
        SandboxApiKey key = alice.createApiKey(SandboxKeyRequest.named("my trading app")
                .read()
                .trade()
                .environment(SandboxEnvironment.DEMO)
                .passphrase("Sandbox-2026!"));
        out.println("A sandbox OKX runs at " + sandbox.uri() + ".");
        out.println("Alice has a demo account in hedge mode, and has made an API key (Read + Trade) for this app.");
        return new SandboxStory(sandbox, key);
    }

    PastedKey key() {
        return new PastedKey(
                ApiKeyCredential.of(key.apiKey(), key.secretKey(), key.passphrase()),
                Site.custom("sandbox", sandbox.uri()),
                TradingEnvironment.DEMO);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
