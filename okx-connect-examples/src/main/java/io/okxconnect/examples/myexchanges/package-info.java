/**
 * "My exchanges", a web app: connect OKX accounts, see how they are doing, set them up. Pages are plain HTML that works
 * without scripts. What connects is in {@code connect}; nothing in here knows the sandbox.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.examples.myexchanges;
