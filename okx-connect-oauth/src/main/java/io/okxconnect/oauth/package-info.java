/**
 * Fast API, OAuth 2.0 and PKCE: connecting an account without the user copying a key. Start at {@link
 * io.okxconnect.oauth.FastApiConnector} or, for tokens in place of a key, at {@link io.okxconnect.oauth.OAuthConnector}. Also a PKCE
 * client for any OAuth 2.0 server, {@code OAuthClient}, and a receiver for desktop apps, {@code LoopbackReceiver}.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.oauth;
