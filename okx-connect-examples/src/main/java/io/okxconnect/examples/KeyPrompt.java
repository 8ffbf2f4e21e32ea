package io.okxconnect.examples;

import io.okxconnect.error.InvalidArgumentException;
import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Asks a person for a value that must not be seen on the screen. */
interface KeyPrompt {
    /**
     * Asks for one value.
     *
     * @return what was typed; empty if nothing was
     */
    char[] ask(String label);

    /** The terminal that the program runs in; JDK 17 has none when there is no terminal, later ones one without input. */
    @SuppressWarnings("SystemConsoleNull")
    static KeyPrompt console() {
        return label -> {
            Console console = System.console();
            char @Nullable [] typed = console == null ? null : console.readPassword("%s (not shown): ", label);
            if (typed == null) {
                throw new InvalidArgumentException(
                        "terminal",
                        "is needed to ask for the key",
                        "Run it in a terminal, set OKX_API_KEY, OKX_SECRET_KEY and OKX_PASSPHRASE, or see a case with"
                                + " --sandbox <case>.");
            }
            return typed;
        };
    }
}
