package io.okxconnect.oauth.internal;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.util.regex.Pattern;

/** The S256 challenge (RFC 7636, section 4.2). The method {@code plain} does not occur in this module. */
public final class Pkce {
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private Pkce() {}

    public static boolean isVerifier(String text) {
        return VERIFIER.matcher(text).matches();
    }

    public static String s256(String verifier) {
        return CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
                .getValue();
    }
}
