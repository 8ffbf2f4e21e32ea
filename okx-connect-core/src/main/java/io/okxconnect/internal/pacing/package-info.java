/**
 * How often OKX may be called: its documented limits as data, sliding windows that keep them, the budget for repeats, and the
 * breaker that spares a host which fails. Nothing here waits or reads a clock. Start at
 * {@link io.okxconnect.internal.pacing.Pacing}.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.internal.pacing;
