/**
 * A small server app, complete: a "Connect OKX" button, the way to OKX's consent page and back, and the balances of the
 * connected account. Nothing in here knows the sandbox.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.examples.fastapi;
