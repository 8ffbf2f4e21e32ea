package io.okxconnect.oauth.interop;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("interop")
class KeycloakInteropTest extends PkceHelperContract {
    private static Keycloak server;

    @BeforeAll
    static void start() {
        server = Keycloak.start();
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
