/** The state of the sandbox exchange and OKX's rules for changing it; knows nothing of HTTP. */
@org.jspecify.annotations.NullMarked
package io.okxconnect.testkit.internal.model;
