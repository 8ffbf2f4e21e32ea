/** The sandbox's web pages: what a customer does at OKX with a browser. Plain HTML, no scripts. */
@org.jspecify.annotations.NullMarked
package io.okxconnect.testkit.internal.web;
