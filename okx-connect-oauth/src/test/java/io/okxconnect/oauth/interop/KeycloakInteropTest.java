package io.okxconnect.oauth.interop;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("interop")
class KeycloakInteropTest extends PkceHelperContract {
    @AutoClose
    private static Keycloak server;

    @BeforeAll
    static void start() {
        server = Keycloak.start();
    }

    @Override
    RealServer server() {
        return server;
    }
}
