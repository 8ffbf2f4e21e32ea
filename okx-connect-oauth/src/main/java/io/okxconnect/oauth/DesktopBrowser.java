package io.okxconnect.oauth;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;

/** The desktop's browser. The only class that touches AWT, so that everything else runs without the module java.desktop. */
final class DesktopBrowser {
    private DesktopBrowser() {}

    static boolean open(URI page) {
        try {
            if (GraphicsEnvironment.isHeadless()
                    || !Desktop.isDesktopSupported()
                    || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                return false;
            }
            Desktop.getDesktop().browse(page);
            return true;
        } catch (IOException | RuntimeException | LinkageError e) {
            // No browser, no module, or a broken desktop: the caller shows the URL instead.
            return false;
        }
    }
}
