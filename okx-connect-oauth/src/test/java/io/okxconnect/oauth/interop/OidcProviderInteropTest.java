package io.okxconnect.oauth.interop;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("interop")
class OidcProviderInteropTest extends PkceHelperContract {
    @AutoClose
    private static OidcProvider server;

    @BeforeAll
    static void start() {
        server = OidcProvider.start();
    }

    @Override
    RealServer server() {
        return server;
    }
}
