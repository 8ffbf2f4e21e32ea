package io.okxconnect.oauth.interop;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("interop")
class OidcProviderInteropTest extends PkceHelperContract {
    private static OidcProvider server;

    @BeforeAll
    static void start() {
        server = OidcProvider.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    RealServer server() {
        return server;
    }
}
