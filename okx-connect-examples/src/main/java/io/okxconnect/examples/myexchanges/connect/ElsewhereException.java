package io.okxconnect.examples.myexchanges.connect;

import io.okxconnect.site.TradingEnvironment;

/** A key is fine, but not where its user believes it is: nobody shall trade live who meant demo. Nothing was stored. */
public final class ElsewhereException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The site that the key belongs to. */
    private final String siteName;
    /** Live or demo. */
    private final TradingEnvironment environment;

    ElsewhereException(String siteName, TradingEnvironment environment) {
        super("The key belongs to " + siteName + ", " + environment + ".");
        this.siteName = siteName;
        this.environment = environment;
    }

    /** {@return the site that the key belongs to} */
    public String siteName() {
        return siteName;
    }

    /** {@return live or demo} */
    public TradingEnvironment environment() {
        return environment;
    }
}
