package io.okxconnect.oauth;

import java.net.URI;

/** Opens a page in the user's browser. */
@FunctionalInterface
public interface BrowserOpener {

    /**
     * Opens the page. The URL holds the state: keep it out of logs.
     *
     * @param page the page
     * @return false if there is no browser here
     */
    boolean open(URI page);

    /**
     * The browser of the desktop, where there is one ({@code java.awt.Desktop}; needs the JDK's module {@code java.desktop}, else there is
     * none).
     *
     * @return the opener
     */
    static BrowserOpener ofDesktop() {
        return DesktopBrowser::open;
    }
}
