/** The V5 REST interface of the sandbox: who may call, how often, and what is answered. */
@org.jspecify.annotations.NullMarked
package io.okxconnect.testkit.internal.rest;
