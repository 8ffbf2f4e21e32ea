package io.okxconnect.testkit.internal.oauth;

import io.okxconnect.testkit.internal.model.IpList;
import java.net.URI;
import java.util.Set;

/**
 * What an app is registered with.
 *
 * @param name the app's name, which users see
 * @param redirectUris where its users may be sent back to, compared byte for byte
 * @param scopes OKX's words, {@code fast_api} included
 * @param serverIps where its calls may come from; empty for anywhere
 * @param keyIps what its Fast API keys can be bound to; empty if none are registered
 * @param sites where it is enabled
 */
public record ClientTerms(
        Kind kind,
        String name,
        Set<String> redirectUris,
        Set<String> scopes,
        IpList serverIps,
        IpList keyIps,
        Set<String> sites) {

    /** What kind of client an app is. */
    public enum Kind {
        /** It has a secret. */
        CONFIDENTIAL,
        /** It proves itself by PKCE. */
        PUBLIC,
        /** It registered itself, and proves itself by PKCE. */
        AGENT
    }

    public ClientTerms {
        redirectUris = Set.copyOf(redirectUris);
        redirectUris.forEach(ClientTerms::requireRedirectUri);
        scopes = Set.copyOf(scopes);
        sites = Set.copyOf(sites);
    }

    private static void requireRedirectUri(String text) {
        URI uri = URI.create(text);
        if (!uri.isAbsolute() || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("a redirect URI has a scheme and no fragment: " + text);
        }
    }
}
