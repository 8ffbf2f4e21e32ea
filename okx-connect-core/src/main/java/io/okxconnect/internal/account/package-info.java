/** The account API over signed REST calls: which request each method is, and how its answer becomes values. */
@org.jspecify.annotations.NullMarked
package io.okxconnect.internal.account;
