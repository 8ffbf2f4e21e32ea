/** Token calls, OKX's profiles, and everything that touches Nimbus. Not for apps. */
@org.jspecify.annotations.NullMarked
package io.okxconnect.oauth.internal;
