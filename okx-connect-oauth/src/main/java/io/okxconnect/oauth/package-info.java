/**
 * Connecting without copied keys: OKX Fast API, OAuth 2.0 authorization code and PKCE. Nothing is here yet; pasted V5
 * keys are connected by {@code io.okxconnect.ExchangeConnector} in the core module.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.oauth;
