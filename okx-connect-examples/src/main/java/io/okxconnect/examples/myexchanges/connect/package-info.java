/**
 * All that this app needs to connect OKX accounts and to keep them; okx-connect does the work. Take these classes over
 * first. They know nothing of pages.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.examples.myexchanges.connect;
