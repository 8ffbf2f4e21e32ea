/** OKX's authorization side: registered apps, consents, codes, tokens, and the keys that apps make. */
@org.jspecify.annotations.NullMarked
package io.okxconnect.testkit.internal.oauth;
