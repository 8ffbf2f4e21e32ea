package io.okxconnect.benchmarks.calls;

import io.okxconnect.Connection;
import io.okxconnect.ConnectionState;
import io.okxconnect.ExchangeConnector;
import io.okxconnect.HurriedConnector;
import io.okxconnect.benchmarks.Figures;
import io.okxconnect.credential.AccountId;
import io.okxconnect.credential.ApiKeyCredential;
import io.okxconnect.credential.InMemoryCredentialStore;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxApiKey;
import io.okxconnect.testkit.SandboxEnvironment;
import io.okxconnect.testkit.SandboxKeyRequest;
import io.okxconnect.testkit.SandboxSwitch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** From three pasted strings to CONNECTED, against the sandbox in this process. */
public final class ConnectRun {
    private ConnectRun() {}

    /** Needs: how many users connect, of which the first half only warms up. */
    public static void main(String[] arguments) {
        int users = Integer.parseInt(arguments[0]);
        List<Double> nanos = new ArrayList<>();
        try (OkxSandbox okx =
                        OkxSandbox.builder().with(SandboxSwitch.RATE_LIMITS_OFF).start();
                ExchangeConnector connector = new HurriedConnector(1)
                        .builder()
                        .site(Site.custom("sandbox", okx.uri()))
                        .environment(TradingEnvironment.DEMO)
                        .clock(okx.clock())
                        .credentialStore(new InMemoryCredentialStore())
                        .build()) {
            for (int user = 0; user < users; user++) {
                nanos.add(connect(okx, connector, "user" + user));
            }
        }
        List<Double> measured = new ArrayList<>(nanos.subList(users / 2, users));
        Collections.sort(measured);
        Figures.print(Map.of(
                "p50", measured.get(measured.size() / 2),
                "p99", measured.get((int) (measured.size() * 0.99))));
    }

    private static double connect(OkxSandbox okx, ExchangeConnector connector, String name) {
        SandboxApiKey key = okx.createUser(name)
                .createApiKey(SandboxKeyRequest.named("bench")
                        .environment(SandboxEnvironment.DEMO)
                        .read()
                        .trade());
        try (ApiKeyCredential credential = ApiKeyCredential.of(key.apiKey(), key.secretKey(), key.passphrase())) {
            long start = System.nanoTime();
            Connection connection = connector.connect(AccountId.of(name), credential);
            double nanos = System.nanoTime() - start;
            if (connection.status().state() != ConnectionState.CONNECTED) {
                throw new IllegalStateException("not connected: " + connection.status());
            }
            return nanos;
        }
    }
}
