package io.okxconnect.oauth;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a web page gives to OKX's script in place of sending the browser to {@link AuthorizationRequest#uri()}: {@code
 * OKEXOAuthSDK.init({requestUrl, …})} and {@code OKEXOAuthSDK.authorize({…})} (OKX's sample app "builder-integration-demo", which verifies it
 * for the global site with a client secret). The callback is the same. Immutable.
 *
 * <p>Values go into a page as JSON: encode them as such, for the place in the page where they stand.
 */
public final class SdkParameters {
    private final URI requestUrl;
    private final Map<String, String> authorize;

    private SdkParameters(URI requestUrl, Map<String, String> authorize) {
        this.requestUrl = requestUrl;
        this.authorize = Collections.unmodifiableMap(authorize);
    }

    static SdkParameters of(URI authorizationUri) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String pair : authorizationUri.getRawQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String raw = equals < 0 ? "" : pair.substring(equals + 1);
            // The script encodes nothing, so this one has to come encoded once; the others have nothing to encode.
            String value = name.equals("redirect_uri") ? raw : URLDecoder.decode(raw, StandardCharsets.UTF_8);
            members.put(name, value);
        }
        return new SdkParameters(
                URI.create(authorizationUri.getScheme() + "://" + authorizationUri.getRawAuthority()), members);
    }

    /**
     * The member {@code requestUrl} of {@code init}: it selects the site.
     *
     * @return the site's web origin, for example {@code https://www.okx.com}
     */
    public URI requestUrl() {
        return requestUrl;
    }

    /**
     * The members of {@code authorize}: those of the URL, {@code redirect_uri} percent-encoded once. They hold the state: keep them out
     * of logs.
     *
     * @return values by name, in order, unmodifiable; never a client secret
     */
    public Map<String, String> authorize() {
        return authorize;
    }

    /** {@return the site's origin and the names of the members} */
    @Override
    public String toString() {
        return "SdkParameters[" + requestUrl + ", " + authorize.keySet() + "]";
    }
}
