package io.okxconnect.oauth;

import java.util.regex.Pattern;

/**
 * Decides whether a text can be the name of a Fast API key. OKX documents "at most 50 letters or digits" for key names elsewhere, and
 * nothing for this one: replace the rule if OKX turns out to allow more or less.
 */
@FunctionalInterface
public interface FastApiLabelRule {

    /**
     * Decides.
     *
     * @param label the text
     * @return true if it may be sent
     */
    boolean allows(String label);

    /**
     * The default: 1 to 50 letters and digits of ASCII.
     *
     * @return the rule
     */
    static FastApiLabelRule lettersAndDigits() {
        return Pattern.compile("[A-Za-z0-9]{1,50}").asMatchPredicate()::test;
    }
}
