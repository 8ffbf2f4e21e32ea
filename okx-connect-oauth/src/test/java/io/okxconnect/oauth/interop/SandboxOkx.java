package io.okxconnect.oauth.interop;

import io.okxconnect.testkit.OkxSandbox;
import io.okxconnect.testkit.SandboxOAuthClient;
import io.okxconnect.testkit.SandboxOAuthClientRequest;
import io.okxconnect.testkit.SandboxTokens;
import io.okxconnect.testkit.SandboxUser;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** OKX's REST interface, with the judge's user and the judge's clients; it takes the tokens that the judge gave. */
public final class SandboxOkx implements AutoCloseable {
    /** The device that tokens of the PKCE client are bound to. */
    static final String DEVICE_ID = "0f6ad2f8-2c2f-4a54-9d4a-6f3d2f1b7c11";

    private final OkxSandbox sandbox = OkxSandbox.start();
    private final SandboxUser alice = sandbox.createUser("alice");
    private final Map<String, SandboxOAuthClient> clients = Map.of(
            "okx-code",
            register(SandboxOAuthClientRequest.confidential("Code app").read().trade(), "okx-code"),
            "okx-fast-api",
            register(
                    SandboxOAuthClientRequest.confidential("Fast API app")
                            .keyIps("127.0.0.1")
                            .fastApi(),
                    "okx-fast-api"),
            "okx-pkce",
            register(SandboxOAuthClientRequest.publicClient("Device app").read().trade(), "okx-pkce"));

    /** The refresh tokens that the judge gave, in order; its Fast API client gets none, but the place is kept. */
    private final List<String> refreshTokens = new CopyOnWriteArrayList<>();

    private SandboxOAuthClient register(SandboxOAuthClientRequest request, String clientId) {
        return sandbox.registerOAuthClient(request.clientId(clientId).redirectUri(RealServer.WEB_REDIRECT.toString()));
    }

    URI uri() {
        return sandbox.uri();
    }

    /** The user's API keys. */
    List<String> keys() {
        return alice.apiKeyIds();
    }

    void learn(String clientId, String accessToken, String refreshToken) {
        sandbox.nextTokens(accessToken, refreshToken);
        SandboxOAuthClient client = clients.get(clientId);
        SandboxTokens tokens =
                clientId.equals("okx-pkce") ? alice.issueTokens(client, DEVICE_ID) : alice.issueTokens(client);
        if (!tokens.accessToken().equals(accessToken)) {
            throw new AssertionError("the sandbox made up a token of its own");
        }
        refreshTokens.add(refreshToken);
    }

    List<String> refreshTokens() {
        return refreshTokens;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
