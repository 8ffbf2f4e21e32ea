/**
 * Runnable examples, one class an idea. {@code mvn -q -pl okx-connect-examples -am test-compile exec:java -Dmaven.test.skip=true} runs the main job;
 * {@code -Dexec.args="help"} lists the others.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.examples;
