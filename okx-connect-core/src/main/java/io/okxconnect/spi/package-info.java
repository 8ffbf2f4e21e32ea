/**
 * Where an app can put its own part in place of ours: the HTTP transport. Everything has a good default; nothing here is
 * needed to connect an account.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.spi;
