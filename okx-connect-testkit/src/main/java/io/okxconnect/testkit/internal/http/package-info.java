/** The sandbox on the wire: the server, the journal of what arrived, and the faults put into answers. */
@org.jspecify.annotations.NullMarked
package io.okxconnect.testkit.internal.http;
