/** An OKX inside the JVM: start at {@code OkxSandbox}. */
@org.jspecify.annotations.NullMarked
package io.okxconnect.testkit;
