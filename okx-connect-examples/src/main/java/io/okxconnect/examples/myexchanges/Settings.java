package io.okxconnect.examples.myexchanges;

import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the pages tell about this app.
 *
 * @param address where browsers find the app, which may be the address of a proxy in front of it
 * @param serverIps the addresses that users bind their keys to; empty if they are not known
 * @param apiKeysPage where users make keys
 * @param environment what most users connect
 * @param siteNames the OKX sites whose accounts can be connected
 * @param tryOut what to try the app with; empty at the real OKX
 */
public record Settings(
        URI address,
        List<String> serverIps,
        URI apiKeysPage,
        TradingEnvironment environment,
        List<String> siteNames,
        Optional<TryOut> tryOut) {
    /** The name that users give their keys; a rule of OKX's wants letters and digits. */
    static final String KEY_NAME = "MyExchanges";

    /** Copies the lists. */
    public Settings {
        serverIps = List.copyOf(serverIps);
        siteNames = List.copyOf(siteNames);
    }
}
