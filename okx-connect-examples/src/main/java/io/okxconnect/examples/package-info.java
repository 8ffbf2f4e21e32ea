/**
 * Runnable examples, one class an idea. {@code mvn -q -pl okx-connect-examples -am compile exec:java} runs the main job;
 * {@code -Dexec.args="help"} lists the others.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.examples;
