/** What the server apps of these examples share: a request and its answer, forms, and sessions. */
@org.jspecify.annotations.NullMarked
package io.okxconnect.examples.web;
