package io.okxconnect.examples;

import io.okxconnect.error.InvalidArgumentException;
import io.okxconnect.site.Site;
import io.okxconnect.site.TradingEnvironment;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;

/** Where a key belongs, as the environment's variables say. */
record KeyPlace(Site site, TradingEnvironment environment) {
    private static final String SITE = "OKX_SITE";
    private static final String ENVIRONMENT = "OKX_ENVIRONMENT";

    static boolean isIn(Map<String, String> variables) {
        return variables.containsKey(SITE) || variables.containsKey(ENVIRONMENT);
    }

    static KeyPlace from(Map<String, String> variables) {
        Site site = site(variables.getOrDefault(SITE, "global"));
        TradingEnvironment environment =
                switch (variables.getOrDefault(ENVIRONMENT, "live").toLowerCase(Locale.ROOT)) {
                    case "live" -> TradingEnvironment.LIVE;
                    case "demo" -> TradingEnvironment.DEMO;
                    default ->
                        throw new InvalidArgumentException(
                                ENVIRONMENT, "must be live or demo", "Set it to what the key was made for.");
                };
        return new KeyPlace(site, environment);
    }

    private static Site site(String text) {
        if (text.contains("://")) {
            try {
                return Site.custom("custom", new URI(text));
            } catch (URISyntaxException e) {
                throw new InvalidArgumentException(SITE, "must be an address", "Pass one like http://127.0.0.1:8080.");
            }
        }
        return Site.named(text)
                .orElseThrow(() -> new InvalidArgumentException(
                        SITE,
                        "must be global, eea, us or tr, or an address",
                        "Set it to the site where the account was opened."));
    }
}
