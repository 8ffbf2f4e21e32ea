/**
 * How a call goes out and comes back: clock, signature, send once, envelope, refusal as a typed exception, repeat of reads.
 * Start at {@link io.okxconnect.internal.call.OkxCalls}.
 */
@org.jspecify.annotations.NullMarked
package io.okxconnect.internal.call;
