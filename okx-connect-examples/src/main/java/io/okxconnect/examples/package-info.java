/** Runnable examples. */
@org.jspecify.annotations.NullMarked
package io.okxconnect.examples;
