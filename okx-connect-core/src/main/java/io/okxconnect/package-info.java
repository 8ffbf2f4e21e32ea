/**
 * Connects a user's OKX account to an app. Start at {@link io.okxconnect.ExchangeConnector}: it turns a pasted key into a
 * checked and stored {@link io.okxconnect.Connection}, whose {@link io.okxconnect.ConnectionStatus} says CONNECTED or what is
 * missing.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect;
